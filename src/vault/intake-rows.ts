import type { DatabaseSync } from 'node:sqlite'
import type { OutcomeCounts } from './arrival.ts'

/** What one ledger entry took from one source file, by outcome: the five add up to its items. */
export interface IntakeRow {
  /** Absolute path, or `-`. */
  readonly source: string
  readonly counts: OutcomeCounts
}

/** Reads what an entry took, by source file; empty for what is no ingest. */
export function readIntake(db: DatabaseSync, ledger: number): readonly IntakeRow[] {
  const rows = db
    .prepare(
      `SELECT s.path, i.* FROM intake i JOIN source s ON s.number = i.source
       WHERE i.ledger = ? ORDER BY s.path`,
    )
    .all(ledger)
  return rows.map((row) => ({
    source: String(row.path),
    counts: {
      new: Number(row.new),
      newVersion: Number(row.new_version),
      unchanged: Number(row.unchanged),
      copy: Number(row.copy),
      quarantined: Number(row.quarantined),
    },
  }))
}
