import type { Holding } from '../cable/holding.ts'
import { isWithheld, releasedCollections } from '../release/release.ts'
import type { VaultReader } from '../vault/vault-reader.ts'
import type { WriteOptions } from '../vault/write-vault.ts'
import { type DecisionReport, deciding, requireReason } from './decision.ts'
import { oneCable } from './named-cable.ts'
import { protectedText } from './protected.ts'
import { namedVersion, type VersionFacts, versionFacts } from './version.ts'

/**
 * Chooses which text of a cable is shown: on the desk with the next `build`, in public with the
 * next `publish`, as far as policies and withholding let it. `name` is the text's number or the
 * first digits of its hash; without it an earlier choice is taken back.
 */
export function choose(
  archiveDir: string,
  spelling: string,
  name: string | undefined,
  reason: string,
  options: WriteOptions = {},
): DecisionReport {
  const why = requireReason(reason)
  return deciding(archiveDir, 'choose', options, (vault) => {
    const holding = oneCable(vault, spelling)
    const { id } = holding
    const value = name === undefined ? '' : namedVersion(id, holding.versions, name).sha256
    if ((vault.decisions().chosen.get(id) ?? '') === value) {
      return { changed: [], unchanged: [id], unknown: [], messages: [], exit: 0 }
    }
    const number = holding.versions.findIndex(({ sha256 }) => sha256 === value) + 1
    const what =
      value === ''
        ? `Took back the choice of a version of ${id}`
        : `Chose version ${number} of ${id}`
    const entry = vault.decide({
      kind: 'choose',
      subjects: [id],
      value,
      reason: why,
      text: `${what}: ${why}`,
    })
    const messages = consequences(vault, holding)
    return { entry, changed: [id], unchanged: [], unknown: [], messages, exit: 0 }
  })
}

/** What follows from the choice now in force, for the person who made it. */
function consequences(vault: VaultReader, holding: Holding): readonly string[] {
  const { id } = holding
  const decisions = vault.decisions()
  const versions = versionFacts(vault, holding)
  const chosen = versions.find((version) => version.chosen)
  const shown = versions.find((version) => version.public)
  const desk = versions.find((version) => version.current)
  const messages = [`The desk shows version ${desk?.number} after the next "chancery build".`]
  if (isWithheld(holding, decisions)) {
    return [...messages, `${id} is withheld: nothing of it is public until it is restored.`]
  }
  if (shown === undefined) {
    const open = holding.versions.some((each) => releasedCollections(each, decisions).length > 0)
    const sentence =
      chosen !== undefined && open
        ? `No collection with the policy all holds version ${chosen.number}: nothing of ${id} is public until one does, or until the choice is taken back.`
        : `No collection with the policy all holds ${id}: nothing of it is public until one does.`
    return [...messages, sentence]
  }
  messages.push(...uncovered(versions, shown))
  const kept = protectedText(vault, holding, decisions)?.marks.filter((mark) => !mark.waived) ?? []
  const after = `after the next "chancery publish"`
  return kept.length > 0
    ? [
        ...messages,
        `Version ${shown.number} has marks that keep it back: see "chancery protected ${id}".`,
      ]
    : [...messages, `Version ${shown.number} is public ${after}.`]
}

/** The person should know what becomes readable: another text covers more. */
function uncovered(versions: readonly VersionFacts[], shown: VersionFacts): readonly string[] {
  const more = versions.filter(({ redactionMarks }) => redactionMarks > shown.redactionMarks)
  return more.map(
    ({ number, redactionMarks }) =>
      `Version ${number} has ${redactionMarks} redaction ${redactionMarks === 1 ? 'mark' : 'marks'}, version ${shown.number} has ${shown.redactionMarks}: look at what they cover before you publish.`,
  )
}
