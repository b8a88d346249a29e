import type { ArchiveFacts } from '../cable/facts.ts'
import type { Decisions, Holding, Version } from '../cable/holding.ts'
import { coveredFacts } from './covered-facts.ts'
import { releasedCollections } from './release.ts'

/**
 * The facts about a text that may be public. A text may be held by a released collection and a
 * private one; what the private one alone says of it (title, dates, holder) stays private, and the
 * record is then read from the text. So does a title that tells what the text masks.
 */
export function publicFacts(
  holding: Holding,
  version: Version,
  decisions: Decisions,
): ArchiveFacts {
  const released = releasedCollections(version, decisions)
  const { collection } = version.facts
  // Without a name the facts may be anybody's: then all who hold the text must be released.
  const isOpen =
    collection === undefined
      ? released.length === version.collections.length
      : released.includes(collection)
  const [name = collection] = collection !== undefined && isOpen ? [collection] : released
  const named = name === undefined ? {} : { collection: name }
  return isOpen
    ? { ...coveredFacts(version.facts, () => version.text), ...named }
    : { id: holding.id, ...named }
}

/**
 * The other ids of a cable that may be public: those that a released text carries itself or that
 * a released collection gave it. An id that only a private collection uses would tell of it.
 */
export function publicAliases(
  holding: Holding,
  released: Version,
  decisions: Decisions,
): readonly string[] {
  const given = new Set(
    holding.versions
      .filter((version) => releasedCollections(version, decisions).length > 0)
      .flatMap((version) => {
        const { id, source } = publicFacts(holding, version, decisions)
        return [id, source?.uniqueId]
      }),
  )
  return holding.aliases.filter((alias) => given.has(alias) || isPrinted(alias, released.text))
}

/** Whether a text carries an id itself: as a word of its own, and no bare number. */
function isPrinted(alias: string, text: string): boolean {
  if (!/\p{L}/u.test(alias)) return false
  for (let at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + alias.length)) {
    const around = `${text[at - 1] ?? ' '}${text[at + alias.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}
