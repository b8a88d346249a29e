import { releaseOf } from '../release/release.ts'
import { openVault, type VaultReader } from '../vault/open-vault.ts'
import { bytesHash } from '../vault/text-hash.ts'
import { DeskError } from './desk-error.ts'

/** The bytes a cable was read from, as they came: those of the text that the desk edition shows. */
export function originalOf(archiveDir: string, id: string): Uint8Array {
  const vault = openVault(archiveDir)
  try {
    const holding = vault.holding(id)
    const shown = holding && releaseOf(holding, vault.decisions(), 'desk')
    const witnesses = vault.witnesses(id)
    const witness = witnesses.find(({ text }) => text === shown?.sha256) ?? witnesses[0]
    const bytes = witness && vault.original(witness.original)
    if (bytes) return bytes
    throw new DeskError('ENTRY_UNKNOWN', `The vault holds no cable "${id}".`)
  } finally {
    vault.close()
  }
}

/** What `verifyOriginals` found. */
export interface OriginalsVerdict {
  readonly originals: number
  readonly bytes: number
  /** One sentence for each original that is not what its SHA-256 says. */
  readonly faults: readonly string[]
}

/** Checks the bytes of every original in the vault against the SHA-256 they were stored under. */
export function verifyOriginals(archiveDir: string): OriginalsVerdict {
  const vault = openVault(archiveDir)
  try {
    return check(vault)
  } finally {
    vault.close()
  }
}

function check(vault: VaultReader): OriginalsVerdict {
  const seen = new Set<string>()
  const faults: string[] = []
  let bytes = 0
  for (const { id } of vault.holdings()) {
    for (const { original, locator } of vault.witnesses(id)) {
      if (seen.has(original)) continue
      seen.add(original)
      const held = vault.original(original)
      bytes += held?.length ?? 0
      if (held === undefined) faults.push(`The original of ${id} (${locator}) is missing.`)
      else if (bytesHash(held) !== original) {
        faults.push(`The original of ${id} (${locator}) is not what was stored.`)
      }
    }
  }
  return { originals: seen.size, bytes, faults }
}
