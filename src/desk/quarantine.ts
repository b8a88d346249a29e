import { readEntryBytes } from '../sources/read-stream.ts'
import type { SourceResult } from '../sources/source.ts'
import { openVault } from '../vault/open-vault.ts'
import type { QuarantinedItem } from '../vault/quarantine-rows.ts'
import type { QuarantineEntry } from '../vault/vault.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'
import { DeskError } from './desk-error.ts'
import { commitBatch, type IngestOptions, tellItems } from './ingest.ts'
import { type IngestReport, type ReportWriter, reportWriter } from './ingest-report.ts'
import { jobOf, nameItem, type Placed, placeFailure, placeItem, placeKnown } from './placement.ts'
import { openReadingPool, type ReadingPool } from './reading-pool.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { stageClock } from './stage.ts'

/** What is set aside now, oldest first. */
export function listQuarantine(archiveDir: string): readonly QuarantineEntry[] {
  const vault = openVault(archiveDir)
  try {
    return [...vault.quarantine()]
  } finally {
    vault.close()
  }
}

/** One entry with the bytes kept of it; throws `ENTRY_UNKNOWN`. */
export function showQuarantine(archiveDir: string, number: number): QuarantinedItem {
  const vault = openVault(archiveDir)
  try {
    return vault.quarantined(number) ?? unknownEntry(number)
  } finally {
    vault.close()
  }
}

/** How entries are read again. */
export interface RetryOptions extends WriteOptions {
  /** Entries by number; all where absent. */
  readonly numbers?: readonly number[]
  /** Name of a format; sniffed where absent. */
  readonly format?: string
  readonly onEvent?: IngestOptions['onEvent']
}

/**
 * Reads entries again from the bytes kept of them, with this program's readers. What is a cable
 * now is stored and leaves the list; what is not stays as it is.
 */
export async function retryQuarantine(
  archiveDir: string,
  options: RetryOptions = {},
): Promise<IngestReport> {
  requireVault(archiveDir)
  const vault = openVaultForWriting(archiveDir, 'quarantine retry', options)
  const pool = openReadingPool()
  const clock = stageClock()
  try {
    const numbers = options.numbers ?? [...vault.quarantine()].map(({ number }) => number)
    const report = reportWriter()
    const tools = { vault, pool, shelf: openShelf(vault), report }
    for (const number of numbers) {
      await retryOne(vault.quarantined(number) ?? unknownEntry(number), tools, options)
    }
    return report.report({ dryRun: false, stages: clock.times(pool.processorMs()) })
  } finally {
    await pool.close()
    vault.close()
  }
}

interface RetryTools {
  readonly vault: VaultWriter
  readonly pool: ReadingPool
  readonly shelf: Shelf
  readonly report: ReportWriter
}

async function retryOne(
  { entry, source, bytes }: QuarantinedItem,
  { vault, pool, shelf, report }: RetryTools,
  options: RetryOptions,
): Promise<void> {
  const { collection, locator, code, reason } = entry
  const at = { file: source, locator }
  const failure = { code, reason, ...at }
  const format = options.format === undefined ? {} : { format: options.format }
  const result = bytes ? await readEntryBytes(bytes, at, { ...format, collection }) : { failure }
  const placed = await place(result, collection, source, shelf, pool)
  const rest = options.onEvent ? { onEvent: options.onEvent } : {}
  if (placed.arrival.outcome === 'quarantined') {
    report.add([placed])
    tellItems([placed], rest)
    return
  }
  report.add([placed], commitBatch(vault, [placed], collection, rest, { ends: [entry.number] }))
  shelf.committed()
}

async function place(
  { item, failure }: SourceResult,
  collection: string,
  source: string,
  shelf: Shelf,
  pool: ReadingPool,
): Promise<Placed> {
  if (!item) return placeFailure(failure, collection, source)
  const named = nameItem(item, collection, source)
  const known = shelf.witnessed(named.key)
  if (known !== undefined) return placeKnown(named, known)
  return placeItem(named, await pool.read(jobOf(named, shelf)), shelf)
}

function unknownEntry(number: number): never {
  throw new DeskError('ENTRY_UNKNOWN', `There is no entry ${number} among what was set aside.`)
}
