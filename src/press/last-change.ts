import type { LedgerEntry } from '../vault/vault.ts'

/** The ledger entry that an edition shows last. */
export interface LastChange {
  /** 0 where there is none yet. */
  readonly number: number
  readonly time: string
}

/** Date of an edition from a vault that has no entry yet. */
const beforeAll = '1970-01-01T00:00:00.000Z'

/** The last decision or ingest; what publishes or tidies up is neither. */
export function lastChange(ledger: Iterable<LedgerEntry>): LastChange {
  let last: LastChange = { number: 0, time: beforeAll }
  for (const { kind, number, time } of ledger) {
    if (kind !== 'publish' && kind !== 'prune') last = { number, time }
  }
  return last
}
