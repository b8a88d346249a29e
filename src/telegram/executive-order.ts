import { isCaptionLine } from './caption.ts'
import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin } from './lines.ts'
import { trailingStart } from './loose-line.ts'
import { isPassing } from './passing.ts'
import { type Source, wordsOf } from './source.ts'
import type { ExecutiveOrder, Leaf } from './tree.ts'

/** `12958:`, behind the label; a digit may be lost, doubled or an l (`1295`, `l2958`) (2.10). */
const orderNumber = /^ {0,3}([\dlI]\d{3,5})(?!\d) {0,3}[:;.,]? {0,3}/

/** A value that fills its line to this length may go on below (`AFTER THE ELECTIONS IN ␤TOGO`). */
const fullLineCharacters = 52

/**
 * `E.O. 12958: DECL: 08/05/2018`
 *  ^ label     ^ value, to the end of the line or the next label
 *       ^ number
 */
export function readExecutiveOrder(source: Source, label: Label, limit: number): ExecutiveOrder {
  const match = orderNumber.exec(source.plain.slice(label.end, label.end + 24))
  const pieces: Leaf[] = []
  if (label.end > label.start) pieces.push(leaf(source, 'label', label.start, label.end))
  let valueStart = label.end
  if (match?.[1] !== undefined) {
    const at = label.end + match[0].indexOf(match[1])
    pieces.push(leaf(source, 'number', at, at + match[1].length))
    valueStart = Math.min(label.end + match[0].length, limit)
    pieces.push(...punctuation(source, at + match[1].length, valueStart))
  }
  const last = endOfValue(source, valueStart, limit)
  // `E.O. 12958: N/A SIPDIS`: what stands behind the value is a line of its own.
  const end = Math.min(last, valueStart + valueLength(source.plain.slice(valueStart, last)))
  const children = fill(source, label.start, end, pieces, 'value')
  const value = children
    .filter((child) => child.type === 'value')
    .map((child) => child.value)
    .join(' ')
  return {
    type: 'executiveOrder',
    ...(match?.[1] === undefined ? {} : { number: match[1] }),
    value: value.replace(/\s+/g, ' ').trim(),
    children,
    position: positionOf(source, label.start, end),
  }
}

function valueLength(words: string): number {
  const length = words.trimEnd().length
  const at = trailingStart(words.slice(0, length), 0)
  return at < length ? at : words.length
}

/** The colon behind the number. */
function punctuation(source: Source, start: number, end: number): Leaf[] {
  const words = source.plain.slice(start, end)
  const sign = /[:;.,]/.exec(words)
  if (sign === null) return []
  return [leaf(source, 'separator', start + sign.index, start + sign.index + 1)]
}

function endOfValue(source: Source, start: number, limit: number): number {
  const lines = linesWithin(source.lines, start, limit)
  const first = lines[0]
  if (first === undefined) return start
  const second = lines[1]
  if (second === undefined) return first.next
  const words = wordsOf(source, second)
  if (valueFollows(wordsOf(source, first), words)) return second.next
  if (wordsOf(source, first) === '') return first.next
  const full = first.end - first.start + 14 >= fullLineCharacters
  const goesOn =
    words !== '' && words.length < 70 && (full || /^[a-z]/.test(words)) && !isOther(words)
  return goesOn ? second.next : first.next
}

/** `E.O. 12958: DECL:␤03/04/2017`, `DECL: 03/04/␤2017`: the value, or the rest of it, below. */
function valueFollows(before: string, words: string): boolean {
  if (/\d[-/]$/.test(before) && /^\d/.test(words)) return true
  if (before !== '' && !/^DECL[A-Z]{0,6}:?$/i.test(before)) return false
  return /^(?:DECL|N\/A$|X\d|OADR|GDS|[0-3]?\d\s?[-/.]|(?:19|20)\d\d[-/.]|[0-3]?\d [A-Z]{3})/i.test(
    words,
  )
}

function isOther(words: string): boolean {
  return (
    isCaptionLine(words) ||
    isPassing(words) ||
    /^\d{1,2}\.|^[-=*_]{3}|^(?:TAGS|SUBJ|REF)/i.test(words)
  )
}
