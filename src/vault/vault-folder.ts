import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { VaultError } from './vault-error.ts'

/** The files of an archive's private store, by the archive's directory. */
export interface VaultFolder {
  /** `DIR/vault`, mode 0700. */
  readonly folder: string
  /** `DIR/vault/vault.sqlite`, mode 0600. */
  readonly file: string
  /** `DIR/vault/writer.lock`, mode 0600. */
  readonly lock: string
  /** `DIR/vault/readings.sqlite`, mode 0600: a cache that may be deleted at any time. */
  readonly readings: string
}

/** Where the private store of an archive lies. */
export function vaultFolder(archiveDir: string): VaultFolder {
  const folder = join(archiveDir, 'vault')
  return {
    folder,
    file: join(folder, 'vault.sqlite'),
    lock: join(folder, 'writer.lock'),
    readings: join(folder, 'readings.sqlite'),
  }
}

/** True where an archive has a vault already. */
export function hasVault(archiveDir: string): boolean {
  return existsSync(vaultFolder(archiveDir).file)
}

/** Makes the folder, closed to others; a folder that exists is closed again. */
export function makeVaultFolder(archiveDir: string): VaultFolder {
  const places = vaultFolder(archiveDir)
  try {
    mkdirSync(places.folder, { recursive: true, mode: 0o700 })
    chmodSync(places.folder, 0o700)
  } catch (error) {
    const message = `The archive ${archiveDir} cannot be written; look at its rights and its disk.`
    throw new VaultError('VAULT_UNUSABLE', message, { cause: error })
  }
  return places
}

/** Makes an empty file of mode 0600 where there is none; SQLite gives its side files the same mode. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch (error) {
    const message = `The file ${file} cannot be written; look at its rights and its disk.`
    throw new VaultError('VAULT_UNUSABLE', message, { cause: error })
  }
}
