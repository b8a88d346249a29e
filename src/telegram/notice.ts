import type { ReadLines } from './envelope-line.ts'
import { fill, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { report, type Source, wordsOf } from './source.ts'
import type { Notice } from './tree.ts'

const opening = /^This record is a partial extract of the original cable/i
const closing = /full text of the original cable is not available/i

/** `This record is a partial extract of the original cable. The full text … is not available.` */
export function readNotice(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Notice> | undefined {
  const first = lines[index]
  if (first === undefined || first.end - first.start > 400) return undefined
  if (!opening.test(wordsOf(source, first))) return undefined
  const second = lines[index + 1]
  const wraps =
    !closing.test(wordsOf(source, first)) &&
    second !== undefined &&
    second.end - second.start <= 400 &&
    closing.test(wordsOf(source, second))
  const last = wraps ? second : first
  report(source, 'PARTIAL_RECORD', first.start, last.end)
  const node: Notice = {
    type: 'notice',
    kind: 'partial',
    children: fill(source, first.start, last.next),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next: index + (wraps ? 2 : 1) }
}

/**
 * `C O R R E C T E D  C O P Y  (SUBJECT LINE)`, padded with dashes or slashes; `ZFR ZFR ZFR`. Words
 * such as SUBJECT or CLASSIFIED BY inside it are no labels (specification 1.4).
 */
export function isCorrectionNotice(words: string): boolean {
  if (!mayCorrect.test(words.slice(0, 40))) return false
  const closed = words
    .slice(0, 80)
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
  return /^(?:ZFR|ZDK){0,8}(?:(?:THISISA)?CORRECTEDCOPY|CORRECTEDC?OP|CANCELTHIS|$)/.test(closed)
}

/** The first letter of a notice, behind dashes, slashes, stars, quotes. */
const mayCorrect = /^[^A-Za-z]*[CTZ]/i

/** What a notice on the same line ends at: `… (TAGS ADDED) SIPDIS E.O. 12958`. */
const behind = /\bE\.? ?[O0]\.? ?:? ?\d{5}|\bSIPDIS\b/

/** Length of a notice at the start of a line: up to SIPDIS or the executive order behind it. */
export function noticeLength(words: string): number {
  return behind.exec(words)?.index ?? words.length
}

/** Most lines of a notice whose parenthesis closes further down. */
const noticeLinesMax = 4

/** How many lines a notice takes: it goes on while a parenthesis is open. */
export function noticeLines(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): number | undefined {
  const first = lines[index]
  if (first === undefined || !isCorrectionNotice(wordsOf(source, first))) return undefined
  let depth = 0
  for (let count = 0; count < noticeLinesMax; count++) {
    const line = lines[index + count]
    const words = line === undefined ? '' : wordsOf(source, line)
    if (words === '') break
    depth += words.split('(').length - words.split(')').length
    if (depth <= 0) return count + 1
  }
  return 1
}

/** Reads a corrected-copy notice with the lines it wraps to. */
export function readCorrection(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): { node: Notice; next: number } | undefined {
  const first = lines[index]
  const count = noticeLines(source, lines, index)
  if (first === undefined || count === undefined) return undefined
  const end = lines[index + count - 1]?.next ?? first.next
  const isSignal = /^[^A-Z]*Z/i.test(wordsOf(source, first).slice(0, 40))
  const node: Notice = {
    type: 'notice',
    kind: isSignal ? 'other' : 'corrected',
    children: fill(source, first.start, end),
    position: positionOf(source, first.start, end),
  }
  return { node, next: index + count }
}
