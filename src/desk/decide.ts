import type { LedgerEntry } from '../vault/vault.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import type { WriteOptions } from '../vault/write-vault.ts'
import { type DecisionReport, deciding, requireReason } from './decision.ts'
import { DeskError } from './desk-error.ts'
import { type FoundCables, findCables } from './named-cable.ts'

/**
 * Decides what of a collection may be public: `all` or `none`, with the reason for it. Takes
 * effect with the next `publish`.
 */
export function policy(
  archiveDir: string,
  collection: string,
  value: 'all' | 'none',
  reason: string,
  options: WriteOptions = {},
): DecisionReport {
  const why = requireReason(reason)
  return deciding(archiveDir, 'policy', options, (vault) => {
    const names = vault.collections().map(({ name }) => name)
    if (!names.includes(collection)) {
      const are = names.length === 1 ? 'is' : 'are'
      const held = names.length > 0 ? `; there ${are} ${names.join(', ')}` : ''
      throw new DeskError('COLLECTION_UNKNOWN', `There is no collection "${collection}"${held}.`)
    }
    const text = `Set the policy of the collection ${collection} to ${value}: ${why}`
    const subjects = [collection]
    const entry = vault.decide({ kind: 'policy', subjects, value, reason: why, text })
    const messages = [
      value === 'all'
        ? `The next "publish" makes every cable of ${collection} public that is not withheld and does not ask to protect a source.`
        : `The next "publish" leaves out every cable that only ${collection} holds.`,
    ]
    return { entry, changed: subjects, unchanged: [], unknown: [], messages, exit: 0 }
  })
}

/** Why a cable is withheld: a short code, and a note for the archive's owner. */
export interface WithholdReason {
  /** Letters, digits, `-` and `_`: `PRIVACY`. */
  readonly reason: string
  readonly note?: string
}

/** Withholds cables from every later public edition, whatever their collection's policy. */
export function withhold(
  archiveDir: string,
  ids: readonly string[],
  { reason, note }: WithholdReason,
  options: WriteOptions = {},
): DecisionReport {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(reason)) {
    const message =
      'The reason is a code of letters and digits, such as PRIVACY; words go into --note.'
    throw new DeskError('REASON_CODE', message)
  }
  requireIds(ids)
  return deciding(archiveDir, 'withhold', options, (vault) => {
    const found = findCables(vault, ids)
    const withheld = vault.decisions().withheld
    const changed = found.ids.filter((id) => !withheld.has(id))
    const text = `Withheld ${changed.join(', ')}: ${reason}${note ? ` (${note})` : ''}`
    const more = note === undefined ? {} : { note }
    const entry =
      changed.length > 0
        ? vault.decide({
            kind: 'withhold',
            subjects: changed,
            value: 'withhold',
            reason,
            ...more,
            text,
          })
        : undefined
    const after = vault.decisions().withheld
    return report(found, changed, entry, relatedSentences(vault, changed, after))
  })
}

/** Lifts the withholding of cables; the collection's policy holds for them again. */
export function restore(
  archiveDir: string,
  ids: readonly string[],
  options: WriteOptions & { readonly note?: string } = {},
): DecisionReport {
  requireIds(ids)
  return deciding(archiveDir, 'restore', options, (vault) => {
    const found = findCables(vault, ids)
    const withheld = vault.decisions().withheld
    const changed = found.ids.filter((id) => withheld.has(id))
    const text = `Restored ${changed.join(', ')}${options.note ? `: ${options.note}` : ''}`
    const more = options.note === undefined ? {} : { note: options.note }
    const entry =
      changed.length > 0
        ? vault.decide({
            kind: 'restore',
            subjects: changed,
            value: 'restore',
            reason: '',
            ...more,
            text,
          })
        : undefined
    return report(found, changed, entry, [])
  })
}

function requireIds(ids: readonly string[]): void {
  if (ids.length === 0) throw new DeskError('IDS_MISSING', 'Name at least one cable.')
}

function report(
  found: FoundCables,
  changed: readonly string[],
  entry: LedgerEntry | undefined,
  sentences: readonly string[],
): DecisionReport {
  const unchanged = found.ids.filter((id) => !changed.includes(id))
  return {
    ...(entry && { entry }),
    changed,
    unchanged,
    unknown: found.unknown,
    messages: [...found.sentences.map((each) => `CABLE_UNKNOWN: ${each}`), ...sentences],
    exit: found.unknown.length > 0 ? 1 : 0,
  }
}

/** Twins and equal texts of what was withheld stay as they are: the person should know of them. */
function relatedSentences(
  vault: VaultReader,
  ids: readonly string[],
  withheld: ReadonlySet<string>,
): readonly string[] {
  return ids.flatMap((id) => {
    const number = id.split('~')[0] ?? id
    const open = (other: string): boolean => other !== id && !withheld.has(other)
    const twins = vault
      .twins(number)
      .map((each) => each.id)
      .filter(open)
    const texts = vault.holding(id)?.versions.map(({ sha256 }) => sha256) ?? []
    const alike = texts.flatMap((sha256) => vault.idsOfText(sha256, sameTextMax))
    const same = [...new Set(alike)].filter(open)
    return [...told(twins, 'number', id), ...told(same, 'text', id)]
  })
}

/** Cables with the text of one that is withheld that are looked for: a lost text is lost in many. */
const sameTextMax = 1000

/** Cables that are named one by one. */
const namedMax = 10

function told(others: readonly string[], what: string, id: string): readonly string[] {
  const named = others.slice(0, namedMax)
  const more = others.length - named.length
  return [
    ...named.map((other) => `${other} has the same ${what} as ${id} and is not withheld.`),
    ...(more > 0 ? [`${more} more have the same ${what} as ${id} and are not withheld.`] : []),
  ]
}
