import type { PackingMeter } from './archive-budget.ts'
import { type ArchiveEntry, noBytes } from './archive-entry.ts'
import { ArchiveError } from './archive-error.ts'
import { entryName } from './entry-name.ts'
import type { Store } from './store.ts'
import { unpacked } from './unpacked.ts'
import { packedBytes, type ZipReading, zipContent } from './zip-content.ts'
import { localBytes, wideNumbers, zipFlags, zipSignatures } from './zip-record.ts'
import { zipRefusal } from './zip-refusal.ts'

/**
 * The entries of a zip that has lost its directory, by their local headers, then the error that
 * says so. Where sizes stand behind the bytes, only unpacking them finds their end.
 */
export async function* zipEntriesInOrder(
  store: Store,
  reading: ZipReading,
  meter: PackingMeter,
): AsyncIterable<ArchiveEntry> {
  let at: number | undefined = 0
  while (at !== undefined) {
    const local = await localHeader(store, at)
    if (local === undefined) break
    const start: number = at + local.length
    const refusal = zipRefusal(local)
    const end: number | undefined = local.hasSizes
      ? start + local.packedSize
      : await endOfPacked(store, start, local.method, reading)
    const isCut = end === undefined || end > store.size
    const place = {
      ...reading,
      start,
      method: local.method,
      packedSize: (isCut ? store.size : end) - start,
      // The break of the last entry is the break of the zip.
      level: isCut ? reading.level - 1 : reading.level,
      ...(local.hasSizes && { size: local.size, crc: local.crc }),
    }
    const bytes = refusal ? noBytes() : zipContent(store, place, meter)
    yield { name: entryName(local.name), bytes, ...(refusal && { refusal }) }
    at = isCut ? undefined : local.hasSizes ? end : await behindSizes(store, end)
  }
  const reason =
    'The zip was cut, or not copied whole: its directory is lost. What came before is kept.'
  throw new ArchiveError('ARCHIVE_DAMAGED', reason, reading.level)
}

/** What stands before the bytes of one entry. */
interface LocalHeader {
  readonly name: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly mode: number
  /** Bytes of the header itself. */
  readonly length: number
  /** False where sizes and sum stand behind the bytes. */
  readonly hasSizes: boolean
}

/**
 * Reads a local header (APPNOTE 4.3.7); undefined where none stands.
 *
 * ```
 * PK 3 4, needs 2, flags 2, method 2, time 4, crc 4, packed 4, size 4, name 2, extra 2; name, extra
 * ```
 */
async function localHeader(store: Store, at: number): Promise<LocalHeader | undefined> {
  const fixed = Buffer.from(await store.read(at, localBytes))
  if (fixed.length < localBytes || fixed.readUInt32LE(0) !== zipSignatures.local) return undefined
  const nameLength = fixed.readUInt16LE(26)
  const extraLength = fixed.readUInt16LE(28)
  const rest = Buffer.from(await store.read(at + localBytes, nameLength + extraLength))
  const narrow = [fixed.readUInt32LE(22), fixed.readUInt32LE(18)]
  const [size, packedSize] = wideNumbers(narrow, rest.subarray(nameLength))
  if (rest.length < nameLength + extraLength || size === undefined || packedSize === undefined) {
    return undefined
  }
  const flags = fixed.readUInt16LE(6)
  return {
    name: Uint8Array.from(rest.subarray(0, nameLength)),
    flags,
    method: fixed.readUInt16LE(8),
    crc: fixed.readUInt32LE(14),
    packedSize,
    size,
    mode: 0,
    length: localBytes + nameLength + extraLength,
    hasSizes: (flags & zipFlags.descriptor) === 0,
  }
}

/** Where packed bytes end that know their own end; undefined where the zip was cut in them. */
async function endOfPacked(
  store: Store,
  start: number,
  method: number,
  { budget, level }: ZipReading,
): Promise<number | undefined> {
  if (method !== 8) return undefined
  const counted = budget.packing()
  let taken = 0
  const meter: PackingMeter = {
    unpacked: counted.unpacked,
    packed: (bytes) => {
      taken += bytes
      counted.packed(bytes)
    },
  }
  const place = { start, packedSize: store.size - start, took: () => undefined }
  try {
    for await (const _ of unpacked(packedBytes(store, place), 'deflate', { meter, level }));
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'ARCHIVE_DAMAGED') return undefined
    throw error
  }
  return start + taken
}

/** Where the next header stands behind sizes of four or eight bytes, with their mark or without. */
async function behindSizes(store: Store, end: number): Promise<number | undefined> {
  const bytes = Buffer.from(await store.read(end, 28))
  for (const length of [16, 12, 24, 20]) {
    if (bytes.length >= length + 4 && bytes.readUInt32LE(length) === zipSignatures.local) {
      return end + length
    }
  }
  return undefined
}
