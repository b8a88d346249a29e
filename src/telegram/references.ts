import { isCaptionLine } from './caption.ts'
import { isHandling } from './handling.ts'
import type { Label } from './label.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin, type SourceLine } from './lines.ts'
import { isItemAt, splitItems } from './reference-shape.ts'
import { isRule } from './rule.ts'
import { artefactsWithin, type Source, wordsOf } from './source.ts'
import type { Leaf, ReferenceItem, References } from './tree.ts'

/** `¶B.`, `[1](#)B.`, `1B.`: what scrapes and archives put before an enumerator (5). */
const mark = '(?:\\u00c2?\\u00b6|\\ufffd|\\[1\\]\\(#\\)|1(?=[B-Z]\\.))'
/** `A.` `A)` `(A)` `[A]` `A:` `A -` `A.)` `(1)` `AA.`, lower case too (2.13). */
const enumerator = `(?:\\(\\s?(?<a>[A-Za-z]|[1-9]\\d?)\\s?\\)[:.]?|\\[\\s?(?<b>[A-Za-z])\\s?\\]|(?<c>[A-Za-z]|AA|BB|CC|DD|EE|FF)\\s?(?:\\.\\)|[.):]|\\s-(?=\\s)))`
/** `1. LOME 5`, `2) ACCRA 9`: numbers before a name only. */
const numbered = "(?<d>\\d{1,2})[.)](?=\\s{0,3}(?:'?\\d{2,4} ?)?[A-Z]{3})"
/** An item begins at a line start or behind a separator. */
const itemStart = new RegExp(
  `(?<=^|[\\n\\r\\u2028]|[\\s;,)(:\\u00b6])(?:-\\s{0,6})?(?<mark>${mark}\\s{0,2})?(?:REF(?:TEL)?S?\\s{0,2}(?=\\(?[A-Z][.):]))?(?:${enumerator}|${numbered})(?=\\s|[A-Z\\d('"\\[\\u00b6]|$)`,
  'dg',
)
/** The bare letter of `REF A ACCRA 9` doubled inside an item. */
const doubled = new RegExp(
  `^\\s{0,3}(?:REF(?:TEL)?S?:?\\s{0,2})?${enumerator}(?=\\s|[A-Z\\d])`,
  'd',
)

