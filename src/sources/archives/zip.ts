import type { PackingMeter } from './archive-budget.ts'
import { type ArchiveEntry, noBytes } from './archive-entry.ts'
import { ArchiveError } from './archive-error.ts'
import { entryName } from './entry-name.ts'
import type { Store } from './store.ts'
import { type ZipReading, zipContent } from './zip-content.ts'
import { findDirectory, type ZipDirectory, zipRecords } from './zip-directory.ts'
import { zipEntriesInOrder } from './zip-forward.ts'
import { checkLayout } from './zip-layout.ts'
import { localBytes, type ZipRecord, zipSignatures } from './zip-record.ts'
import { zipRefusal } from './zip-refusal.ts'

/**
 * The entries of a zip in the order of its directory; where the directory is lost, because the
 * file was cut, the entries that stand before the cut, by their local headers.
 */
export async function* zipEntries(store: Store, reading: ZipReading): AsyncIterable<ArchiveEntry> {
  const { level, budget } = reading
  const directory = await findDirectory(store, level)
  const meter = budget.packing()
  if (directory === undefined) {
    yield* zipEntriesInOrder(store, reading, meter)
    return
  }
  await checkLayout(store, directory, budget, level)
  for await (const record of zipRecords(store, directory, level)) {
    reading.took(record.length)
    const name = entryName(record.name)
    const refusal = zipRefusal(record)
    const bytes = refusal ? noBytes() : entryBytes(store, record, directory, reading, meter)
    yield { name, bytes, ...(refusal && { refusal }) }
  }
}

/** The bytes of one entry; that its local header is another one's makes it damaged. */
async function* entryBytes(
  store: Store,
  record: ZipRecord,
  directory: ZipDirectory,
  { level, took }: ZipReading,
  meter: PackingMeter,
): AsyncIterable<Uint8Array> {
  const damaged = (what: string): ArchiveError =>
    new ArchiveError('ARCHIVE_DAMAGED', `This entry is damaged: ${what}.`, level + 1)
  const local = Buffer.from(await store.read(record.offset, localBytes))
  if (local.length < localBytes || local.readUInt32LE(0) !== zipSignatures.local) {
    throw damaged('it does not stand where the directory of the zip says')
  }
  const length = localBytes + local.readUInt16LE(26) + local.readUInt16LE(28)
  const start = record.offset + length
  if (local.readUInt16LE(8) !== record.method) {
    throw damaged('its own header names another packing than the directory of the zip')
  }
  if (start + record.packedSize > directory.start) {
    throw damaged('it reaches into the directory of the zip')
  }
  took(length)
  yield* zipContent(store, { ...record, start, level, took }, meter)
}
