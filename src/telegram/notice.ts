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
 * `C O R R E C T E D  C O P Y  (SUBJECT LINE)`, padded with dashes or slashes. Words such as
 * SUBJECT or CLASSIFIED BY inside it are no labels (specification 1.4).
 */
export function isCorrectionNotice(words: string): boolean {
  const closed = words
    .slice(0, 80)
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
  return /^(?:ZFR|ZDK)?(?:(?:THISISA)?CORRECTEDCOPY|CORRECTEDC?OP|CANCELTHIS)/.test(closed)
}
