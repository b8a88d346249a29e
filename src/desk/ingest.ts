import { keepReading } from '../press/reading.ts'
import { checkSources, readSources } from '../sources/read-sources.ts'
import type { SourceResult } from '../sources/source.ts'
import type { OutcomeCounts } from '../vault/arrival.ts'
import { openVault } from '../vault/open-vault.ts'
import { hasVault } from '../vault/vault-folder.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { type IngestReport, reportWriter } from './ingest-report.ts'
import type { Message } from './message.ts'
import { type Placed, placeFailure, placeItem, sourceOf } from './placement.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** How a dump is taken in. */
export interface IngestOptions extends WriteOptions {
  /** Collection the items belong to; `default` where absent. */
  readonly collection?: string
  /** Name of a format; sniffed where absent. */
  readonly format?: string
  /** Says what would change and writes nothing. */
  readonly dryRun?: boolean
  /** The bundled sample, and nothing else. */
  readonly invented?: boolean
  readonly onEvent?: (event: IngestEvent) => void
}

/** What happens while a dump is taken in. */
export type IngestEvent =
  | { readonly event: 'read'; readonly items: number; readonly bytes: number }
  | ({ readonly event: 'message' } & Message)
  /** The batch's items are on the disk for good; never sent in a dry run. */
  | {
      readonly event: 'committed'
      /** Items of this batch. */
      readonly items: number
      readonly counts: OutcomeCounts
      readonly ledger?: number
    }

/** Name of the collection where a person names none. */
const defaultCollection = 'default'

/** Most items of one batch, and most bytes, whichever comes first. */
const batchItemsMax = 200
const batchBytesMax: number = 16 * 1024 * 1024

/**
 * Takes files and folders into an archive: sources → records → vault, in batches that are each
 * one transaction with its ledger entry. The same path again stores nothing.
 *
 * Throws `SourceError` before anything is written where a path or format is wrong, `VaultError`
 * where the archive cannot be used; what was acknowledged by then stays.
 */
export async function ingest(
  archiveDir: string,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  await checkSources(paths, options)
  return options.dryRun
    ? await rehearse(archiveDir, paths, options)
    : await take(archiveDir, paths, options)
}

async function take(
  archiveDir: string,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> {
  const vault = openVaultForWriting(archiveDir, 'ingest', options)
  try {
    const collection = options.collection ?? defaultCollection
    vault.ensureCollection(collection, { invented: options.invented === true })
    const report = reportWriter((message) => options.onEvent?.({ event: 'message', ...message }))
    const shelf = openShelf(vault)
    for await (const batch of placedBatches(archiveDir, paths, collection, shelf, options)) {
      report.add(batch, commitBatch(vault, batch, collection, options))
      shelf.committed()
    }
    return report.report(false, paths)
  } finally {
    vault.close()
  }
}

/** Commits placed items and tells it; returns the ledger entry, where one was needed. */
export function commitBatch(
  vault: VaultWriter,
  batch: readonly Placed[],
  collection: string,
  options: IngestOptions,
  ends: readonly number[] = [],
): number | undefined {
  const arrivals = batch.map(({ arrival }) => arrival)
  const { counts, ledger } = vault.commit(arrivals, collection, { ends })
  for (const { arrival, reading } of batch) {
    const isStored = arrival.outcome === 'new' || arrival.outcome === 'newVersion'
    if (isStored && reading) keepReading(arrival, arrival.facts, reading, vault.cacheReading)
  }
  options.onEvent?.({
    event: 'committed',
    items: batch.length,
    counts,
    ...(ledger !== undefined && { ledger }),
  })
  return ledger
}

async function rehearse(
  archiveDir: string,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> {
  const vault = hasVault(archiveDir) ? openVault(archiveDir) : undefined
  try {
    const report = reportWriter((message) => options.onEvent?.({ event: 'message', ...message }))
    const shelf = openShelf(vault, { compressed: true })
    const collection = options.collection ?? defaultCollection
    for await (const batch of placedBatches(archiveDir, paths, collection, shelf, options))
      report.add(batch)
    return report.report(true, paths)
  } finally {
    vault?.close()
  }
}

async function* placedBatches(
  archive: string,
  paths: readonly string[],
  collection: string,
  shelf: Shelf,
  options: IngestOptions,
): AsyncIterable<readonly Placed[]> {
  let batch: Placed[] = []
  let batchBytes = 0
  let items = 0
  let bytes = 0
  const format = options.format === undefined ? {} : { format: options.format }
  for await (const result of readSources(paths, { ...format, collection, archive })) {
    const placed = place(result, collection, shelf)
    const size = (result.item ?? result.failure).bytes?.length ?? 0
    batch.push(placed)
    batchBytes += size
    items += 1
    bytes += size
    options.onEvent?.({ event: 'read', items, bytes })
    for (const message of placed.messages) options.onEvent?.({ event: 'message', ...message })
    if (batch.length >= batchItemsMax || batchBytes >= batchBytesMax) {
      yield batch
      batch = []
      batchBytes = 0
    }
  }
  if (batch.length > 0) yield batch
}

/** Places one result and puts it on the shelf for the items that follow. */
export function place(
  result: SourceResult,
  collection: string,
  shelf: Shelf,
  source: string = sourceOf((result.item ?? result.failure).file),
): Placed {
  const placed = result.item
    ? placeItem(result.item, collection, source, shelf)
    : placeFailure(result.failure, collection, source)
  const { arrival } = placed
  if (arrival.outcome !== 'quarantined' && arrival.outcome !== 'unchanged') shelf.put(arrival)
  return placed
}
