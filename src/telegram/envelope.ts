import { isMission, readAddresseeList, readFrom, readUnlabelledList } from './addressees.ts'
import { toBanner } from './banner.ts'
import { isCaptionLine } from './caption.ts'
import { isBannerWords } from './class-words.ts'
import { readClassificationLine } from './classification-line.ts'
import { readDateTimeGroup } from './date-time-group.ts'
import { readDistribution } from './distribution.ts'
import type { ReadLines } from './envelope-line.ts'
import { stray } from './head.ts'
import { headerLinesWithin, headerWordsOf } from './header-line.ts'
import { positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { readNotice } from './notice.ts'
import { isPrefaceMark } from './preface-mark.ts'
import { readRouting } from './routing.ts'
import { readSecurity } from './security.ts'
import { type Source, shortWordsOf } from './source.ts'
import { readStation } from './station.ts'
import { readTransmissionId } from './transmission-id.ts'
import type { EnvelopePart, Part } from './tree.ts'

/** The transmission header, and where it stops. */
export interface Envelope {
  readonly parts: readonly Part[]
  readonly end: number
}

/** Strange lines that may stand between two header lines where the header has no known end. */
const strangeLinesMax = 3

/**
 * Reads the header from `start`. Where the source itself says where the text begins, `limit` is
 * that place and all before it is header; else the header stops at the first line that is none.
 */
export function readEnvelope(
  source: Source,
  start: number,
  end: number,
  isWhole: boolean,
): Envelope {
  const lines = headerLinesWithin(source, start, end)
  const parts: Part[] = []
  let at = start
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (line === undefined) break
    if (shortWordsOf(source, line) === '' && line.end - line.start <= 240) {
      index++
      continue
    }
    const known = isWhole || parts.some(({ type }) => type !== 'stray' && type !== 'banner')
    const read =
      readHeaderPart(source, lines, index, isWhole, known) ?? strange(source, lines, index, isWhole)
    if (read === undefined) break
    parts.push(read.node)
    index = read.next
    at = read.node.position.end.offset
  }
  return { parts, end: isWhole ? end : at }
}

/** `isHeader`: the lines stand in a header, so a word such as TO is a label and no prose. */
function readHeaderPart(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isWhole: boolean,
  isHeader: boolean,
): ReadLines<EnvelopePart> | undefined {
  const ends = (at: number): boolean => endsList(source, lines, at, isWhole)
  return (
    readNotice(source, lines, index) ??
    readTransmissionId(source, lines, index) ??
    readRouting(source, lines, index) ??
    readStation(source, lines, index) ??
    readSecurity(source, lines, index) ??
    readDateTimeGroup(source, lines, index) ??
    readDistribution(source, lines, index) ??
    readFrom(source, lines, index, isHeader) ??
    readAddresseeList(source, lines, index, isHeader, ends) ??
    readUnlabelledList(source, lines, index, isHeader, ends) ??
    readBreakMark(source, lines, index)
  )
}

