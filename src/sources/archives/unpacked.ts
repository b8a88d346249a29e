import {
  constants,
  createGunzip,
  createInflateRaw,
  createZstdDecompress,
  type Gunzip,
  type ZstdDecompress,
} from 'node:zlib'
import type { PackingMeter } from './archive-budget.ts'
import { ArchiveError } from './archive-error.ts'
import { zstdWindowLogMax } from './archive-limits.ts'

/** A packing that Node undoes. */
export type NodePacking = 'gzip' | 'zstd' | 'deflate'

/** How a packing is undone. */
export interface UnpackingOptions {
  readonly meter: PackingMeter
  /** Level of what is damaged where it cannot be undone. */
  readonly level: number
}

/** Bytes that are handed to the engine, and taken from it, at a time. */
const chunkSize: number = 64 * 1024

/** Node's streams that unpack; `bytesWritten` says how much of what was written they took. */
type Engine = Gunzip | ZstdDecompress

/**
 * Unpacks a stream while it is read: every byte that can be had before a break is given, then the
 * error is thrown. Files of several members or frames are read to their end.
 */
export async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  packing: NodePacking,
  { meter, level }: UnpackingOptions,
): AsyncIterable<Uint8Array> {
  const input = packed[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)
  try {
    for (;;) {
      const engine = openEngine(packing)
      const feeding = feed(engine, input, rest, meter)
      try {
        for await (const chunk of drained(engine)) {
          meter.unpacked(chunk.length)
          yield chunk
        }
      } catch (error) {
        throw packingError(error, packing, level)
      } finally {
        engine.destroy()
      }
      rest = await feeding
      // Node unpacks all members of a gzip file in one go, and one frame of a zstd file.
      if (packing !== 'zstd') return
      if (rest.length === 0) {
        const { value, done } = await input.next()
        if (done) return
        rest = value
      }
    }
  } finally {
    await input.return?.()
  }
}

function openEngine(packing: NodePacking): Engine {
  if (packing === 'gzip') return createGunzip({ chunkSize })
  if (packing === 'deflate') return createInflateRaw({ chunkSize })
  return createZstdDecompress({
    chunkSize,
    params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLogMax },
  })
}

/** Writes until the engine has its end or the input has; gives back what the engine did not take. */
async function feed(
  engine: Engine,
  input: AsyncIterator<Uint8Array>,
  first: Uint8Array,
  meter: PackingMeter,
): Promise<Uint8Array> {
  let chunk = first
  try {
    for (;;) {
      for (let at = 0; at < chunk.length; at += chunkSize) {
        const piece = chunk.subarray(at, at + chunkSize)
        const before = engine.bytesWritten
        if (!(await written(engine, piece))) return chunk.subarray(chunk.length)
        const taken = engine.bytesWritten - before
        meter.packed(taken)
        if (taken < piece.length) return chunk.subarray(at + taken)
      }
      const { value, done } = await input.next()
      if (done) break
      chunk = value
    }
    engine.end()
  } catch (error) {
    engine.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  return chunk.subarray(chunk.length)
}

/** Says in words what Node says of a packing; an error of the input itself stays what it is. */
function packingError(error: unknown, packing: NodePacking, level: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('Z')) return error
  if (code === 'ZSTD_error_frameParameter_windowTooLarge') {
    const reason = `It was packed with a window of more than ${2 ** (zstdWindowLogMax - 20)} MiB. Unpack it with zstd -d --long=31 and give what is in it.`
    return new ArchiveError('ARCHIVE_UNSUPPORTED', reason, level)
  }
  const what = code === 'Z_BUF_ERROR' ? 'breaks off: it was cut, or not copied whole' : 'is damaged'
  const reason = `The ${packing === 'deflate' ? 'zip' : packing} data ${what}; what came before is kept.`
  return new ArchiveError('ARCHIVE_DAMAGED', reason, level)
}

/** Resolves when the engine has taken a piece; false where it broke. */
async function written(engine: Engine, piece: Uint8Array): Promise<boolean> {
  return await new Promise((resolve) => {
    if (engine.destroyed || engine.readableEnded) resolve(false)
    else engine.write(piece, (error) => resolve(!error))
  })
}

/** What comes out, to the last byte before an error; then the error. */
async function* drained(engine: Engine): AsyncIterable<Uint8Array> {
  let failure: unknown
  engine.on('error', (error) => {
    failure = error
  })
  for (;;) {
    const chunk: Uint8Array | null = engine.read()
    if (chunk !== null) yield chunk
    else if (failure !== undefined) throw failure
    else if (engine.readableEnded || engine.closed) return
    else await woken(engine)
  }
}

async function woken(engine: Engine): Promise<void> {
  const events = ['readable', 'end', 'error', 'close']
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      for (const event of events) engine.off(event, wake)
      resolve()
    }
    for (const event of events) engine.on(event, wake)
  })
}
