import { DatabaseSync } from 'node:sqlite'
import type { AnchorList } from './anchor-list.ts'
import { addAnchors } from './anchor-rows.ts'
import type { Arrival } from './arrival.ts'
import { arrivalWriter, type BatchOptions, type BatchReceipt } from './arrival-rows.ts'
import { blockWriter } from './block-writer.ts'
import { type Decision, insertDecision } from './decision-rows.ts'
import { migrate } from './migration.ts'
import {
  type KeptReading,
  openReadingsForWriting,
  type WritableReadingCache,
} from './reading-cache.ts'
import type { LedgerEntry, VaultCollection } from './vault.ts'
import { asVaultError, VaultError } from './vault-error.ts'
import { makePrivateFile, makeVaultFolder } from './vault-folder.ts'
import { readVault, type VaultReader } from './vault-reader.ts'
import { takeWriterLock, type WriterLock } from './writer-lock.ts'

/** The writing side; there is one at a time. Everything a method returns from is on the disk. */
export interface VaultWriter extends VaultReader {
  /** Makes a collection, policy `none`; invented and real ones never share an archive. */
  ensureCollection(name: string, facts: { readonly invented: boolean }): VaultCollection
  /**
   * Stores one batch and its ledger entry in one transaction; nothing new, no entry. Quarantine
   * entries of places that were read now come to an end, and those numbered in `ends`.
   */
  commit(arrivals: readonly Arrival[], collection: string, options?: BatchOptions): BatchReceipt
  /** Appends a decision about one or more subjects, with one ledger entry. */
  decide(decision: Decision): LedgerEntry
  /** Appends an entry of another kind to the ledger. */
  record(entry: Omit<LedgerEntry, 'number' | 'time'>): LedgerEntry
  /** Keeps a reading under its key; written with the next batch of them or at `close`. */
  cacheReading(key: string, reading: KeptReading): void
  /** Remembers ids that stood in a public edition; an id keeps the first one. */
  markReleased(ids: Iterable<string>, edition: string): void
  /** Gives addresses to paragraphs of texts; an address once given is not moved. */
  addAnchors(texts: Iterable<readonly [sha256: string, anchors: AnchorList]>): void
}

/** How a vault is opened for writing. */
export interface WriteOptions {
  /** Time of the ledger's entries; the system's clock where absent. */
  readonly now?: () => Date
  /** Largest size of the file, in pages of 16 KiB; the disk's end where absent. */
  readonly pagesMax?: number
}

/**
 * Opens the private store of an archive for writing, makes it where there is none, and brings it
 * to this program's format. `purpose` is what a second writer is told: `ingest`.
 */
export function openVaultForWriting(
  archiveDir: string,
  purpose: string,
  options: WriteOptions = {},
): VaultWriter {
  const now = options.now ?? (() => new Date())
  const { file, lock: lockFile, readings } = makeVaultFolder(archiveDir)
  const lock = takeWriterLock(lockFile, purpose, now().toISOString())
  let db: DatabaseSync | undefined
  try {
    makePrivateFile(file)
    db = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true })
    db.exec('PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536')
    migrate(db, file)
    if (options.pagesMax) db.exec(`PRAGMA max_page_count = ${Math.trunc(options.pagesMax)}`)
    return writeVault(db, file, { lock, now, readings: openReadingsForWriting(readings) })
  } catch (error) {
    db?.close()
    lock.release()
    throw asVaultError(error, file)
  }
}

/** What a writer holds beside the database. */
interface Holds {
  readonly lock: WriterLock
  readonly readings: WritableReadingCache
  now(): Date
}

function writeVault(db: DatabaseSync, file: string, { lock, readings, now }: Holds): VaultWriter {
  const reader = readVault(db, readings)
  const transaction = <T>(work: () => T): T => inTransaction(db, file, work)
  const append = (entry: Omit<LedgerEntry, 'number' | 'time'>): LedgerEntry =>
    insertLedger(db, { ...entry, time: now().toISOString() })
  const arrivals = arrivalWriter(db, append)
  return {
    ...reader,
    ensureCollection: (name, { invented }) => transaction(() => ensure(db, reader, name, invented)),
    commit: (batch, collection, options = {}) =>
      transaction(() => arrivals(batch, collection, options)),
    decide: (decision) => transaction(() => insertDecision(db, append, decision)),
    record: (entry) => transaction(() => append(entry)),
    cacheReading: readings.put,
    markReleased: (ids, edition) =>
      transaction(() => {
        const insert = db.prepare('INSERT OR IGNORE INTO exposure (id, edition) VALUES (?, ?)')
        for (const id of ids) insert.run(id, edition)
      }),
    addAnchors: (texts) =>
      transaction(() => addAnchors(db, blockWriter(db), reader.anchors, texts)),
    close: () => {
      try {
        reader.close()
      } finally {
        lock.release()
      }
    },
  }
}

function inTransaction<T>(db: DatabaseSync, file: string, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk rolls back by itself; what is open still is ours to undo.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw asVaultError(error, file)
  }
}

function insertLedger(db: DatabaseSync, entry: Omit<LedgerEntry, 'number'>): LedgerEntry {
  const { time, kind, text, data } = entry
  const { lastInsertRowid } = db
    .prepare('INSERT INTO ledger (time, kind, text, data) VALUES (?, ?, ?, ?)')
    .run(time, kind, text, JSON.stringify(data))
  return { number: Number(lastInsertRowid), time, kind, text, data }
}

function ensure(
  db: DatabaseSync,
  reader: VaultReader,
  name: string,
  invented: boolean,
): VaultCollection {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(name)) {
    const message = `"${name}" cannot name a collection: letters, digits, blanks and . _ - only, at most 80.`
    throw new VaultError('COLLECTION_NAME', message)
  }
  const held = reader.collections()
  const known = held.find((collection) => collection.name === name)
  if (held.some((collection) => collection.invented !== invented)) {
    const message =
      'Invented examples and real cables never share an archive; use another one (--archive DIR).'
    throw new VaultError('COLLECTION_MIXED', message)
  }
  if (known) return known
  db.prepare('INSERT INTO collection (name, invented) VALUES (?, ?)').run(name, invented ? 1 : 0)
  return { name, invented }
}
