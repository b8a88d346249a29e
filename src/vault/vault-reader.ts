import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Decisions, Holding } from '../cable/holding.ts'
import { blob } from './column.ts'
import { decodeBytes, decodeText } from './compression.ts'
import { type ContentCheck, checkContents } from './content-check.ts'
import { type Decision, inForce } from './decision-rows.ts'
import { readHoldings } from './holding-rows.ts'
import { type IdentityReader, identityReader } from './identity-reader.ts'
import { type IntakeRow, readIntake } from './intake-rows.ts'
import type { LedgerEntry, QuarantineEntry, Vault, VaultCollection } from './vault.ts'

/** The reading side in full: what the writing verbs need beside `Vault`. */
export interface VaultReader extends Vault, IdentityReader {
  /** Bytes as they came in, by their SHA-256. */
  original(sha256: string): Uint8Array | undefined
  /** What a ledger entry took, by source file. */
  intake(ledger: number): readonly IntakeRow[]
  /** One entry that was set aside, open or not, with the bytes kept of it. */
  quarantined(number: number): QuarantinedItem | undefined
  /** Reads everything that is stored under its SHA-256, and says of each whether it is sound. */
  checkContents(): Iterable<ContentCheck>
  /** Sums over the vault; items by outcome add up to the items of all ledger entries. */
  counts(): VaultCounts
}

/** An entry that was set aside, with where it stood and the bytes kept of it. */
export interface QuarantinedItem {
  readonly entry: QuarantineEntry
  /** Absolute path, or `-`. */
  readonly source: string
  readonly bytes?: Uint8Array
}

/** What a vault holds, in numbers. */
export interface VaultCounts {
  readonly cables: number
  readonly versions: number
  readonly witnesses: number
  /** Entries set aside now. */
  readonly quarantined: number
}

/** Reads an open database as a vault. */
export function readVault(db: DatabaseSync): VaultReader {
  return {
    ...identityReader(db),
    holdings: () => readHoldings(db),
    holding: (id): Holding | undefined => [...readHoldings(db, id)][0],
    decisions: () => readDecisions(db),
    cachedRecord: (key) => {
      const row = db.prepare('SELECT coding, content FROM record_cache WHERE key = ?').get(key)
      return row && decodeText('utf-8', String(row.coding), blob(row.content))
    },
    onceReleased: () =>
      new Set(
        db
          .prepare('SELECT id FROM exposure')
          .all()
          .map((row) => String(row.id)),
      ),
    collections: (): VaultCollection[] =>
      db
        .prepare('SELECT name, invented FROM collection ORDER BY name')
        .all()
        .map((row) => ({ name: String(row.name), invented: row.invented === 1 })),
    ledger: () => readLedger(db),
    quarantine: () => readQuarantine(db),
    original: (sha256) => {
      const row = db.prepare('SELECT coding, content FROM original WHERE sha256 = ?').get(sha256)
      return row && decodeBytes(String(row.coding), blob(row.content))
    },
    intake: (ledger) => readIntake(db, ledger),
    quarantined: (number) => readQuarantined(db, number),
    checkContents: () => checkContents(db),
    counts: () => readCounts(db),
    close: () => db.close(),
  }
}

/** The last decision about a subject is the one in force. */
function readDecisions(db: DatabaseSync): Decisions {
  const rows = db.prepare('SELECT kind, subject, value FROM decision ORDER BY number').all()
  return inForce(
    rows.map((row) => ({
      kind: String(row.kind) as Decision['kind'],
      subject: String(row.subject),
      value: String(row.value),
    })),
  )
}

function* readLedger(db: DatabaseSync): Iterable<LedgerEntry> {
  for (const row of db.prepare('SELECT * FROM ledger ORDER BY number').iterate()) {
    yield {
      number: Number(row.number),
      time: String(row.time),
      kind: row.kind as LedgerEntry['kind'],
      text: String(row.text),
      data: JSON.parse(String(row.data)),
    }
  }
}

function* readQuarantine(db: DatabaseSync): Iterable<QuarantineEntry> {
  const open = db.prepare(
    `SELECT * FROM quarantine WHERE number NOT IN (SELECT number FROM quarantine_end)
     ORDER BY number`,
  )
  for (const row of open.iterate()) yield quarantineEntry(row)
}

function quarantineEntry(row: Record<string, SQLOutputValue>): QuarantineEntry {
  return {
    number: Number(row.number),
    ledger: Number(row.ledger),
    locator: String(row.locator),
    code: String(row.code),
    reason: String(row.reason),
    bytes: Number(row.bytes),
    collection: String(row.collection),
  }
}

function readQuarantined(db: DatabaseSync, number: number): QuarantinedItem | undefined {
  const row = db
    .prepare(
      `SELECT q.*, o.coding, o.content FROM quarantine q
       LEFT JOIN original o ON o.sha256 = q.original WHERE q.number = ?`,
    )
    .get(number)
  if (!row) return undefined
  const entry = quarantineEntry(row)
  const source = String(row.source)
  if (row.original === null) return { entry, source }
  return { entry, source, bytes: decodeBytes(String(row.coding), blob(row.content)) }
}

function readCounts(db: DatabaseSync): VaultCounts {
  const row = db
    .prepare(
      `SELECT (SELECT count(*) FROM cable) AS cables, (SELECT count(*) FROM version) AS versions,
       (SELECT count(*) FROM witness) AS witnesses, (SELECT count(*) FROM quarantine) -
       (SELECT count(*) FROM quarantine_end) AS quarantined`,
    )
    .get()
  return {
    cables: Number(row?.cables),
    versions: Number(row?.versions),
    witnesses: Number(row?.witnesses),
    quarantined: Number(row?.quarantined),
  }
}