/** Lines that end the field (specification 2.13, end). */
const stopLine =
  /^(?:CLASSIFIED BY|DERIVED FROM|\u00b6?\[?\d{1,2}[.)] ?\(|\u00b6\d|\[1\]\(#\)\d|1\.\s|SUMMARY\b|INTRODUCTION\b|COMMENT\b|E\.O\.|TAGS:|SUBJ)/i
/** A line behind a blank still belongs to the list if it looks like an item. */
const itemLine =
  /^(?:-\s{0,6})?(?:[\u00c2\u0622]?\u00b6|\ufffd|\[1\]\(#\)|1(?=[B-Z]\.))?\s?(?:\(?\[?[A-Z][\]).:]|[A-Z] - |\(\d\)|AND\b|'?\d{2,4} ?[A-Z]{3}|(?:[A-Z][A-Z'.]+[ -]){1,4}\(?\d{1,8})/
/** Stops in the running text of unwrapped copies. */
const stopInLine =
  /(?:Classified [Bb]y|CLASSIFIED BY|SENSITIVE BUT UNCLASS|Sensitive but Unclass|ENTIRE TEXT|(?:THIS|This) (?:MESSAGE|CABLE|message|cable) |PLEASE PROTECT|\u00b6?\b1\. ?\((?:U|C|S|SBU|S\/NF|C\/NF)\)|(?<!^\s{0,9})\b1\. {1,2}(?:BEGIN )?(?:SUMMARY|Summary)\b)/

/** The next item of a list, behind a rule or a caption in its midst: `B. 07 ACCRA 9` (wild 7). */
const nextItem =
  /^(?:-\s{0,6})?(?:[\u00c2\u0622]?\u00b6|\ufffd|\[1\]\(#\)|1(?=[B-Z]\.))?\s?[([]?[B-Z](?:\.\)|[\]).:])\s{0,3}(?:\(?['\u2019]?\d{2,4}\)?[ -])?(?:[A-Z][A-Z'.]{1,14}[ -]){0,3}[A-Z][A-Z'.]{1,14} {1,2}\d{1,8}\b/i
/** `C O N F I D E N T I A L LOME 000077`: the first line of the telegram again (wild 7). */
const spacedClass = /^(?:[A-Z] ){5,}.{0,60}\d{4,6}$/
/** `(C) SECSTATE`: a post whose serial the line end, or an empty line, has cut off. */
const cutItem = /(?:^|[\s).:])[A-Z][A-Z'.]{3,}$/

/** Lines a list of references may have: more than 20 items of two lines are known. */
const referenceLinesMax = 120

/** `REF: A. HANOI 869␤B. 07 HANOI 1901`: the label, then items split by their enumerators. */
export function readReferences(source: Source, label: Label, limit: number): References {
  const { end, gaps } = endOfReferences(source, label.end, limit)
  const labelEnd = label.start + source.plain.slice(label.start, label.end).trimEnd().length
  const pieces: (Leaf | ReferenceItem)[] = []
  if (labelEnd > label.start) pieces.push(leaf(source, 'label', label.start, labelEnd))
  pieces.push(...readItems(source, label.end, end, gaps))
  return {
    type: 'references',
    children: fill<ReferenceItem>(source, label.start, end, pieces, 'separator'),
    position: positionOf(source, label.start, end),
  }
}

/** Where a field ends, and the lines inside it that belong to no item. */
interface Extent {
  readonly end: number
  readonly gaps: readonly { readonly start: number; readonly end: number }[]
}

function endOfReferences(source: Source, start: number, limit: number): Extent {
  const gaps: { start: number; end: number }[] = []
  let end = start
  let blanks = 0
  let taken = 0
  let before = ''
  const lines = linesWithin(source.lines, start, limit).slice(0, referenceLinesMax)
  for (const [index, line] of lines.entries()) {
    const words = wordsOf(source, line)
    const lifted = artefactsWithin(source, line.start, line.next).length > 0
    if (words === '' || isSpacer(words)) {
      // The empty lines around a section mark came with it.
      blanks = lifted ? Math.min(blanks, 1) : blanks + 1
      continue
    }
    if (isRule(words) || (taken > 0 && (isHandling(words) || spacedClass.test(words)))) {
      if (taken === 0 || !goesOn(source, lines, index + 1)) break
      gaps.push({ start: line.start, end: line.next })
      continue
    }
    if (gaps.at(-1)?.end === line.start && isCaptionLine(words)) {
      gaps.push({ start: line.start, end: line.next })
      continue
    }
    if (taken > 0 && stopLine.test(words)) break
    if (taken > 0 && blanks > 0 && !resumes(words, before)) break
    if (taken > 0 && blanks > 3) break
    const stop = stopInLine.exec(source.plain.slice(line.start, line.end))
    if (stop !== null) return { end: Math.max(line.start + stop.index, end), gaps }
    end = line.next
    before = words
    blanks = 0
    taken++
  }
  return { end, gaps }
}

/** True where a line behind an empty one still belongs to the list. */
function resumes(words: string, before: string): boolean {
  if (itemLine.test(words) || /(?:\bAND|,|;)$/.test(before)) return true
  return /^\d{1,8}(?![.)\d])/.test(words) && cutItem.test(before)
}

/** True where the next line with words is a further item: `B. ACCRA 9`. */
function goesOn(source: Source, lines: readonly SourceLine[], from: number): boolean {
  for (let index = from; index < lines.length && index < from + 6; index++) {
    const line = lines[index]
    const words = line === undefined ? '' : wordsOf(source, line)
    if (words !== '' && !isRule(words) && !isCaptionLine(words)) return nextItem.test(words)
  }
  return false
}

/** `-` alone on a line is an empty line (2.15). */
function isSpacer(words: string): boolean {
  return words === '-' || words === '.'
}

interface ItemStart {
  readonly start: number
  readonly end: number
  readonly label: string
  readonly markEnd: number
}

function readItems(
  source: Source,
  start: number,
  end: number,
  gaps: Extent['gaps'],
): ReferenceItem[] {
  const starts = acceptSequence(source, findStarts(source, start, end))
  const items: ReferenceItem[] = []
  const first = starts[0]?.start ?? end
  if (source.plain.slice(start, first).replace(/[\s:.;,-]+/g, '') !== '')
    items.push(...unlabelled(source, start, first))
  for (let index = 0; index < starts.length; index++) {
    const at = starts[index]
    if (at === undefined) continue
    const next = starts[index + 1]?.start ?? end
    const gap = gaps.find((each) => each.start >= at.end && each.start < next)
    items.push(toItem(source, at, gap?.start ?? next))
  }
  return items
}

function findStarts(source: Source, start: number, end: number): ItemStart[] {
  const found: ItemStart[] = []
  for (const match of source.plain.slice(start, end).matchAll(itemStart)) {
    const groups = match.groups ?? {}
    const label = groups.a ?? groups.b ?? groups.c ?? groups.d
    if (label === undefined) continue
    const at = start + match.index
    const markEnd = start + (match.indices?.groups?.mark?.[1] ?? match.index)
    found.push({ start: at, end: at + match[0].length, label: label.toUpperCase(), markEnd })
  }
  return found.length > 0 ? found : findBareLetters(source, start, end)
}

/** `A LOME 5 B ACCRA 9`, `A-LOME 5`: letters without a sign, each before the name of a cable. */
function findBareLetters(source: Source, start: number, end: number): ItemStart[] {
  const text = source.plain.slice(start, end)
  const found: ItemStart[] = []
  for (const match of text.matchAll(/(?<=^|[\s;,])([A-Z])[ -]{1,2}(?=['(]?[A-Z\d])/g)) {
    const next = match.index + match[0].length
    const label = match[1] ?? ''
    if (!isItemAt(text, next) || label !== String.fromCharCode(65 + found.length)) continue
    const at = start + match.index
    found.push({ start: at, end: start + next, label, markEnd: at })
  }
  return found
}

/**
 * Letters must follow the alphabet: the next one or two, or (doubled by the client) the same again
 * right behind. `(C)` behind a station is its classification, `J.` in a name an initial.
 */
function acceptSequence(source: Source, found: readonly ItemStart[]): ItemStart[] {
  const accepted: ItemStart[] = []
  for (const each of found) {
    const last = accepted.at(-1)
    const order = orderOf(each.label) - (last === undefined ? -1 : orderOf(last.label))
    const opensLine = source.plain.slice(lineStart(source, each.start), each.start).trim() === ''
    if (/^\d/.test(each.label) !== /^\d/.test(last?.label ?? each.label)) continue
    if (last !== undefined && each.start - last.end <= 2) continue
    if (order === 1 || (opensLine && order >= 1 && order <= 4)) accepted.push(each)
    else if (opensLine && order === 0 && last !== undefined) accepted.push(each)
  }
  return accepted
}

function lineStart(source: Source, offset: number): number {
  let at = offset
  while (at > 0 && offset - at < 80 && !/[\n\r\u2028]/.test(source.plain[at - 1] ?? '')) at--
  return at
}

function orderOf(label: string): number {
  if (/^\d/.test(label)) return Number(label) - 1
  // `Z.` is followed by `AA.`
  return label.charCodeAt(0) - 65 + (label.length - 1) * 26
}

/** What stands before the first enumerator: `STATE 106206; LOME 9` has none at all. */
function unlabelled(source: Source, start: number, end: number): ReferenceItem[] {
  const text = source.plain.slice(start, end)
  const parts = splitItems(text)
  const labels = trailingLetters(parts.map((part) => text.slice(part.start, part.end)))
  return parts.map((part, index) =>
    item(source, start + part.start, start + part.end, labels[index], []),
  )
}

/** `LOME 5 (A), ACCRA 9 (B)`: letters behind the items, all of them and in order. */
function trailingLetters(items: readonly string[]): readonly (string | undefined)[] {
  const letters = items.map((words) => /\((?:REF )?([A-Z])\)$/i.exec(words)?.[1]?.toUpperCase())
  return letters.every((letter, index) => letter === String.fromCharCode(65 + index)) ? letters : []
}

function toItem(source: Source, at: ItemStart, end: number): ReferenceItem {
  const pieces: Leaf[] = []
  if (at.markEnd > at.start) pieces.push(leaf(source, 'paragraphMark', at.start, at.markEnd))
  pieces.push(leaf(source, 'enumerator', at.markEnd, at.end))
  let label = at.label
  const inner = doubled.exec(source.plain.slice(at.end, Math.min(end, at.end + 40)))
  const innerLabel = inner?.groups?.a ?? inner?.groups?.b ?? inner?.groups?.c
  if (inner !== null && innerLabel !== undefined && /^[A-Za-z]$/.test(innerLabel)) {
    const blanks = inner[0].length - inner[0].trimStart().length
    pieces.push(leaf(source, 'enumerator', at.end + blanks, at.end + inner[0].length))
    label = innerLabel.toUpperCase()
  }
  const length = source.plain.slice(at.start, end).trimEnd().length
  return item(source, at.start, Math.max(at.start + length, at.end), label, pieces)
}

function item(
  source: Source,
  start: number,
  end: number,
  label: string | undefined,
  pieces: readonly Leaf[],
): ReferenceItem {
  const from =
    start +
    (source.plain.slice(start, end).length - source.plain.slice(start, end).trimStart().length)
  return {
    type: 'referenceItem',
    ...(label === undefined ? {} : { label }),
    children: fill(source, from, end, pieces),
    position: positionOf(source, from, end),
  }
}
