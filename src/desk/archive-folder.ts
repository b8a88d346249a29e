import { VaultError } from '../vault/vault-error.ts'
import { hasVault } from '../vault/vault-folder.ts'

/** Throws `VAULT_MISSING` where a directory holds no archive, so that a typing slip makes none. */
export function requireVault(archiveDir: string): void {
  if (hasVault(archiveDir)) return
  const message = `There is no archive in ${archiveDir}; "chancery ingest" makes one.`
  throw new VaultError('VAULT_MISSING', message)
}
