import type { Decisions, Holding, Version } from '../cable/holding.ts'
import { marksFrom, type TextBeside } from '../release/beside.ts'
import { publicFacts } from '../release/facts.ts'
import { type Mark, type Marked, marksOf } from '../release/mark.ts'
import { redactions } from '../release/redaction.ts'
import { releasedCollections } from '../release/release.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Most cables under one number whose masks are looked at for each other. Where more share a number,
 * it is none (`UNKNOWN`, a column's name); the most that a real one has is 52.
 */
export const twinsLookedAtMax = 64

/** Numbers whose twins are remembered at a time. */
const numbersKept = 256

/** Finds what keeps a text back: its own marks, and those that other texts put on it. */
export interface MarkFinder {
  /** In the order of the text; those without a place last. */
  marks(holding: Holding, version: Version, outline: (version: Version) => Marked): readonly Mark[]
}

/** Starts a finder on a vault that nobody changes meanwhile. */
export function markFinder(vault: Pick<Vault, 'holding'>, decisions: Decisions): MarkFinder {
  const numbers = new Map<string, readonly Twin[]>()
  const twinsOf = (id: string): readonly Twin[] => {
    const number = id.split('~')[0] ?? id
    const known = numbers.get(number) ?? maskedTwins(vault, number, decisions)
    if (numbers.size >= numbersKept) numbers.clear()
    numbers.set(number, known)
    return known.filter((twin) => twin.id !== id)
  }
  return {
    marks(holding, version, outline) {
      const own = marksOf(outline(version))
      // Who chose a version has seen what the others cover.
      if (decisions.chosen.get(holding.id) === version.sha256) return own
      const others = [
        ...versionsBeside(holding, version, decisions, outline),
        ...twinsOf(holding.id).map(({ beside }) => beside),
      ]
      if (others.length === 0) return own
      const { title } = publicFacts(holding, version, decisions)
      const titled = title === undefined ? {} : { title }
      const place = ({ span }: Mark): number => span?.start ?? Number.MAX_SAFE_INTEGER
      const more = marksFrom({ text: version.text, marks: own, ...titled }, others)
      return [...own, ...more].sort((a, b) => place(a) - place(b))
    },
  }
}

function versionsBeside(
  holding: Holding,
  shown: Version,
  decisions: Decisions,
  outline: (version: Version) => Marked,
): readonly TextBeside[] {
  return holding.versions.flatMap((version, index): TextBeside[] => {
    if (version === shown) return []
    const { sha256, text } = version
    const isReleased = releasedCollections(version, decisions).length > 0
    const { protection } = outline(version)
    return [{ name: `version ${index + 1}`, sha256, text, isReleased, isTwin: false, protection }]
  })
}

interface Twin {
  readonly id: string
  readonly beside: TextBeside
}

/** The released texts with masks of all cables that share a number, where there are several. */
function maskedTwins(
  vault: Pick<Vault, 'holding'>,
  number: string,
  decisions: Decisions,
): readonly Twin[] {
  // Nearly all numbers have no second cable: what there is to ask is asked first.
  if (vault.holding(`${number}~2`) === undefined) return []
  const holdings: Holding[] = []
  for (let twin = 1; twin <= twinsLookedAtMax + 1; twin += 1) {
    const holding = vault.holding(twin === 1 ? number : `${number}~${twin}`)
    if (holding === undefined) break
    holdings.push(holding)
  }
  if (holdings.length > twinsLookedAtMax) return []
  return holdings.flatMap(({ id, versions }) =>
    versions.flatMap((version): Twin[] => {
      const { sha256, text } = version
      if (releasedCollections(version, decisions).length === 0) return []
      if (redactions(text).length === 0) return []
      const beside = { name: id, sha256, text, isReleased: true, isTwin: true, protection: [] }
      return [{ id, beside }]
    }),
  )
}
