import { markLength, type WideEncoding, wideEncodingOf } from './byte-order.ts'

/**
 * The part of a stream that is looked at. Positions count units: one byte, or two of UTF-16. What
 * opens and ends an entry is ASCII, so it is looked for in `signs`, one byte a unit.
 */
export interface Window {
  /** Low byte of each unit; of a unit beyond Latin-1, 0x01. */
  readonly signs: Buffer
  /** First unit not yet taken, and end of the units that are there. */
  readonly start: number
  readonly end: number
  /** The stream is over: nothing comes behind `end`. */
  readonly ended: boolean
  readonly encoding: WideEncoding | undefined
  /** Reads on; false where the stream is over. Positions move: they count from `start` anew. */
  more(): Promise<boolean>
  /** A copy of the bytes from `start` up to a position. */
  bytes(end: number): Uint8Array
  /** Moves `start` to a position. */
  drop(end: number): void
  /** Lets go of the stream. */
  close(): Promise<void>
}

/** Size of the first memory of a window, in bytes; it doubles when an entry needs more. */
const windowBytesMin = 512 * 1024

/** Opens a window on a stream, behind its mark. */
export async function openWindow(stream: AsyncIterable<Uint8Array>): Promise<Window> {
  const source = stream[Symbol.asyncIterator]()
  let data = Buffer.allocUnsafe(windowBytesMin)
  let signs = data
  let first = 0
  let filled = 0
  let ended = false
  let encoding: WideEncoding | undefined
  const width = (): number => (encoding === undefined ? 1 : 2)

  /** Where a unit begins; the last byte of UTF-16 cut in half belongs to the unit before it. */
  function byteAt(unit: number): number {
    const at = unit * width()
    return ended && encoding !== undefined && at + 1 === filled ? filled : at
  }

  function append(chunk: Uint8Array): void {
    if (filled + chunk.length > data.length) makeRoom(chunk.length)
    data.set(chunk, filled)
    const from = filled - (filled % width())
    filled += chunk.length
    if (encoding !== undefined) narrow(from)
  }

  /** Moves what is there to the front, into larger memory where it needs that. */
  function makeRoom(length: number): void {
    const held = filled - first
    let size = data.length
    while (size < held + length) size *= 2
    const next = size === data.length ? data : Buffer.allocUnsafe(size)
    data.copy(next, 0, first, filled)
    if (encoding !== undefined) {
      const narrowed = next === data ? signs : Buffer.allocUnsafe(size >> 1)
      signs.copy(narrowed, 0, first >> 1, filled >> 1)
      signs = narrowed
    } else signs = next
    data = next
    first = 0
    filled = held
  }

  function narrow(from: number): void {
    const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0]
    for (let at = from; at + 1 < filled; at += 2) {
      signs[at >> 1] = data[at + high] === 0 ? (data[at + low] ?? 0) : 1
    }
  }

  async function read(): Promise<boolean> {
    if (ended) return false
    const { value, done } = await source.next()
    if (done) ended = true
    else append(value)
    return !ended
  }

  while (filled < 4_096 && (await read())) {
    // The first bytes tell the encoding.
  }
  encoding = wideEncodingOf(data.subarray(0, filled))
  first = markLength(data.subarray(0, filled))
  if (encoding !== undefined) {
    signs = Buffer.allocUnsafe(data.length >> 1)
    narrow(first)
  }
  return {
    get signs() {
      return signs
    },
    get start() {
      return first / width()
    },
    get end() {
      return Math.floor(filled / width())
    },
    get ended() {
      return ended
    },
    get encoding() {
      return encoding
    },
    more: read,
    bytes: (end) => Buffer.from(data.subarray(first, byteAt(end))),
    drop: (end) => {
      first = byteAt(end)
    },
    close: async () => {
      await source.return?.()
    },
  }
}
