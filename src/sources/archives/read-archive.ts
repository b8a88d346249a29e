import { peek } from '../peek.ts'
import type { BytesOptions } from '../read-bytes.ts'
import { readStream, type Standing } from '../read-stream.ts'
import type { SourceResult } from '../source.ts'
import type { ArchiveBudget } from './archive-budget.ts'
import type { ArchiveEntry } from './archive-entry.ts'
import { ArchiveError, overLimit } from './archive-error.ts'
import { archiveFailure, nothingUsable } from './archive-failure.ts'
import { type ArchiveKind, archiveKind } from './archive-kind.ts'
import { entryOver } from './entry-name.ts'
import { sevenZipEntries } from './seven-zip.ts'
import type { Scratch, Store } from './store.ts'
import { tarEntries } from './tar.ts'
import { type NodePacking, unpacked } from './unpacked.ts'
import { xzUnpacked } from './xz.ts'
import { zipEntries } from './zip.ts'
import type { ZipReading } from './zip-content.ts'

/** How the entries of one archive are read. */
export interface ArchiveReading {
  readonly at: Standing
  readonly options: BytesOptions
  readonly budget: ArchiveBudget
  /** 1 for the archive given, 2 for one inside it. */
  readonly level: number
  /** The archive given, where it is a file: a zip or 7z is read there at any place. */
  readonly store?: Store
  /** Where a zip or 7z that is no file is kept. */
  readonly scratch: Scratch
}

/**
 * Reads an archive as a stream: all that `readStream` makes of its entries, archives inside it
 * included. What is wrong with it is the last result, and all before it is kept.
 */
export async function* readArchive(
  bytes: AsyncIterable<Uint8Array>,
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  try {
    yield* readPacked(bytes, reading)
  } catch (error) {
    yield { failure: archiveFailure(error, reading.at) }
  }
}

/** Reads one stream: an archive by its first bytes, or what `readStream` makes of it. */
export async function* readPacked(
  bytes: AsyncIterable<Uint8Array>,
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  const { head, all, close } = await peek(bytes)
  const kind = archiveKind(head)
  if (kind === undefined) {
    yield* readStream(all, reading.at, reading.options)
    return
  }
  const { limits } = reading.budget
  if (reading.level > limits.nestingMax) {
    await close()
    const { message } = overLimit('nestingMax', limits)
    throw new ArchiveError('ARCHIVE_TOO_DEEP', message, reading.level)
  }
  try {
    yield* readers[kind](all, reading)
  } finally {
    await close()
  }
}

type KindReader = (
  bytes: AsyncIterable<Uint8Array>,
  reading: ArchiveReading,
) => AsyncIterable<SourceResult>

const readers: Readonly<Record<ArchiveKind, KindReader>> = {
  gzip: (bytes, reading) => readPacking(bytes, 'gzip', reading),
  zstd: (bytes, reading) => readPacking(bytes, 'zstd', reading),
  xz: (bytes, reading) => readPacking(bytes, 'xz', reading),
  zip: (bytes, reading) => readStored(bytes, zipEntries, reading),
  '7z': (bytes, reading) => readStored(bytes, sevenZipEntries, reading),
  tar: (bytes, reading) => readEntries(tarEntries(bytes, reading.level), reading),
}

/** Zip and 7z are read at any place: what came as a stream is kept in the temporary file first. */
async function* readStored(
  bytes: AsyncIterable<Uint8Array>,
  entriesOf: (store: Store, reading: ZipReading) => AsyncIterable<ArchiveEntry>,
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  const { level, budget, store, scratch } = reading
  if (store) {
    // From here on, what is taken from the file counts, not what the stream was known by.
    budget.read(-budget.bytesRead())
    yield* readEntries(entriesOf(store, { level, budget, took: budget.read }), reading)
    return
  }
  const kept = await scratch.keep(bytes)
  try {
    const entries = entriesOf(kept.store, { level, budget, took: () => undefined })
    yield* readEntries(entries, reading)
  } finally {
    kept.drop()
  }
}

/** What one packing holds: a tar counts as one archive with it. */
async function* readPacking(
  bytes: AsyncIterable<Uint8Array>,
  packing: NodePacking | 'xz',
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  const { budget, level } = reading
  const { store: _, ...inside } = reading
  const how = { meter: budget.packing(), level }
  const content = packing === 'xz' ? xzUnpacked(bytes, how) : unpacked(bytes, packing, how)
  const { head, all } = await peek(content)
  if (archiveKind(head) === 'tar') yield* readers.tar(all, reading)
  else yield* readPacked(all, { ...inside, level: level + 1 })
}

async function* readEntries(
  entries: AsyncIterable<ArchiveEntry>,
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  const { store: _, ...inside } = reading
  for await (const entry of entries) {
    reading.budget.entry()
    if (entry.refusal === 'folder') continue
    const { file, locator } = reading.at
    const at = { file, locator: `${locator} › ${entry.name}` }
    const over = entryOver(entry.name)
    const refusal = over === undefined ? entry.refusal : { code: 'NOT_A_CABLE', reason: over }
    if (refusal) yield { failure: { ...refusal, ...at } }
    else yield* readEntry(entry, { ...inside, at, level: reading.level + 1 })
  }
}

/** What one entry holds; what is wrong with it alone is a failure, and the archive is read on. */
async function* readEntry(
  entry: ArchiveEntry,
  reading: ArchiveReading,
): AsyncIterable<SourceResult> {
  let results = 0
  try {
    for await (const result of readPacked(entry.bytes, reading)) {
      results += 1
      yield result
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    error.locator ??= reading.at.locator
    if (error.level < reading.level) throw error
    results += 1
    yield { failure: archiveFailure(error, reading.at) }
  }
  if (results === 0) yield nothingUsable(reading.at)
}
