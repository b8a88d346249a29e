import { type KeptEdition, keptEditions, removeKept } from '../press/kept-edition.ts'
import type { LedgerEntry } from '../vault/vault.ts'
import { openVaultForWriting, type WriteOptions } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'
import { DeskError } from './desk-error.ts'

/** What `prune` did. */
export interface PruneReport {
  /** The edition that stays, by its 12 hex digits. */
  readonly before: string
  readonly removed: readonly KeptEdition[]
  /** Of the files that were removed. */
  readonly bytes: number
  /** Absent where there was nothing to remove. */
  readonly entry?: LedgerEntry
}

/**
 * Removes from the disk every superseded edition, public or desk, that is older than `before` (12
 * hex digits, or the number of a public release). Effective at once; the current editions stay, and
 * so do the tombstones of what was withdrawn. Throws `EDITION_UNKNOWN`.
 */
export async function prune(
  archiveDir: string,
  before: string,
  options: WriteOptions = {},
): Promise<PruneReport> {
  requireVault(archiveDir)
  const vault = openVaultForWriting(archiveDir, 'prune', options)
  try {
    const desk = await keptEditions(archiveDir, 'desk')
    const open = await keptEditions(archiveDir, 'public')
    const kept = [...open, ...desk]
    const named = namedEdition(kept, before)
    const removed = kept.filter((edition) => !edition.isCurrent && isOlder(edition, named))
    if (removed.length === 0) return { before: named.name, removed, bytes: 0 }
    const bytes = removed.reduce((sum, edition) => sum + edition.bytes, 0)
    const names = removed.map(nameOf).join(', ')
    // First the word, then the deed: cut off between the two, the same again removes what is left.
    const entry = vault.record({
      kind: 'prune',
      text: `Removes what is older than ${nameOf(named)}: ${names}.`,
      data: {
        before: named.name,
        removed: removed.map(({ audience, name, release }) => ({
          audience,
          name,
          ...(release !== undefined && { release }),
        })),
        bytes,
      },
    })
    for (const edition of removed) await removeKept(archiveDir, edition)
    return { before: named.name, removed, bytes, entry }
  } finally {
    vault.close()
  }
}

/** `public edition 0123456789ab (release 3)` */
export function nameOf({ audience, name, release }: KeptEdition): string {
  return `${audience} edition ${name}${release === undefined ? '' : ` (release ${release})`}`
}

function namedEdition(kept: readonly KeptEdition[], asked: string): KeptEdition {
  const name = asked.trim().toLowerCase()
  const named =
    kept.find((edition) => edition.name === name) ??
    kept.find(({ release }) => release !== undefined && String(release) === name)
  if (named !== undefined) return named
  const names = kept.map(nameOf).join(', ')
  const are = kept.length === 1 ? 'is' : 'are'
  const held = kept.length === 0 ? 'there is none' : `there ${are} ${names}`
  throw new DeskError('EDITION_UNKNOWN', `There is no edition "${asked}" on the disk: ${held}.`)
}

/** Whether an edition came before the one named. */
function isOlder(edition: KeptEdition, named: KeptEdition): boolean {
  if (edition.audience !== named.audience) return edition.date < named.date
  if (edition.name === named.name) return false
  // The current one superseded all others on its shelf, whatever the program that built them.
  if (named.isCurrent) return true
  if (edition.release !== undefined && named.release !== undefined) {
    return edition.release < named.release
  }
  return edition.date < named.date
}
