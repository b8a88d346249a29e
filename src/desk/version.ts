import type { Holding, Version } from '../cable/holding.ts'
import { readingOf } from '../press/reading.ts'
import { countRedactions } from '../release/redaction.ts'
import { lookAtRecord, releaseOf } from '../release/release.ts'
import { openVault } from '../vault/open-vault.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import { DeskError } from './desk-error.ts'
import { oneCable } from './named-cable.ts'

/** One text of a cable, for people who decide about it. */
export interface VersionFacts {
  /** From 1, the oldest ledger entry first. */
  readonly number: number
  /** Hash of the text, 64 hex digits. */
  readonly sha256: string
  readonly text: string
  /** UTF-16 code units. */
  readonly characters: number
  readonly collections: readonly string[]
  /** Where each source of it stood, oldest first. */
  readonly locators: readonly string[]
  /** Day of the ingest. */
  readonly added: string
  readonly redactionMarks: number
  readonly partial: boolean
  /** The one that the desk shows. */
  readonly current: boolean
  /** The one that the next `publish` shows, where its marks are waived. */
  readonly public: boolean
  /** The one that a person chose. */
  readonly chosen: boolean
}

/** The texts of a cable, oldest first; throws `CABLE_UNKNOWN`. */
export function versionsOf(
  archiveDir: string,
  spelling: string,
): { readonly id: string; readonly versions: readonly VersionFacts[] } {
  const vault = openVault(archiveDir)
  try {
    const holding = oneCable(vault, spelling)
    return { id: holding.id, versions: versionFacts(vault, holding) }
  } finally {
    vault.close()
  }
}

/** The same from a vault that is open. */
export function versionFacts(vault: VaultReader, holding: Holding): readonly VersionFacts[] {
  const decisions = vault.decisions()
  const look = (version: Version) => lookAtRecord(readingOf(vault, version, version.facts).record)
  const current = releaseOf(holding, decisions, 'desk', look)
  const open = releaseOf(holding, decisions, 'public', look)
  const chosen = decisions.chosen.get(holding.id)
  const witnesses = vault.witnesses(holding.id)
  return holding.versions.map((version, index) => {
    const { isPartial, repeated } = look(version)
    return {
      number: index + 1,
      sha256: version.sha256,
      text: version.text,
      characters: version.text.length,
      collections: version.collections,
      locators: witnesses
        .filter(({ text }) => text === version.sha256)
        .map(({ locator }) => locator),
      added: version.added.slice(0, 'YYYY-MM-DD'.length),
      redactionMarks: countRedactions(version.text, repeated).marks,
      partial: isPartial,
      current: version === current,
      public: version === open,
      chosen: version.sha256 === chosen,
    }
  })
}

/** Digits of a hash that name a text: six at least. */
const hashDigits = /^[0-9a-f]{6,64}$/

/** The text that a number or the first digits of a hash name; throws `VERSION_UNKNOWN`. */
export function namedVersion<Named extends { readonly sha256: string }>(
  id: string,
  versions: readonly Named[],
  name: string,
): Named {
  const numbered = /^[1-9]\d{0,3}$/.test(name) ? versions[Number(name) - 1] : undefined
  if (numbered !== undefined) return numbered
  const asked = name.trim().toLowerCase()
  const hashed = hashDigits.test(asked)
    ? versions.filter(({ sha256 }) => sha256.startsWith(asked))
    : []
  const [only] = hashed
  if (only !== undefined && hashed.length === 1) return only
  const held = versions.length === 1 ? 'one version, number 1' : `versions 1 to ${versions.length}`
  throw new DeskError(
    'VERSION_UNKNOWN',
    `${id} has no version "${name}": it has ${held}; "chancery versions ${id}" lists them.`,
  )
}