function readBreakMark(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<EnvelopePart> | undefined {
  const line = lines[index]
  if (line === undefined || shortWordsOf(source, line) !== 'BT') return undefined
  const value = source.text.slice(line.start, line.next)
  const position = positionOf(source, line.start, line.next)
  return { node: { type: 'breakMark', value, position }, next: index + 1 }
}

/** Lines that begin another part of the header. */
const headerLine =
  /^(?:(?:FM|TO|INFO|XMT)(?:\s|\/|:|$)|(?:[TO]|NFO|I?INF|IFO|INO) R[A-Z]{3,7}\/|NFO {1,3}[A-Z]|(?:TO|INFO)R[A-Z]{3,7}\/|"?V?ZCZC|(?:ZZ|OO|PP|RR) R[A-Z]{3}|DE R[A-Z]{3,7} #|ZN[YR] ?[A-Z]{5}|BT$|[ZOPR]{1,2}(?: [ZOPR]){0,2} \d{6}Z ?|ACTION {1,9}[A-Z]{1,6}-\d|ORIGIN {1,9}[A-Z]{1,6}-\d|DRAFTED BY |-{10,})/

/** Labels of the text: no addressee begins like this. */
const textLabel =
  /^(?:E\. ?[O0]\.|EO \d{5}|TAGS?\b|SUBJ|SUBJECT|REF(?:S|TEL)?\b ?[:.]|CLASSIFIED BY|\u00b6?\d{1,2}\. ?|\(?(?:U|C|S|SBU)\) )/i

function endsList(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isWhole: boolean,
): boolean {
  const line = lines[index]
  if (line === undefined) return true
  const words = headerWordsOf(source, line)
  if (headerLine.test(words)) return true
  if (isWhole) return false
  if (line.end - line.start > 240) return true
  // A page line within the list is no empty line.
  if (words === '') return !isArtefact(source, line) && !listGoesOn(source, lines, index)
  if (textLabel.test(words) || isCaptionLine(words)) return true
  if (isPrefaceMark(shortWordsOf(source, line))) return true
  if (readClassificationLine(source, line.start) !== undefined) return true
  // An addressee is in capitals; prose and names of a signature block are not.
  return !/^[^a-z]*$/.test(words) && !/^R[A-Z]{3,7}\//.test(words)
}

/** Behind an empty line a list goes on with a routing indicator; over a page break with a mission. */
function listGoesOn(source: Source, lines: readonly SourceLine[], index: number): boolean {
  let broken = false
  for (let at = index; at < lines.length && at < index + 9; at++) {
    const line = lines[at]
    if (line === undefined) return false
    const words = headerWordsOf(source, line)
    if (words !== '') return /^R[A-Z]{3,7}\/[A-Z]/.test(words) || (broken && isMission(words))
    if (isArtefact(source, line)) broken = true
  }
  return false
}

/** A line of which nothing is left but a page line or banner that was lifted out. */
function isArtefact(source: Source, line: SourceLine): boolean {
  return line.end > line.start && source.text.slice(line.start, line.end).trim() !== ''
}

/** A line no reader knows: stray inside a header, the end of it otherwise. */
function strange(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isWhole: boolean,
): ReadLines<Part> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  if (isWhole) return { node: stray(source, line.start, line.next), next: index + 1 }
  if (!headerFollows(source, lines, index + 1)) return undefined
  const words = shortWordsOf(source, line)
  // `Cable dated:2007-03-04T09:10:00UNCLAS LOME …`: all of the head in one long line.
  if (isPrefaceMark(source.plain.slice(line.start, line.start + 40))) return undefined
  if (isBannerWords(words)) return { node: toBanner(source, line), next: index + 1 }
  if (isPrefaceMark(words) || textLabel.test(words)) return undefined
  if (readClassificationLine(source, line.start) !== undefined) return undefined
  return { node: stray(source, line.start, line.next), next: index + 1 }
}

/** `----------`, `---------- OUTLOOK ----------`: dashes of the text, no counter behind them. */
const textRule = /^-{10,}(?!-| {0,3}[0-9A-F]{6})/

function headerFollows(source: Source, lines: readonly SourceLine[], from: number): boolean {
  let seen = 0
  for (let index = from; index < lines.length && seen < strangeLinesMax; index++) {
    const line = lines[index]
    if (line === undefined) return false
    const words = headerWordsOf(source, line)
    if (words === '') {
      if (index > from + 12) return false
      continue
    }
    if (/^(?:FM|TO|INFO|XMT) /.test(words)) {
      if (isMission(words)) return true
    } else if (headerLine.test(words) && !textRule.test(words)) return true
    if (isPrefaceMark(words) || textLabel.test(words)) return false
    seen++
  }
  return false
}

/** Header lines in archive data: also behind its last key, and the sentence of a partial extract. */
const leakedLine = new RegExp(
  `${headerLine.source}|^DESTINATION: VZCZC|^THIS RECORD IS A|^This record is a`,
)

/** Parts of a header that leaked into a preface: only unmistakable ones. */
export function readLeakedPart(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<EnvelopePart> | undefined {
  const line = lines[index]
  if (line === undefined || !leakedLine.test(headerWordsOf(source, line))) return undefined
  return readHeaderPart(source, lines, index, false, true)
}
