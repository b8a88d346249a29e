import { positionOf } from './leaf.ts'
import type { Source } from './source.ts'
import type { Stamp } from './tree.ts'

/**
 * `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005`, on a line of its
 * own, cut by a line end at any blank, or within a line; the officer's name may stand before (2.19).
 */
const stamp =
  /(?:(?<![^\s])[A-Z][a-z]{2,15} [A-Z]\. [A-Z][a-z]{2,15}\s{1,8})?declassified\/released\s{1,8}(?:by\s{1,8})?U\.?S\.?\s{1,8}department\s{1,8}of\s{1,8}state(?:\s{0,8}EO)?(?:\s{0,8}systematic)?(?:\s{0,8}review)?(?:\s{0,8}\d{1,2}\s{1,8}[a-z]{3,9}(?:\s{0,8}\d{4})?)?/gi
/** Stamps of other reviews, each a line of its own. */
const ownLine =
  /^[ \t]*(?:RELEASED? IN (?:FULL|PART)(?:[ \t,]{1,9}[\w().]{1,24}){0,4}|UNCLASSIFIED[ \t]+U\.S\. Department of State[ \t]+Case No\.[^\r\n]{0,120}|DECLASSIFIED[ \t]+Authority[ \t:]+(?:NND|E\.?O)[^\r\n]{0,80})[ \t]*$/gim

/** All declassification stamps of a text, in order. */
export function readStamps(source: Source): Stamp[] {
  const { text } = source
  const found: Stamp[] = []
  if (/declassified\/released/i.test(text))
    for (const match of text.matchAll(stamp))
      found.push(toStamp(source, match.index, match.index + match[0].length))
  if (/RELEASED? IN |Case No\.|Authority/i.test(text))
    for (const match of text.matchAll(ownLine))
      found.push(toStamp(source, match.index, match.index + match[0].length))
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function toStamp(source: Source, start: number, end: number): Stamp {
  return {
    type: 'stamp',
    value: source.text.slice(start, end),
    position: positionOf(source, start, end),
  }
}
