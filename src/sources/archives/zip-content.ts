import { crc32 } from 'node:zlib'
import type { ArchiveBudget, PackingMeter } from './archive-budget.ts'
import { ArchiveError } from './archive-error.ts'
import type { Store } from './store.ts'
import { unpacked } from './unpacked.ts'

/** What the reading of a zip needs to know. */
export interface ZipReading {
  readonly level: number
  readonly budget: ArchiveBudget
  /** Counts bytes taken from the zip, where it is the file a person gave. */
  readonly took: (bytes: number) => void
}

/** Where the packed bytes of an entry stand, and what must come out. */
export interface ZipPlace {
  readonly start: number
  readonly packedSize: number
  readonly method: number
  /** Absent where they stand behind the bytes, and nobody has read them yet. */
  readonly size?: number
  readonly crc?: number
  readonly level: number
  readonly took: (bytes: number) => void
}

/** Bytes that are read from the zip at a time. */
const pieceBytes: number = 64 * 1024

/** Unpacks one entry and holds it to its size and its sum. */
export async function* zipContent(
  store: Store,
  place: ZipPlace,
  meter: PackingMeter,
): AsyncIterable<Uint8Array> {
  const level = place.level + 1
  let size = 0
  let crc = 0
  for await (const chunk of unpackedEntry(store, place, meter)) {
    size += chunk.length
    if (place.size !== undefined && size > place.size) {
      const reason = `This entry is damaged: it unpacks to more than the ${place.size} bytes it claims.`
      throw new ArchiveError('ARCHIVE_DAMAGED', reason, level)
    }
    crc = crc32(chunk, crc)
    yield chunk
  }
  if ((place.size ?? size) !== size) {
    const reason = `This entry is damaged: it unpacks to ${size} bytes, and should to ${place.size}.`
    throw new ArchiveError('ARCHIVE_DAMAGED', reason, level)
  }
  if ((place.crc ?? crc) !== crc) {
    const reason = 'This entry is damaged: its bytes are not those that were packed (CRC).'
    throw new ArchiveError('ARCHIVE_DAMAGED', reason, level)
  }
}

async function* unpackedEntry(
  store: Store,
  place: ZipPlace,
  meter: PackingMeter,
): AsyncIterable<Uint8Array> {
  const packed = packedBytes(store, place)
  if (place.method === 8) yield* unpacked(packed, 'deflate', { meter, level: place.level + 1 })
  else if (place.method === 93) yield* unpacked(packed, 'zstd', { meter, level: place.level + 1 })
  else {
    for await (const chunk of packed) {
      meter.packed(chunk.length)
      meter.unpacked(chunk.length)
      yield chunk
    }
  }
}

/** The bytes of an entry as they stand in the zip, fewer where it was cut. */
export async function* packedBytes(
  store: Store,
  { start, packedSize, took }: Pick<ZipPlace, 'start' | 'packedSize' | 'took'>,
): AsyncIterable<Uint8Array> {
  const end = Math.min(start + packedSize, store.size)
  for (let at = start; at < end; at += pieceBytes) {
    const piece = await store.read(at, Math.min(pieceBytes, end - at))
    if (piece.length === 0) return
    took(piece.length)
    yield piece
  }
}
