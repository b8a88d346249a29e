import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { parserVersion } from '../cable/parser-version.ts'
import { blob } from './column.ts'
import { hashBlob } from './text-hash.ts'
import { makePrivateFile } from './vault-folder.ts'

/** What the parser made of a text, as who keeps it wrote it down. */
export interface KeptReading {
  /** What a build asks of every text before it reads any: short. */
  readonly outline: string
  /** The rest, packed. */
  readonly value: Uint8Array
}

/** Readings kept from one build to the next; what is lost is read from the text again. */
export interface ReadingCache {
  /** By the SHA-256 that names a reading, 64 hex digits; never throws. */
  get(key: string): KeptReading | undefined
  close(): void
}

/** The writing side; there is one at a time, under the writer's lock. */
export interface WritableReadingCache extends ReadingCache {
  /** Keeps a reading; written with the next batch of them or at `close`. Never throws. */
  put(key: string, reading: KeptReading): void
}

/** Readings gathered before they are written: the cache may be lost, so it may wait. */
const batchItemsMax = 2000
const batchBytesMax: number = 8 * 1024 * 1024

const format = 2

const schema = `
CREATE TABLE parser (version TEXT NOT NULL) STRICT;
CREATE TABLE reading (
  number INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  outline TEXT NOT NULL,
  value BLOB NOT NULL,
  crc32 INTEGER NOT NULL
) STRICT;`

/** Opens the cache for reading; where there is none that can be used, it is empty. */
export function openReadings(file: string): ReadingCache {
  let db: DatabaseSync | undefined
  try {
    if (existsSync(file)) db = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
    if (db && isCurrent(db)) return reading(db)
  } catch {
    // Damaged or just being made: every reading is a miss.
  }
  db?.close()
  return { get: () => undefined, close: () => undefined }
}

function reading(db: DatabaseSync): ReadingCache {
  const find = finder(db)
  return {
    get: (key) => {
      try {
        return readingIn(find, key)
      } catch {
        return undefined
      }
    },
    close: () => db.close(),
  }
}

/**
 * Opens the cache for writing when it is first used. It is made anew where it is damaged or where
 * another version of the parser wrote it, and done without where the disk has no room for it.
 */
export function openReadingsForWriting(file: string): WritableReadingCache {
  const pending = new Map<string, KeptReading>()
  let pendingBytes = 0
  let store: Store | 'none' | undefined
  /** Works with the file; a damaged one is made anew, once. */
  const withStore = <T>(work: (store: Store) => T): T | undefined => {
    for (let attempt = 0; attempt < 2 && store !== 'none'; attempt++) {
      try {
        store ??= openStore(file)
        return work(store)
      } catch (error) {
        closeQuietly(store)
        store = undefined
        if (attempt > 0 || !isDamage(error)) store = 'none'
        else removeFile(file)
      }
    }
    return undefined
  }
  const flush = (): void => {
    if (pending.size > 0) withStore((open) => open.insert(pending))
    pending.clear()
    pendingBytes = 0
  }
  return {
    get: (key) => pending.get(key) ?? withStore((open) => open.get(key)),
    put: (key, kept) => {
      pending.set(key, kept)
      pendingBytes += kept.value.length + kept.outline.length
      if (pending.size >= batchItemsMax || pendingBytes >= batchBytesMax) flush()
    },
    close: () => {
      flush()
      closeQuietly(store)
      store = 'none'
    },
  }
}

interface Store {
  get(key: string): KeptReading | undefined
  insert(readings: ReadonlyMap<string, KeptReading>): void
  close(): void
}

function openStore(file: string): Store {
  if (!isUsable(file)) removeFile(file)
  makePrivateFile(file)
  const db = new DatabaseSync(file, { timeout: 2_000 })
  try {
    db.exec('PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    if (!isCurrent(db)) {
      db.exec(`BEGIN; ${schema}`)
      db.prepare('INSERT INTO parser VALUES (?)').run(parserVersion)
      db.exec(`PRAGMA user_version = ${format}; COMMIT`)
    }
    const find = finder(db)
    const insert = db.prepare(
      'INSERT OR REPLACE INTO reading (key, outline, value, crc32) VALUES (?, ?, ?, ?)',
    )
    return {
      get: (key) => readingIn(find, key),
      insert: (readings) => {
        db.exec('BEGIN IMMEDIATE')
        for (const [key, { outline, value }] of readings) {
          insert.run(hashBlob(key), outline, value, checksum(outline, value))
        }
        db.exec('COMMIT')
      },
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** A file that is there, sound as far as it can be told at once, and of this parser. */
function isUsable(file: string): boolean {
  if (!existsSync(file)) return true
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: 2_000 })
    return isCurrent(db)
  } catch {
    return false
  } finally {
    db?.close()
  }
}

function isCurrent(db: DatabaseSync): boolean {
  if (db.prepare('PRAGMA user_version').get()?.user_version !== format) return false
  return db.prepare('SELECT version FROM parser').get()?.version === parserVersion
}

function finder(db: DatabaseSync): StatementSync {
  return db.prepare('SELECT outline, value, crc32 FROM reading WHERE key = ?')
}

function readingIn(find: StatementSync, key: string): KeptReading | undefined {
  const row = find.get(hashBlob(key))
  if (!row) return undefined
  const kept = { outline: String(row.outline), value: blob(row.value) }
  return checksum(kept.outline, kept.value) === row.crc32 ? kept : undefined
}

/** SQLite does not notice a byte that the disk changed. */
function checksum(outline: string, value: Uint8Array): number {
  return crc32(value, crc32(outline))
}

/** Everything but a full disk, a locked or an unreadable one. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return ![5, 6, 8, 10, 13, 14].includes(code)
}

function closeQuietly(store: Store | 'none' | undefined): void {
  try {
    if (store !== 'none') store?.close()
  } catch {
    // What was not written is read from the texts again.
  }
}

function removeFile(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true })
}
