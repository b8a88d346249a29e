import type { DatabaseSync } from 'node:sqlite'
import { type Arrival, countOutcomes, countsText, type OutcomeCounts } from './arrival.ts'
import { contentWriter } from './content-rows.ts'
import { quarantineWriter, type ReadThrough } from './quarantine-rows.ts'
import { sourceNumbers } from './source-rows.ts'
import { type RowNumbers, storedWriter } from './stored-rows.ts'
import type { LedgerEntry } from './vault.ts'

/** What became of a batch. */
export interface BatchReceipt {
  readonly counts: OutcomeCounts
  /** Absent where the batch brought nothing that was not stored already. */
  readonly ledger?: number
}

/** What a batch may be told. */
export interface BatchOptions {
  /** Entries set aside earlier that come to an end with it. */
  readonly ends?: readonly number[]
  /** What the run has read to its end without a failure of its own. */
  readonly through?: readonly ReadThrough[]
  /** Number of the first ledger entry of the run it belongs to; its own entry's where absent. */
  readonly run?: number
}

type Append = (entry: Omit<LedgerEntry, 'number' | 'time'>) => LedgerEntry

/** Gives the function that writes one batch; call it inside a transaction. */
export function arrivalWriter(
  db: DatabaseSync,
  append: Append,
): (arrivals: readonly Arrival[], collection: string, options: BatchOptions) => BatchReceipt {
  const collections = db.prepare('SELECT number FROM collection WHERE name = ?')
  const nextEntry = db.prepare('SELECT coalesce(max(number), 0) + 1 AS n FROM ledger')
  const sources = sourceNumbers(db)
  const contents = contentWriter(db)
  const quarantine = quarantineWriter(db)
  const insertStored = storedWriter(db)
  const insertIntake = intakeWriter(db)
  return (arrivals, collection, options) => {
    const counts = countOutcomes(arrivals)
    const ends = new Set([...quarantine.ended(arrivals, options.through), ...(options.ends ?? [])])
    const isNews = (arrival: Arrival): boolean =>
      arrival.outcome === 'quarantined'
        ? !quarantine.isKnown(arrival)
        : arrival.outcome !== 'unchanged'
    if (ends.size === 0 && !arrivals.some(isNews)) return { counts }
    const run = options.run ?? Number(nextEntry.get()?.n)
    const text = `Took ${arrivals.length === 1 ? '1 item' : `${arrivals.length} items`} into the collection ${collection}: ${countsText(counts)}.`
    const ledger = append({ kind: 'ingest', text, data: { collection, run, ...counts } }).number
    const source = sources()
    const numbers = (arrival: Arrival): RowNumbers => ({
      collection: Number(collections.get(arrival.collection)?.number),
      source: source(arrival.source),
      ledger,
    })
    const content = contents()
    const rows: (() => void)[] = []
    for (const arrival of arrivals) {
      if (arrival.outcome === 'quarantined') {
        const kept = arrival.bytes && content.storeOriginal(arrival.bytes)
        rows.push(() => quarantine.insert(arrival, kept, numbers(arrival)))
      } else if (arrival.outcome !== 'unchanged') {
        const places = content.store(arrival)
        rows.push(() => insertStored(arrival, places, numbers(arrival)))
      }
    }
    content.flush()
    for (const row of rows) row()
    insertIntake(arrivals, source, ledger)
    quarantine.end(ends, ledger)
    return { counts, ledger }
  }
}

/** One row per source file: its items by outcome, for ever. */
function intakeWriter(
  db: DatabaseSync,
): (arrivals: readonly Arrival[], source: (path: string) => number, ledger: number) => void {
  const insert = db.prepare(
    `INSERT INTO intake (ledger, source, new, new_version, unchanged, copy, quarantined)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  return (arrivals, source, ledger) => {
    for (const [path, items] of Map.groupBy(arrivals, (arrival) => arrival.source)) {
      const counts = countOutcomes(items)
      insert.run(
        ledger,
        source(path),
        counts.new,
        counts.newVersion,
        counts.unchanged,
        counts.copy,
        counts.quarantined,
      )
    }
  }
}
