import { ArchiveError } from './archive-error.ts'
import type { Store } from './store.ts'
import { recordBytes, type ZipRecord, zipRecord, zipSignatures } from './zip-record.ts'

/** Where the directory of a zip stands. */
export interface ZipDirectory {
  readonly start: number
  readonly end: number
  /** Bytes before the zip itself: offsets count from behind them. */
  readonly before: number
}

/** Bytes of the end record without its comment, and the longest comment. */
const endBytes = 22
const commentMax = 0xffff

/** Bytes of the directory that are read at a time; the longest record fits. */
const windowBytes: number = 1024 * 1024

/** Finds the directory by the end record, zip64 included; undefined where the zip was cut. */
export async function findDirectory(
  store: Store,
  level: number,
): Promise<ZipDirectory | undefined> {
  const tailStart = Math.max(0, store.size - endBytes - commentMax)
  const tail = Buffer.from(await store.read(tailStart, endBytes + commentMax))
  const at = endRecord(tail)
  if (at === undefined) return undefined
  let size = tail.readUInt32LE(at + 12)
  let offset = tail.readUInt32LE(at + 16)
  let end = tailStart + at
  const isPart = tail.readUInt16LE(at + 4) !== 0 && tail.readUInt16LE(at + 4) !== 0xffff
  if (isPart) {
    const reason = 'This zip is one of several parts. Unpack them together and give the folder.'
    throw new ArchiveError('ARCHIVE_UNSUPPORTED', reason, level)
  }
  const wide = await end64Record(store, tailStart + at)
  if (wide) {
    size = Number(wide.bytes.readBigUInt64LE(40))
    offset = Number(wide.bytes.readBigUInt64LE(48))
    end = wide.at
  }
  const start = end - size
  if (start < 0 || offset > start) return undefined
  return { start, end, before: start - offset }
}

/** The last end record whose comment fills the rest of the file, else the last one at all. */
function endRecord(tail: Buffer): number | undefined {
  let last: number | undefined
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== zipSignatures.end) continue
    if (at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at
    last ??= at
  }
  return last
}

/** The end record of a zip64, by its locator in the 20 bytes before the plain one. */
async function end64Record(
  store: Store,
  end: number,
): Promise<{ readonly bytes: Buffer; readonly at: number } | undefined> {
  if (end < 20) return undefined
  const locator = Buffer.from(await store.read(end - 20, 20))
  if (locator.length < 20 || locator.readUInt32LE(0) !== zipSignatures.locator64) return undefined
  // Bytes before the zip shift it: it also ends where the locator begins.
  for (const at of [Number(locator.readBigUInt64LE(8)), end - 20 - 56]) {
    if (at < 0 || at + 56 > end) continue
    const bytes = Buffer.from(await store.read(at, 56))
    if (bytes.length === 56 && bytes.readUInt32LE(0) === zipSignatures.end64) return { bytes, at }
  }
  return undefined
}

/** The records of a directory in their order; throws where one is none. */
export async function* zipRecords(
  store: Store,
  { start, end, before }: ZipDirectory,
  level: number,
): AsyncIterable<ZipRecord> {
  let window = Buffer.alloc(0)
  let windowAt = start
  for (let at = start; at < end; ) {
    const had = windowAt + window.length
    if (had < end && at + 3 * commentMax + recordBytes > had) {
      window = Buffer.from(await store.read(at, Math.min(windowBytes, end - at)))
      windowAt = at
    }
    const record = zipRecord(window, at - windowAt)
    if (record === undefined) {
      const reason = 'The directory of the zip is damaged from here on; what came before is kept.'
      throw new ArchiveError('ARCHIVE_DAMAGED', reason, level)
    }
    yield { ...record, offset: record.offset + before }
    at += record.length
  }
}
