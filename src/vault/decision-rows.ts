import type { DatabaseSync } from 'node:sqlite'
import type { Decisions } from '../cable/holding.ts'
import type { LedgerEntry } from './vault.ts'

/** A person's decision; appended, never changed: the last one about a subject is in force. */
export interface Decision {
  readonly kind: 'policy' | 'withhold' | 'restore' | 'choose' | 'waive' | 'unwaive'
  /** Ids, or the name of one collection. */
  readonly subjects: readonly string[]
  /**
   * `all` or `none` for a policy; the hash of the chosen text, or nothing where the choice is taken
   * back; what is waived or no longer waived, a line each. Else the kind again.
   */
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

/** One decision about one subject, as it was written. */
export interface DecidedRow {
  readonly kind: Decision['kind']
  readonly subject: string
  readonly value: string
}

/** The decisions in force: of several about one subject the last. Rows come oldest first. */
export function inForce(rows: Iterable<DecidedRow>): Decisions {
  const policies = new Map<string, 'all' | 'none'>()
  const withheld = new Set<string>()
  const chosen = new Map<string, string>()
  const waived = new Map<string, Set<string>>()
  for (const { kind, subject, value } of rows) {
    if (kind === 'policy') policies.set(subject, value === 'all' ? 'all' : 'none')
    else if (kind === 'withhold') withheld.add(subject)
    else if (kind === 'restore') withheld.delete(subject)
    else if (kind === 'choose') {
      if (value === '') chosen.delete(subject)
      else chosen.set(subject, value)
    } else {
      const marks = waived.get(subject) ?? new Set()
      for (const mark of value.split('\n')) {
        if (kind === 'waive') marks.add(mark)
        else marks.delete(mark)
      }
      waived.set(subject, marks)
    }
  }
  return { policies: Object.fromEntries(policies), withheld, chosen, waived }
}
