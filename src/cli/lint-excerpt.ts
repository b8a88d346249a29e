import type { Point } from '../telegram/tree.ts'
import { printable } from './output.ts'

/** Longest piece of a line that is shown, in UTF-16 code units: unwrapped copies have endless ones. */
const shownMax = 100
/** Of a long line this much stands before the place. */
const leadCharacters = 30

/**
 * The line of a place with a caret under each of its characters.
 *
 *        12 | E.O. 12958: DECL: 03/14/2O17
 *           |             ^^^^^^^^^^^^^^^^
 */
export function excerptOf(text: string, start: Point, end: Point): string {
  const lineStart = start.offset - (start.column - 1)
  const lineEnd = endOfLine(text, start.offset)
  const from =
    lineEnd - lineStart <= shownMax ? lineStart : Math.max(lineStart, start.offset - leadCharacters)
  const to = Math.min(lineEnd, from + shownMax)
  const before = flat(text.slice(from, start.offset))
  const marked = flat(text.slice(start.offset, Math.max(start.offset, Math.min(end.offset, to))))
  const after = flat(text.slice(start.offset, to)).slice(marked.length)
  const cutBefore = from > lineStart ? '… ' : ''
  const cutAfter = to < lineEnd ? ' …' : ''
  const number = String(start.line).padStart(6)
  const carets = '^'.repeat(Math.max(1, marked.length))
  const goesOn = end.offset > lineEnd ? ' …' : ''
  const blank = ' '.repeat(cutBefore.length + before.length)
  return (
    `${number} | ${cutBefore}${before}${marked}${after}${cutAfter}\n` +
    `${' '.repeat(6)} | ${blank}${carets}${goesOn}`
  )
}

/** Tabs as one blank, so that the carets stand below what they mean. */
function flat(text: string): string {
  return printable(text.replaceAll('\t', ' '))
}

function endOfLine(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x0d || code === 0x2028) return at
  }
  return text.length
}
