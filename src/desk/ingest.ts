import { readingKey } from '../press/reading.ts'
import { checkSources } from '../sources/read-sources.ts'
import type { OutcomeCounts } from '../vault/arrival.ts'
import type { BatchOptions } from '../vault/arrival-rows.ts'
import { openVault } from '../vault/open-vault.ts'
import type { ReadThrough } from '../vault/quarantine-rows.ts'
import { openTextScratch } from '../vault/text-scratch.ts'
import { hasVault } from '../vault/vault-folder.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { type IngestReport, type ItemReport, itemReport, reportWriter } from './ingest-report.ts'
import { intake } from './intake.ts'
import type { Message } from './message.ts'
import type { Placed } from './placement.ts'
import { throughList } from './read-through.ts'
import { openReadingPool, type PoolOptions } from './reading-pool.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { type StageClock, stageClock } from './stage.ts'

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
  /** Ends the ingest: the batch that is under way is stored, what follows is left. */
  readonly signal?: AbortSignal
  /** Most items of one batch; `batchItemsMax` where absent. */
  readonly batchItems?: number
  readonly pool?: PoolOptions
  readonly onEvent?: (event: IngestEvent) => void
}

/** What happens while a dump is taken in. */
export type IngestEvent =
  | {
      readonly event: 'read'
      readonly items: number
      /** Of the files, as they lie on the disk. */
      readonly bytes: number
      readonly quarantined: number
    }
  | ({ readonly event: 'message' } & Message)
  /** What became of one item; it is on the disk for good, unless this is a dry run. */
  | ({ readonly event: 'item' } & ItemReport)
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
const batchItemsMax = 2_000
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
    const shelf = openShelf(vault)
    let run: { readonly run?: number } = {}
    return await takeIn(archiveDir, paths, options, {
      shelf,
      store: (batch, clock, through) => {
        const about = { ...run, through }
        const commit = (): number | undefined =>
          commitBatch(vault, batch, collection, options, about)
        const ledger = clock.time('commit', commit)
        if (run.run === undefined && ledger !== undefined) run = { run: ledger }
        shelf.committed()
        return ledger
      },
      held: () => vault.counts().cables,
    })
  } finally {
    vault.close()
  }
}

async function rehearse(
  archiveDir: string,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> {
  const vault = hasVault(archiveDir) ? openVault(archiveDir) : undefined
  const scratch = openTextScratch()
  try {
    const shelf = openShelf(vault, { scratch })
    const store = (batch: readonly Placed[]): undefined => tellItems(batch, options)
    return await takeIn(archiveDir, paths, options, { shelf, store })
  } finally {
    scratch.close()
    vault?.close()
  }
}

/** Where items are placed and kept. */
interface Store {
  readonly shelf: Shelf
  /** Keeps a batch; returns the number of its ledger entry, where one was needed. */
  readonly store: (
    batch: readonly Placed[],
    clock: StageClock,
    through: readonly ReadThrough[],
  ) => number | undefined
  /** Cables held in the end. */
  readonly held?: () => number
}

/** Reads, places and hands over batch after batch. */
async function takeIn(
  archive: string,
  paths: readonly string[],
  options: IngestOptions,
  { shelf, store, held }: Store,
): Promise<IngestReport> {
  const { signal, format, collection = defaultCollection, dryRun = false } = options
  const { batchItems = batchItemsMax } = options
  const tell = (message: Message): void => options.onEvent?.({ event: 'message', ...message })
  const report = reportWriter(paths, tell)
  const clock = stageClock()
  const pool = openReadingPool(options.pool)
  const sources = { ...(format !== undefined && { format }), archive }
  const tools = { shelf, pool, clock, ...(signal && { signal }) }
  let batch: Placed[] = []
  let batchBytes = 0
  let items = 0
  let quarantined = 0
  const through = throughList()
  const flush = (ended: readonly ReadThrough[] = []): void => {
    if (batch.length + ended.length > 0) report.add(batch, store(batch, clock, ended))
    batch = []
    batchBytes = 0
  }
  try {
    for await (const taken of intake(paths, collection, sources, tools)) {
      const { placed, size, bytesRead: bytes } = taken
      batch.push(placed)
      through.add(placed)
      batchBytes += size
      items += 1
      if (placed.arrival.outcome === 'quarantined') quarantined += 1
      options.onEvent?.({ event: 'read', items, bytes, quarantined })
      placed.messages.forEach(tell)
      if (batch.length >= batchItems || batchBytes >= batchBytesMax) flush()
    }
    flush(signal?.aborted === true ? [] : through.list())
  } finally {
    await pool.close()
  }
  const stages = clock.times(pool.processorMs())
  const stopped = signal?.aborted === true
  return report.report({ dryRun, stopped, stages, ...(held && { held: held() }) })
}

/** Commits placed items and tells it; returns the ledger entry, where one was needed. */
export function commitBatch(
  vault: VaultWriter,
  batch: readonly Placed[],
  collection: string,
  options: Pick<IngestOptions, 'onEvent'>,
  batchOptions: BatchOptions = {},
): number | undefined {
  const arrivals = batch.map(({ arrival }) => arrival)
  const { counts, ledger } = vault.commit(arrivals, collection, batchOptions)
  for (const { arrival, reading } of batch) {
    const isStored = arrival.outcome === 'new' || arrival.outcome === 'newVersion'
    if (isStored && reading) vault.cacheReading(readingKey(arrival, arrival.facts), reading.kept)
  }
  tellItems(batch, options)
  if (batch.length === 0) return ledger
  options.onEvent?.({
    event: 'committed',
    items: batch.length,
    counts,
    ...(ledger !== undefined && { ledger }),
  })
  return ledger
}

/** Tells what became of each item. */
export function tellItems(
  batch: readonly Placed[],
  { onEvent }: Pick<IngestOptions, 'onEvent'>,
): undefined {
  if (onEvent) for (const { arrival } of batch) onEvent({ event: 'item', ...itemReport(arrival) })
}
