import type { Decisions, Holding, Version } from '../cable/holding.ts'
import type { Cable } from '../cable/record.ts'
import type { Audience } from './audience.ts'
import { countRedactions, type RedactionCount } from './redaction.ts'
import { statedDate } from './stated-date.ts'

/** What is known of a text beside its words. */
export interface TextLook {
  readonly isPartial: boolean
  /** Stretches that stand in the text twice: offsets of the later ones. */
  readonly repeated: readonly { readonly start: number; readonly end: number }[]
}

/**
 * The text of a cable that an audience gets, or undefined where it gets none.
 *
 * The desk gets the text that a person chose, else the current one: a text before an index entry, whole before partial, then the
 * later date stated by its source, then the later ledger number. The public gets nothing of a
 * withheld cable, nor any text that no released collection holds; of the others the one chosen,
 * else the one with the most redaction marks, never the newest.
 */
export function releaseOf(
  holding: Holding,
  decisions: Decisions,
  audience: Audience,
  look: (version: Version) => TextLook = lookAtWords,
): Version | undefined {
  const chosen = decisions.chosen.get(holding.id)
  if (audience === 'desk') {
    const named = holding.versions.find(({ sha256 }) => sha256 === chosen)
    return named ?? best(holding.versions, currentOrder(look))
  }
  if (isWithheld(holding, decisions)) return undefined
  const open = holding.versions.filter(
    (version) => releasedCollections(version, decisions).length > 0,
  )
  // Nobody decided for any other text: where the chosen one may not be shown, none is.
  if (chosen !== undefined) return open.find(({ sha256 }) => sha256 === chosen)
  return best(open, publicOrder(look))
}

/** Whether a policy would release the cable, but not the text that a person chose of it. */
export function isChoiceClosed(holding: Holding, decisions: Decisions): boolean {
  return (
    decisions.chosen.has(holding.id) &&
    !isWithheld(holding, decisions) &&
    releaseOf(holding, decisions, 'public') === undefined &&
    holding.versions.some((version) => releasedCollections(version, decisions).length > 0)
  )
}

/** What a record says of its text, for the choice between several. */
export function lookAtRecord({
  partial,
  diagnostics,
}: Pick<Cable, 'partial' | 'diagnostics'>): TextLook {
  const repeated = diagnostics.filter(({ code }) => code === 'TEXT_REPEATED')
  return {
    isPartial: partial,
    repeated: repeated.map(({ start, end }) => ({ start: start.offset, end: end.offset })),
  }
}

/** The collections that hold this text and whose policy releases it. */
export function releasedCollections(version: Version, decisions: Decisions): string[] {
  return version.collections.filter(
    (name) => Object.hasOwn(decisions.policies, name) && decisions.policies[name] === 'all',
  )
}

/** Whether a cable is withheld, under its own id or under one that leads to it. */
export function isWithheld(holding: Holding, decisions: Decisions): boolean {
  return [holding.id, ...holding.aliases].some((id) => decisions.withheld.has(id))
}

/** The notice that archives put before a cable of which they hold a part only. */
const extractNotice =
  /\bpartial\s{1,20}extract\s{1,20}of\s{1,20}the\s{1,20}original\s{1,20}cable\b/i

/** What the words alone tell. The record knows more: pass what it says instead. */
function lookAtWords(version: Version): TextLook {
  return { isPartial: extractNotice.test(version.text), repeated: [] }
}

/** An index entry stands behind any text of its cable. */
function isEntryAlone({ facts }: Version): boolean {
  return facts.textState === 'index-only'
}

type Look = (version: Version) => TextLook

type VersionOrder = (a: Version, b: Version) => number

/** Negative where `a` is the more current of the two. */
function currentOrder(look: Look): VersionOrder {
  return (a, b) =>
    Number(isEntryAlone(a)) - Number(isEntryAlone(b)) ||
    Number(look(a).isPartial) - Number(look(b).isPartial) ||
    codeUnitOrder(statedDate(b.facts), statedDate(a.facts)) ||
    b.ledger - a.ledger ||
    codeUnitOrder(a.sha256, b.sha256)
}

/** Negative where `a` is the more masked of the two; where both are alike, the more current. */
function publicOrder(look: Look): VersionOrder {
  const current = currentOrder(look)
  const counts = new Map<Version, RedactionCount>()
  const count = (version: Version): RedactionCount => {
    const known = counts.get(version) ?? countRedactions(version.text, look(version).repeated)
    counts.set(version, known)
    return known
  }
  return (a, b) => {
    const [ofA, ofB] = [count(a), count(b)]
    return (
      ofB.marks - ofA.marks ||
      ofB.characters - ofA.characters ||
      ofB.ellipses - ofA.ellipses ||
      current(a, b)
    )
  }
}

function best(versions: readonly Version[], order: VersionOrder): Version | undefined {
  return versions.toSorted(order)[0]
}

function codeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
