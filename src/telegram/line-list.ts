import { endsOnPurpose, isCapitals } from './line-joint.ts'
import { isBlankCode } from './lines.ts'
import type { Row } from './row.ts'
import type { Wrapping } from './tree.ts'

/** Slack from which a line was ended on purpose (specification 4.3). */
const slackMin = 8

/** The line before had room for the next word and was ended on purpose. */
export function isBreak(before: Row, row: Row, wrapping: Wrapping): boolean {
  const slack = wrapping.width - (before.length + 1 + firstWord(row.words).length)
  return slack >= slackMin && endsOnPurpose(before.words, row.words, slack)
}

/** Lines looked at before and behind one. */
const reachLines = 12
/** Breaks that make a list of the lines around. */
const breaksMin = 2

/**
 * Lines that are items each, so that a full one among them is an item too:
 *
 *     Prices of Yams Rise Again - Lome Daily
 *     Minister of Fisheries Promises Boats for Every Village - Post
 *     Eels Return - Lome Daily
 *
 * None of them begins with a small letter, as every third line of a filled text does, and a third
 * of them ended before they were full. In capitals this cannot be told.
 */
export function standsInList(rows: readonly Row[], index: number, wrapping: Wrapping): boolean {
  const row = rows[index]
  if (row === undefined || !opensItem(row) || isCapitals(row.words)) return false
  let first = index - 1
  for (let at = index; at > index - reachLines && belongs(rows[at]); at--) {
    if (at < index && !opensItem(rows[at])) return false
    first = at - 1
  }
  let breaks = 0
  let joints = 0
  for (let at = first + 1; at < index + reachLines && (at <= index || belongs(rows[at])); at++) {
    const [before, here] = [rows[at - 1], rows[at]]
    if (before === undefined || here === undefined) break
    if (!opensItem(here)) return false
    joints++
    if (isBreak(before, here, wrapping)) breaks++
  }
  return breaks >= breaksMin && breaks * 3 >= joints
}

/** Stands right below the line before, as text does. */
function belongs(row: Row | undefined): boolean {
  return row !== undefined && row.gap === 'none' && row.kind === 'text' && !row.sameLine
}

function opensItem(row: Row | undefined): boolean {
  return row !== undefined && /^["'\u201c]?[A-Z\d]/.test(row.words)
}

/** Farthest the first word of a line is looked at, UTF-16 code units. */
const firstWordMax = 80

function firstWord(words: string): string {
  let end = 0
  while (end < firstWordMax && end < words.length && !isBlankCode(words.charCodeAt(end))) end++
  return words.slice(0, end)
}
