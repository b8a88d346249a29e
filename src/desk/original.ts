import { releaseOf } from '../release/release.ts'
import { openVault } from '../vault/open-vault.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import { DeskError } from './desk-error.ts'

/**
 * The bytes a cable was read from, as they came: those of the version named (1 is the oldest),
 * else of the text that the desk edition shows.
 */
export function originalOf(archiveDir: string, id: string, version?: number): Uint8Array {
  const vault = openVault(archiveDir)
  try {
    const bytes = bytesOf(vault, id, version)
    if (bytes) return bytes
    throw new DeskError('ENTRY_UNKNOWN', `The vault holds no cable "${id}".`)
  } finally {
    vault.close()
  }
}

function bytesOf(vault: VaultReader, id: string, version: number | undefined) {
  const holding = vault.holding(id)
  const shown =
    version === undefined
      ? holding && releaseOf(holding, vault.decisions(), 'desk')
      : holding?.versions[version - 1]
  const witnesses = vault.witnesses(id)
  const witness = witnesses.find(({ text }) => text === shown?.sha256) ?? witnesses[0]
  return witness && vault.original(witness.original)
}

/** What `verifyVault` found. */
export interface VaultVerdict {
  readonly originals: number
  readonly texts: number
  /** Of the originals. */
  readonly bytes: number
  /** One sentence for each original or text that is not what its SHA-256 says. */
  readonly faults: readonly string[]
}

/** Checks every original and every text of the vault against the SHA-256 it was stored under. */
export function verifyVault(archiveDir: string): VaultVerdict {
  const vault = openVault(archiveDir)
  try {
    const counts = { original: 0, text: 0 }
    const faults: string[] = []
    let sum = 0
    for (const { kind, name, bytes, isSound } of vault.checkContents()) {
      counts[kind] += 1
      if (kind === 'original') sum += bytes
      if (isSound) continue
      const what = kind === 'original' ? `The original ${name}` : `The text of ${name}`
      faults.push(`${what} is not what was stored.`)
    }
    return { originals: counts.original, texts: counts.text, bytes: sum, faults }
  } finally {
    vault.close()
  }
}
