import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { formatVersion } from './migration.ts'
import { openReadings } from './reading-cache.ts'
import { schemaSteps } from './schema.ts'
import type { Vault } from './vault.ts'
import { asVaultError, VaultError } from './vault-error.ts'
import { vaultFolder } from './vault-folder.ts'
import { readVault, type VaultReader } from './vault-reader.ts'

/**
 * Opens the private store of an archive for reading; `archiveDir` is the archive's directory, the
 * one that holds `vault/`. Throws `VaultError` where there is none or it cannot be used.
 */
export function openVault(archiveDir: string): VaultReader {
  const { file, readings } = vaultFolder(archiveDir)
  if (!existsSync(file)) {
    const message = `There is no archive in ${archiveDir}; "chancery ingest" makes one.`
    throw new VaultError('VAULT_MISSING', message)
  }
  let db: DatabaseSync | undefined
  try {
    db = openForReading(file)
    db.exec('PRAGMA trusted_schema = OFF')
    const version = formatVersion(db, file)
    if (version < schemaSteps.length) throw olderVault(file, version)
    return readVault(db, openReadings(readings))
  } catch (error) {
    db?.close()
    throw asVaultError(error, file)
  }
}

/**
 * SQLite makes files beside the one it reads. Where it may not, as on a read-only disk, nobody writes
 * either, and the file is read for itself, if everything stands in it.
 */
function openForReading(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    db.prepare('PRAGMA user_version').get()
    return db
  } catch (error) {
    db.close()
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    const isReadOnly = code === sqliteReadOnly || code === sqliteCannotOpen
    const rest = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
    if (!isReadOnly || rest > 0) throw error
    const alone = pathToFileURL(file)
    alone.searchParams.set('immutable', '1')
    return new DatabaseSync(alone, { readOnly: true })
  }
}

/** Primary result codes of SQLite. */
const sqliteReadOnly = 8
const sqliteCannotOpen = 14

function olderVault(file: string, version: number): VaultError {
  const reason =
    version === 0 ? 'was left empty by a set-up that broke off' : `has the older format ${version}`
  return new VaultError('VAULT_MISSING', `The vault ${file} ${reason}; run "chancery ingest" once.`)
}

export type { Vault, VaultReader }
