import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
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
    db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
    db.exec('PRAGMA trusted_schema = OFF')
    const version = formatVersion(db, file)
    if (version < schemaSteps.length) throw olderVault(file, version)
    return readVault(db, openReadings(readings))
  } catch (error) {
    db?.close()
    throw asVaultError(error, file)
  }
}

function olderVault(file: string, version: number): VaultError {
  const reason =
    version === 0 ? 'was left empty by a set-up that broke off' : `has the older format ${version}`
  return new VaultError('VAULT_MISSING', `The vault ${file} ${reason}; run "chancery ingest" once.`)
}

export type { Vault, VaultReader }
