import { readEntryBytes } from '../sources/read-stream.ts'
import { openVault } from '../vault/open-vault.ts'
import type { QuarantinedItem } from '../vault/quarantine-rows.ts'
import type { QuarantineEntry } from '../vault/vault.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'
import { DeskError } from './desk-error.ts'
import { commitBatch, type IngestOptions, place } from './ingest.ts'
import { type IngestReport, type ReportWriter, reportWriter } from './ingest-report.ts'
import { openShelf } from './shelf.ts'

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
  try {
    const numbers = options.numbers ?? [...vault.quarantine()].map(({ number }) => number)
    const report = reportWriter()
    for (const number of numbers) {
      await retryOne(vault, vault.quarantined(number) ?? unknownEntry(number), report, options)
    }
    return report.report(false, [])
  } finally {
    vault.close()
  }
}

async function retryOne(
  vault: VaultWriter,
  { entry, source, bytes }: QuarantinedItem,
  report: ReportWriter,
  options: RetryOptions,
): Promise<void> {
  const { collection, locator, code, reason } = entry
  const at = { file: source, locator }
  const failure = { code, reason, ...at }
  const format = options.format === undefined ? {} : { format: options.format }
  const result = bytes ? await readEntryBytes(bytes, at, { ...format, collection }) : { failure }
  const placed = place(result, collection, openShelf(vault), source)
  if (placed.arrival.outcome === 'quarantined') {
    report.add([placed])
    return
  }
  const rest: IngestOptions = options.onEvent ? { onEvent: options.onEvent } : {}
  report.add([placed], commitBatch(vault, [placed], collection, rest, [entry.number]))
}

function unknownEntry(number: number): never {
  throw new DeskError('ENTRY_UNKNOWN', `There is no entry ${number} among what was set aside.`)
}
