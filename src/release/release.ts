import type { Decisions, Holding, Version } from '../cable/holding.ts'
import type { Audience } from './audience.ts'
import { countRedactions } from './redaction.ts'
import { statedDate } from './stated-date.ts'

/**
 * The text of a cable that an audience gets, or undefined where it gets none.
 *
 * The desk gets the current text: whole before partial, then the later date stated by its source,
 * then the later ledger number. The public gets nothing of a withheld cable, nor any text that no
 * released collection holds; of the others the one with the most redaction marks, never the newest.
 */
export function releaseOf(
  holding: Holding,
  decisions: Decisions,
  audience: Audience,
  isPartial: (version: Version) => boolean = isExtract,
): Version | undefined {
  if (audience === 'desk') return best(holding.versions, currentOrder(isPartial))
  if (isWithheld(holding, decisions)) return undefined
  const open = holding.versions.filter(
    (version) => releasedCollections(version, decisions).length > 0,
  )
  return best(open, publicOrder(isPartial))
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

/** Whether a text says that it is a part of the cable. The record knows more: pass that instead. */
function isExtract(version: Version): boolean {
  return extractNotice.test(version.text)
}

type VersionOrder = (a: Version, b: Version) => number

/** Negative where `a` is the more current of the two. */
function currentOrder(isPartial: (version: Version) => boolean): VersionOrder {
  return (a, b) =>
    Number(isPartial(a)) - Number(isPartial(b)) ||
    codeUnitOrder(statedDate(b.facts), statedDate(a.facts)) ||
    b.ledger - a.ledger ||
    codeUnitOrder(a.sha256, b.sha256)
}

function publicOrder(isPartial: (version: Version) => boolean): VersionOrder {
  const current = currentOrder(isPartial)
  return (a, b) => {
    const [ofA, ofB] = [countRedactions(a.text), countRedactions(b.text)]
    return ofB.marks - ofA.marks || ofB.characters - ofA.characters || current(a, b)
  }
}

function best(versions: readonly Version[], order: VersionOrder): Version | undefined {
  return versions.toSorted(order)[0]
}

function codeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
