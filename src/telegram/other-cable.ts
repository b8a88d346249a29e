import { searchReachCharacters } from './anchor.ts'
import { findClassStart } from './class-start.ts'
import { readClassificationLine } from './classification-line.ts'
import { headerWordsOf } from './header-line.ts'
import { positionOf } from './leaf.ts'
import { findPrefaceMarks, type PrefaceMark } from './preface-mark.ts'
import { closeStation } from './section-mark.ts'
import { type Identity, liftOut, lineIndexOf, type Source } from './source.ts'
import type { ClassificationLine } from './tree.ts'

/** A record or header may begin at one of these: without any there is one cable only. */
const mayBegin =
  /^(?:DE R[A-Z]{3,7} #\d|refid: |>?[ "]{0,3}(?:\d{1,7}[\t,"\n\r]|\d{4}-\d\d-\d\d[ \t,"\n\r])|FM (?:AM(?:EMBASSY|CONSUL)|US[A-Z]{2,9}|SECSTATE) )/m

/** Words before a header that make it a part of the text: a telegram quoted or repeated. */
const quotes =
  /\b(?:QUOTE|BEGIN (?:TEXT|MESSAGE|CABLE|TELEGRAM)|FOLLOW(?:S|ING)|REPEAT(?:ED|S|ING)?|TEXT OF|AS RECEIVED|FORWARD\w*)\b/i

/** How far before a header such words are looked for, UTF-16 code units. */
const quoteReachCharacters = 400

/**
 * Takes a second cable out of the text, so that nothing of it is read as this one's: it begins at
 * a record of a database or at a header that names another number (specification 1.7).
 *
 *     ROE                             ← the cable ends
 *     70002                           ← from here on
 *     2007-03-05 09:10:00
 *     07ACCRA12
 *
 * Returns where it begins, the end of the text if there is none.
 */
export function liftOtherCable(
  source: Source,
  start: number,
  first: ClassificationLine | undefined,
): number {
  const end = source.text.length
  const rest = source.plain.slice(start)
  if (!mayBegin.test(rest)) return end
  const own = numberOf(source, first)
  if (own === undefined) return end
  for (const mark of marksOf(rest, start).slice(0, marksMax)) {
    if (mark.start < own.end || !isOther(source, mark, own)) continue
    const at = beginningOf(source, mark.start, start)
    if (mark.family === 'header' && isQuoted(source, at)) continue
    const node = numberBehind(source, mark, end)?.node
    if (mark.id === undefined && node === undefined) continue
    const value = source.text.slice(at)
    const position = positionOf(source, at, end)
    const named = mark.id ?? `${node?.station ?? ''} ${node?.serial ?? ''}`.trim()
    liftOut(source, [{ type: 'otherCable', value, named, position }])
    return at
  }
  return end
}

/** Records and station lines; a header without a station line is known by its originator. */
function marksOf(text: string, base: number): PrefaceMark[] {
  const named = findPrefaceMarks(text, base).filter(
    ({ id, serial }) => id !== undefined || serial !== undefined,
  )
  const senders = [
    ...text.matchAll(
      /(?<=[ZOPR] \d{6}Z [A-Z]{3} \d\d[^\n\r]{0,40}\r?\n)FM (?:AM(?:EMBASSY|CONSUL)|US[A-Z]{2,9}|SECSTATE) /g,
    ),
  ].map(({ index }): PrefaceMark => {
    return { family: 'header', start: base + index, end: base + index }
  })
  return [...named, ...senders].sort((a, b) => a.start - b.start)
}

/** More records than one text ever held, a bound against hostile input. */
const marksMax = 40

/** What the text says it is; what stands before that line is its own preface. */
function numberOf(
  source: Source,
  line: ClassificationLine | undefined,
): (Identity & { readonly end: number }) | undefined {
  if (line?.station === undefined || line.serial === undefined) return undefined
  const { identity } = source
  // The first of two cables may be the strange one: then its own record follows.
  if (identity !== undefined && identity.serial !== line.serial) return undefined
  const station = identity?.station ?? line.station
  return { station, serial: line.serial, end: line.position.end.offset }
}

/** The mark names another number; one without a number is judged by the line behind it. */
function isOther(source: Source, mark: PrefaceMark, own: Identity): boolean {
  if (mark.serial !== undefined) return mark.serial !== own.serial % 10_000
  if (mark.id !== undefined) {
    const serial = Number(/(?<!\d)\d+$/.exec(mark.id)?.[0])
    return serial !== own.serial || !sameStation(mark.id, own.station)
  }
  const line = numberBehind(source, mark, source.text.length)?.node
  if (line?.station === undefined || line.serial === undefined) return false
  return line.serial !== own.serial && !sameStation(line.station, own.station)
}

/** `BRUSSELS` and `USEUBRUSSELS` are the same place. */
function sameStation(a: string, b: string): boolean {
  const [first, second] = [closeStation(a), closeStation(b)]
  return first.includes(second) || second.includes(first)
}

function numberBehind(
  source: Source,
  mark: PrefaceMark,
  end: number,
): ReturnType<typeof readClassificationLine> {
  const reach = Math.min(end, mark.end + searchReachCharacters)
  const found = findClassStart(source, mark.end, reach, true)
  const line = found === undefined ? undefined : readClassificationLine(source, found)
  return line?.strength === 'full' ? line : undefined
}

function isQuoted(source: Source, at: number): boolean {
  const before = source.plain.slice(Math.max(0, at - quoteReachCharacters), at)
  return quotes.test(before)
}

/** Lines of a header or record that may stand above the mark. */
const leadingLine =
  /^(?:$|V?ZCZC|(?:ZZ|OO|PP|RR) R|R[A-Z]{3,7}(?: R[A-Z]{3,7})*$|DE R|ZN[YR] |[ZOPR](?: [ZOPR]){0,2} \d{6}Z |>$|ID: |DATE: |REFID: |\d{1,7}$)/

/** Where the record or header begins of which a mark was found. */
function beginningOf(source: Source, mark: number, start: number): number {
  let at = source.lines[lineIndexOf(source, mark)]?.start ?? mark
  for (let index = lineIndexOf(source, mark) - 1; index >= 0; index--) {
    const line = source.lines[index]
    if (line === undefined || line.start < start) break
    const words = headerWordsOf(source, line).toUpperCase()
    if (line.end - line.start > 240 || !leadingLine.test(words)) break
    if (words !== '') at = line.start
  }
  return at
}
