import { countsText, type OutcomeCounts, outcomes } from '../vault/arrival.ts'
import type { IntakeRow } from '../vault/intake-rows.ts'
import { openVault } from '../vault/open-vault.ts'
import type { LedgerEntry } from '../vault/vault.ts'
import { DeskError } from './desk-error.ts'

/** What came in and what was decided, oldest first. */
export function readLedger(archiveDir: string): readonly LedgerEntry[] {
  const vault = openVault(archiveDir)
  try {
    return [...vault.ledger()]
  } finally {
    vault.close()
  }
}

/** One entry, and what it took from each source file; throws `ENTRY_UNKNOWN`. */
export function readEntry(
  archiveDir: string,
  number: number,
): LedgerEntry & { readonly intake: readonly IntakeRow[] } {
  const vault = openVault(archiveDir)
  try {
    for (const entry of vault.ledger()) {
      if (entry.number === number) return { ...entry, intake: vault.intake(number) }
    }
    throw new DeskError('ENTRY_UNKNOWN', `The ledger has no entry ${number}.`)
  } finally {
    vault.close()
  }
}

/** A decision, or all that one run of a command took in. */
export interface LedgerRun {
  /** Numbers of its entries, first and last. */
  readonly first: number
  readonly last: number
  /** Of the first entry, ISO 8601. */
  readonly time: string
  readonly kind: LedgerEntry['kind']
  readonly text: string
  /** Of an ingest: its items by outcome, over all its entries. */
  readonly counts?: OutcomeCounts
}

/**
 * The ledger for people: the entries of one run, which a large dump makes many of, are one. The
 * entries of a run name its first one in `data.run`.
 */
export function runsOf(entries: Iterable<LedgerEntry>): readonly LedgerRun[] {
  const runs: LedgerRun[] = []
  let run: unknown
  for (const entry of entries) {
    const former = runs.at(-1)
    const isSame = entry.kind === 'ingest' && entry.data.run !== undefined && entry.data.run === run
    run = entry.kind === 'ingest' ? entry.data.run : undefined
    if (isSame && former?.counts !== undefined) {
      runs[runs.length - 1] = joined(former, former.counts, entry)
    } else runs.push(runOf(entry))
  }
  return runs
}

function runOf(entry: LedgerEntry): LedgerRun {
  const { number, time, kind, text } = entry
  const counts = kind === 'ingest' ? { counts: countsOf(entry) } : {}
  return { first: number, last: number, time, kind, text, ...counts }
}

function joined(run: LedgerRun, before: OutcomeCounts, entry: LedgerEntry): LedgerRun {
  const added = countsOf(entry)
  const counts = {
    new: before.new + added.new,
    newVersion: before.newVersion + added.newVersion,
    unchanged: before.unchanged + added.unchanged,
    copy: before.copy + added.copy,
    quarantined: before.quarantined + added.quarantined,
  }
  const items = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const where = ` into the collection ${String(entry.data.collection)}`
  const batches = entry.number - run.first + 1
  const text = `Took ${items.toLocaleString('en-US')} items${where}: ${countsText(counts)}, in ${batches} batches.`
  return { ...run, last: entry.number, text, counts }
}

function countsOf({ data }: LedgerEntry): OutcomeCounts {
  const count = (name: string): number => Number(data[name] ?? 0)
  return {
    new: count('new'),
    newVersion: count('newVersion'),
    unchanged: count('unchanged'),
    copy: count('copy'),
    quarantined: count('quarantined'),
  }
}
