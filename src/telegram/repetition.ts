import { readClassWords } from './class-words.ts'
import { positionOf } from './leaf.ts'
import { isBlankCode, linesWithin, type SourceLine } from './lines.ts'
import { readSectionWords } from './section-words.ts'
import { liftOut, report, type Source, wordsOf } from './source.ts'
import type { Repetition } from './tree.ts'

/**
 * Lifts out what a copy holds twice, so that a paragraph cut by it is one again: the head of the
 * telegram, sent again with each section, and paragraphs sent again behind a section mark.
 *
 *     … would be dredged before the
 *
 *     C O N F I D E N T I A L SECTION 02 OF 02 LOME 000077
 *     SIPDIS
 *     E.O. 12958: DECL: 03/04/2017
 *     SUBJECT: EELS
 *
 *     end of the year
 */
export function liftRepetitions(source: Source, start: number, end: number): void {
  const found = [...repeatedHeads(source, start, end), ...repeatedText(source, start, end)]
  for (const each of found) {
    const { start: from, end: to } = each.position
    report(source, 'TEXT_REPEATED', from.offset, to.offset)
  }
  liftOut(source, found)
}

/** A classification line is not longer than this, UTF-16 code units. */
const classLineCharactersMax = 110
/** Empty lines, and captions lifted out before, between two lines of a head. */
const headGapMax = 7
/** `… LOME 000077` */
const serialAtEnd = /[A-Z]['.\w-]{0,20} {1,9}\d{3,6}\s{0,9}$/i
/** Lines of a head, should they be wrapped otherwise the second time. */
const headLine =
  /^(?:E\.?O\.? ?\d{5}|TAGS\b|SUBJ(?:ECT)?\b|REF(?:S|TELS?)?[:.]|CLASSIFIED BY\b|SIPDIS$|NOFORN$|SENSITIVE$)/i

function repeatedHeads(source: Source, start: number, end: number): Repetition[] {
  const found: Repetition[] = []
  const lines = linesWithin(source.lines, start, end)
  let known: ReadonlySet<string> | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) continue
    const sections = readRepeatedClassLine(source, line)
    if (sections === undefined) continue
    known ??= new Set(linesWithin(source.lines, 0, start).map((each) => closeUp(source, each)))
    let last = index
    for (let at = index + 1; at < lines.length && at <= last + headGapMax; at++) {
      const next = lines[at]
      if (next === undefined) break
      const words = closeUp(source, next)
      if (words === '') continue
      if (!known.has(words) && !headLine.test(words)) break
      last = at
    }
    const to = lines[last]?.next ?? line.next
    found.push(toRepetition(source, line.start, to, sections))
    index = last
  }
  return found
}

type Sections = Pick<Repetition, 'section' | 'of'>

function readRepeatedClassLine(source: Source, line: SourceLine): Sections | undefined {
  const length = line.end - line.start
  if (length < 12 || length > classLineCharactersMax) return undefined
  const raw = source.plain.slice(line.start, line.end)
  if (!endsInDigit(raw)) return undefined
  if (!serialAtEnd.test(raw.slice(-40))) return undefined
  const words = readClassWords(raw, 1)
  if (words === undefined) return undefined
  const behind = raw.slice(words.end)
  const sections = readSectionWords(behind)
  return sections && { section: sections.section, of: sections.of }
}

/** Looked at before any pattern: few lines do. */
function endsInDigit(raw: string): boolean {
  let at = raw.length - 1
  while (at > 0 && raw.charCodeAt(at) === 0x20) at--
  const code = raw.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

function closeUp(source: Source, line: SourceLine): string {
  return line.end - line.start > 400 ? '' : wordsOf(source, line).replace(/\s+/g, ' ')
}

/** So much must be the same before a text is said to stand twice, letters without blanks. */
const sameLettersMin = 200
/** `1. (C) …` at the start of a line. */
const firstParagraph = /^\s{0,9}(?:\u00b6|\[1\]\(#\))?1\.\s{0,3}["'(A-Z]/

function repeatedText(source: Source, start: number, end: number): Repetition[] {
  const starts = linesWithin(source.lines, start, end)
    .filter((line) => firstParagraph.test(source.plain.slice(line.start, line.start + 24)))
    .map((line) => line.start)
  const [first, ...later] = starts
  if (first === undefined) return []
  for (const second of later) {
    const to = sameUntil(source.plain, first, second)
    if (to !== undefined) return [toRepetition(source, second, to, {})]
  }
  return []
}

/** Where a text that begins like an earlier one stops being the same; blanks and marks aside. */
function sameUntil(plain: string, first: number, second: number): number | undefined {
  let a = first
  let b = second
  let same = 0
  let wordStart = second
  while (a < second && b < plain.length) {
    const [skippedA, skippedB] = [skip(plain, a), skip(plain, b)]
    if (skippedB > b) wordStart = skippedB
    ;[a, b] = [skippedA, skippedB]
    if (plain.charCodeAt(a) !== plain.charCodeAt(b)) break
    same++
    a++
    b++
  }
  return same < sameLettersMin ? undefined : b >= plain.length ? plain.length : wordStart
}

function skip(plain: string, from: number): number {
  let at = from
  while (at < plain.length && (isBlankCode(plain.charCodeAt(at)) || plain.charCodeAt(at) === 0xb6))
    at++
  return at
}

function toRepetition(source: Source, start: number, end: number, sections: Sections): Repetition {
  return {
    type: 'repetition',
    value: source.text.slice(start, end),
    ...sections,
    position: positionOf(source, start, end),
  }
}
