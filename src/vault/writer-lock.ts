import { DatabaseSync } from 'node:sqlite'
import { asVaultError, VaultError } from './vault-error.ts'
import { makePrivateFile } from './vault-folder.ts'

/** A held writer's lock; the system lets go of it with the process, however that ends. */
export interface WriterLock {
  release(): void
}

/**
 * Takes the writer's lock of an archive: an SQLite file of its own, since its locks are the ones
 * that hold on every system. Throws `VAULT_LOCKED` with who holds it since when.
 *
 * The holder's name is committed first and the lock then held by an open `BEGIN IMMEDIATE`: that
 * keeps every other writer out, and still lets them read the name.
 */
export function takeWriterLock(file: string, purpose: string, since: string): WriterLock {
  makePrivateFile(file)
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER, purpose TEXT, since TEXT) STRICT')
    db.exec('DELETE FROM holder')
    db.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(process.pid, purpose, since)
    db.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    db.close()
    if (isBusy(error)) throw new VaultError('VAULT_LOCKED', lockedSentence(file), { cause: error })
    throw asVaultError(error, file)
  }
  return { release: () => db.close() }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff)
  )
}

function lockedSentence(file: string): string {
  const held = readHolder(file)
  const who = held
    ? `"${held.purpose}" (process ${held.pid}, since ${held.since})`
    : 'Another command'
  return `${who} is writing to this archive; wait until it is done and try again.`
}

function readHolder(file: string): { pid: number; purpose: string; since: string } | undefined {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 500 })
  try {
    const row = db.prepare('SELECT pid, purpose, since FROM holder').get()
    if (!row) return undefined
    return { pid: Number(row.pid), purpose: String(row.purpose), since: String(row.since) }
  } catch {
    // Another writer is just putting its name in: the lock is told without it.
    return undefined
  } finally {
    db.close()
  }
}
