import type { DatabaseSync } from 'node:sqlite'
import { insertAnchors } from './anchor-rows.ts'
import {
  type Arrival,
  countOutcomes,
  countsText,
  type OutcomeCounts,
  type QuarantinedArrival,
  type StoredArrival,
} from './arrival.ts'
import { encode, encodeText } from './compression.ts'
import { bytesHash } from './text-hash.ts'
import type { LedgerEntry } from './vault.ts'

/** What became of a batch. */
export interface BatchReceipt {
  readonly counts: OutcomeCounts
  /** Absent where the batch brought nothing that was not stored already. */
  readonly ledger?: number
}

type Append = (entry: Omit<LedgerEntry, 'number' | 'time'>) => LedgerEntry

/** Gives the function that writes one batch; call it inside a transaction. */
export function arrivalWriter(
  db: DatabaseSync,
  append: Append,
): (arrivals: readonly Arrival[], collection: string, retried: readonly number[]) => BatchReceipt {
  return (arrivals, collection, retried) => {
    const counts = countOutcomes(arrivals)
    const ends = new Set([...endedQuarantines(db, arrivals), ...retried])
    if (ends.size === 0 && !arrivals.some((arrival) => isNews(db, arrival))) return { counts }
    const text = `Took ${arrivals.length === 1 ? '1 item' : `${arrivals.length} items`} into the collection ${collection}: ${countsText(counts)}.`
    const ledger = append({ kind: 'ingest', text, data: { collection, ...counts } }).number
    for (const arrival of arrivals) {
      if (arrival.outcome === 'quarantined') insertQuarantine(db, arrival, ledger)
      else if (arrival.outcome !== 'unchanged') insertStored(db, arrival, ledger)
    }
    insertIntake(db, arrivals, ledger)
    const end = db.prepare('INSERT OR IGNORE INTO quarantine_end (number, ledger) VALUES (?, ?)')
    for (const number of ends) end.run(number, ledger)
    return { counts, ledger }
  }
}

function isNews(db: DatabaseSync, arrival: Arrival): boolean {
  if (arrival.outcome === 'unchanged') return false
  return arrival.outcome !== 'quarantined' || !isQuarantined(db, arrival)
}

function isQuarantined(db: DatabaseSync, arrival: QuarantinedArrival): boolean {
  const original = arrival.bytes ? bytesHash(arrival.bytes) : null
  const known = db.prepare(
    `SELECT 1 FROM quarantine WHERE source = ? AND code = ? AND collection = ? AND original IS ?
     AND number NOT IN (SELECT number FROM quarantine_end)`,
  )
  return known.get(arrival.source, arrival.code, arrival.collection, original) !== undefined
}

/** Entries set aside earlier from sources that could be read now; standard input has no identity. */
function endedQuarantines(db: DatabaseSync, arrivals: readonly Arrival[]): readonly number[] {
  const open = db.prepare(
    `SELECT number FROM quarantine WHERE source = ? AND collection = ?
     AND number NOT IN (SELECT number FROM quarantine_end)`,
  )
  const read = arrivals.filter(({ outcome, source }) => outcome !== 'quarantined' && source !== '-')
  const files = read.flatMap(({ source, collection }) => open.all(source, collection))
  // An empty folder is an entry, too: it ends with the first file read below it.
  const folders = db
    .prepare(
      `SELECT number, source FROM quarantine WHERE code = 'NOTHING_USABLE'
       AND number NOT IN (SELECT number FROM quarantine_end)`,
    )
    .all()
    .filter((folder) => read.some(({ source }) => isBelow(source, String(folder.source))))
  return [...files, ...folders].map((row) => Number(row.number))
}

function isBelow(source: string, folder: string): boolean {
  return source.startsWith(folder) && /^[/\\]/.test(source.slice(folder.length))
}

function insertStored(db: DatabaseSync, arrival: StoredArrival, ledger: number): void {
  const { id, number, twin, sha256 } = arrival
  db.prepare('INSERT OR IGNORE INTO cable (id, number, twin) VALUES (?, ?, ?)').run(
    id,
    number,
    twin,
  )
  insertText(db, arrival)
  insertAnchors(db, sha256, arrival.anchors)
  db.prepare(
    `INSERT OR IGNORE INTO version (cable, text, ledger, body_start, facts) VALUES (?, ?, ?, ?, ?)`,
  ).run(id, sha256, ledger, arrival.bodyStart ?? null, JSON.stringify(arrival.facts))
  insertWitness(db, arrival, ledger)
  const alias = db.prepare('INSERT OR IGNORE INTO alias (alias, cable, ledger) VALUES (?, ?, ?)')
  for (const name of arrival.aliases) alias.run(name, id, ledger)
  if (arrival.withhold) {
    const { reason, note } = arrival.withhold
    db.prepare(
      `INSERT INTO decision (ledger, kind, subject, value, reason, note) VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(ledger, 'withhold', id, 'withhold', reason, note)
  }
}

function insertText(db: DatabaseSync, { sha256, text }: StoredArrival): void {
  if (db.prepare('SELECT 1 FROM text WHERE sha256 = ?').get(sha256)) return
  const { charset, coding, content } = encodeText(text)
  db.prepare('INSERT INTO text (sha256, charset, coding, content) VALUES (?, ?, ?, ?)').run(
    sha256,
    charset,
    coding,
    content,
  )
}

function insertWitness(db: DatabaseSync, arrival: StoredArrival, ledger: number): void {
  const { id, sha256, collection, source, locator, ownId, format, encoding } = arrival
  db.prepare(
    `INSERT OR IGNORE INTO witness (version, collection, source, locator, own_id, original, format,
       encoding, replaced, facts, ledger)
     SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM version WHERE cable = ? AND text = ?`,
  ).run(
    collection,
    source,
    locator,
    ownId,
    insertOriginal(db, arrival.bytes),
    format,
    encoding.name,
    encoding.replaced,
    JSON.stringify(arrival.facts),
    ledger,
    id,
    sha256,
  )
}

function insertOriginal(db: DatabaseSync, bytes: Uint8Array): string {
  const sha256 = bytesHash(bytes)
  if (db.prepare('SELECT 1 FROM original WHERE sha256 = ?').get(sha256)) return sha256
  const { coding, content } = encode(bytes)
  db.prepare('INSERT INTO original (sha256, bytes, coding, content) VALUES (?, ?, ?, ?)').run(
    sha256,
    bytes.length,
    coding,
    content,
  )
  return sha256
}

function insertQuarantine(db: DatabaseSync, arrival: QuarantinedArrival, ledger: number): void {
  if (isQuarantined(db, arrival)) return
  const { collection, source, locator, code, reason, bytes } = arrival
  db.prepare(
    `INSERT INTO quarantine (ledger, collection, source, locator, code, reason, original, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ledger,
    collection,
    source,
    locator,
    code,
    reason,
    bytes ? insertOriginal(db, bytes) : null,
    bytes?.length ?? 0,
  )
}

/** One row per source file: its items by outcome, for ever. */
function insertIntake(db: DatabaseSync, arrivals: readonly Arrival[], ledger: number): void {
  const byLocator = Map.groupBy(arrivals, ({ locator }) => locator)
  const insert = db.prepare(
    `INSERT INTO intake (ledger, locator, new, new_version, unchanged, copy, quarantined)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [locator, items] of byLocator) {
    const counts = countOutcomes(items)
    insert.run(
      ledger,
      locator,
      counts.new,
      counts.newVersion,
      counts.unchanged,
      counts.copy,
      counts.quarantined,
    )
  }
}
