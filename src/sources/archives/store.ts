import { read, write } from 'node:fs'
import { promisify } from 'node:util'
import { ArchiveError, overLimit } from './archive-error.ts'
import type { ArchiveLimits } from './archive-limits.ts'

const readAt = promisify(read)
const writeAt = promisify(write)

/** Bytes that can be read at any place: a file, or what was kept of a stream. */
export interface Store {
  readonly size: number
  /** So many bytes from a place; fewer only where the store ends. */
  read(at: number, count: number): Promise<Uint8Array>
}

/** Bytes that are read ahead: entries are small and stand one behind the other. */
const windowBytes: number = 256 * 1024

/** The bytes of an open file, from a place on. */
export function storeOn(fd: number, size: number, start = 0): Store {
  let window: Uint8Array = new Uint8Array(0)
  let windowAt = 0
  return {
    size,
    read: async (at, count) => {
      const wanted = Math.max(0, Math.min(count, size - at))
      if (wanted > windowBytes) return await readWhole(fd, start + at, wanted)
      if (at < windowAt || at + wanted > windowAt + window.length) {
        window = await readWhole(fd, start + at, Math.min(windowBytes, size - at))
        windowAt = at
      }
      return window.subarray(at - windowAt, at - windowAt + wanted)
    },
  }
}

async function readWhole(fd: number, at: number, count: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(Math.max(0, count))
  let had = 0
  while (had < bytes.length) {
    const { bytesRead } = await readAt(fd, bytes, had, bytes.length - had, at + had)
    if (bytesRead === 0) break
    had += bytesRead
  }
  return bytes.subarray(0, had)
}

/** Keeps streams that must be read at any place: a zip or 7z inside an archive, or from a pipe. */
export interface Scratch {
  /** Writes a stream down; `drop` gives the room back, the last one kept first. */
  keep(
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly store: Store; readonly drop: () => void }>
}

/** Keeps streams one behind the other in an open temporary file. */
export function scratchOn(fd: number, limits: ArchiveLimits): Scratch {
  let top = 0
  return {
    keep: async (bytes) => {
      const start = top
      const drop = (): void => {
        top = start
      }
      try {
        for await (const chunk of bytes) {
          if (top + chunk.length > limits.spoolBytesMax) throw overLimit('spoolBytesMax', limits)
          await writeWhole(fd, chunk, top)
          top += chunk.length
        }
      } catch (error) {
        // What was cut is kept as far as it goes: its entries may be whole.
        if (!(error instanceof ArchiveError) || error.code !== 'ARCHIVE_DAMAGED') {
          drop()
          throw error
        }
      }
      return { store: storeOn(fd, top - start, start), drop }
    },
  }
}

async function writeWhole(fd: number, bytes: Uint8Array, at: number): Promise<void> {
  try {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await writeAt(fd, bytes, done, bytes.length - done, at + done)
      done += bytesWritten
    }
  } catch {
    const reason =
      'The temporary folder has no room for the archive inside; set TMPDIR to a folder that has, or unpack it and give the folder.'
    throw new ArchiveError('ARCHIVE_LIMIT', reason, 0)
  }
}
