import type { DatabaseSync } from 'node:sqlite'
import type { OutcomeCounts } from './arrival.ts'

/** What one ledger entry took from one source file, by outcome: the five add up to its items. */
export interface IntakeRow {
  /** As it was given or found. */
  readonly locator: string
  readonly counts: OutcomeCounts
}

/** Reads what an entry took, by source file; empty for what is no ingest. */
export function readIntake(db: DatabaseSync, ledger: number): readonly IntakeRow[] {
  const rows = db.prepare('SELECT * FROM intake WHERE ledger = ? ORDER BY locator').all(ledger)
  return rows.map((row) => ({
    locator: String(row.locator),
    counts: {
      new: Number(row.new),
      newVersion: Number(row.new_version),
      unchanged: Number(row.unchanged),
      copy: Number(row.copy),
      quarantined: Number(row.quarantined),
    },
  }))
}
