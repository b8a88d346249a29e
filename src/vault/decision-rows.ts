import type { DatabaseSync } from 'node:sqlite'
import type { LedgerEntry } from './vault.ts'

/** A person's decision; appended, never changed: the last one about a subject is in force. */
export interface Decision {
  readonly kind: 'policy' | 'withhold' | 'restore'
  /** Ids, or the name of one collection. */
  readonly subjects: readonly string[]
  /** `all` or `none` for a policy; else the kind again. */
  readonly value: string
  /** Why: a sentence for a policy, a code for a withholding. */
  readonly reason: string
  readonly note?: string
  /** What happened, for people. */
  readonly text: string
}

/** Writes a decision and its ledger entry; call inside a transaction. */
export function insertDecision(
  db: DatabaseSync,
  append: (entry: Omit<LedgerEntry, 'number' | 'time'>) => LedgerEntry,
  decision: Decision,
): LedgerEntry {
  const { kind, subjects, value, reason, note, text } = decision
  const data = { subjects, value, reason, ...(note !== undefined && { note }) }
  const entry = append({ kind, text, data })
  const insert = db.prepare(
    `INSERT INTO decision (ledger, kind, subject, value, reason, note) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const subject of subjects) {
    insert.run(entry.number, kind, subject, value, reason, note ?? null)
  }
  return entry
}
