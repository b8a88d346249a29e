import type { DatabaseSync } from 'node:sqlite'
import type { Decisions } from '../cable/holding.ts'
import { anchorReader } from './anchor-rows.ts'
import { blockReader } from './block-reader.ts'
import { type ContentCheck, checkContents } from './content-check.ts'
import { type Decision, inForce } from './decision-rows.ts'
import { holdingReader } from './holding-rows.ts'
import { type IdentityReader, identityReader } from './identity-reader.ts'
import { type IntakeRow, readIntake } from './intake-rows.ts'
import { placeOf } from './place.ts'
import { type QuarantineReader, quarantineReader } from './quarantine-rows.ts'
import type { ReadingCache } from './reading-cache.ts'
import { hashBlob } from './text-hash.ts'
import type { LedgerEntry, Vault, VaultCollection } from './vault.ts'

/** The reading side in full: what the writing verbs need beside `Vault`. */
export interface VaultReader extends Vault, IdentityReader, QuarantineReader {
  /** Bytes as they came in, by their SHA-256. */
  original(sha256: string): Uint8Array | undefined
  /** What a ledger entry took, by source file. */
  intake(ledger: number): readonly IntakeRow[]
  /** Reads everything that is stored under its SHA-256, and says of each whether it is sound. */
  checkContents(): Iterable<ContentCheck>
  /** Sums over the vault; items by outcome add up to the items of all ledger entries. */
  counts(): VaultCounts
}

/** What a vault holds, in numbers. */
export interface VaultCounts {
  readonly cables: number
  readonly versions: number
  readonly witnesses: number
  /** Entries set aside now. */
  readonly quarantined: number
}

/** Reads an open database as a vault, with the readings kept beside it. */
export function readVault(db: DatabaseSync, readings: ReadingCache): VaultReader {
  const read = blockReader(db)
  const originals = db.prepare('SELECT block, start, bytes FROM original WHERE sha256 = ?')
  return {
    ...holdingReader(db, read),
    ...identityReader(db, read),
    ...quarantineReader(db, read),
    anchors: anchorReader(db, read),
    decisions: () => readDecisions(db),
    cachedReading: readings.get,
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
    original: (sha256) => {
      const row = originals.get(hashBlob(sha256))
      // A copy: what is read stays as it is for who reads it next.
      return row && Uint8Array.from(read(placeOf(row)))
    },
    intake: (ledger) => readIntake(db, ledger),
    checkContents: () => checkContents(db, read),
    counts: () => readCounts(db),
    close: () => {
      readings.close()
      db.close()
    },
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
