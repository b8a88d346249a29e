import { findAnchored, searchReachCharacters } from './anchor.ts'
import { readClassificationLine } from './classification-line.ts'
import { readLeakedPart } from './envelope.ts'
import { headerLinesWithin } from './header-line.ts'
import { fill, positionOf } from './leaf.ts'
import { linesWithin } from './lines.ts'
import { findPrefaceMarks, type PrefaceMark } from './preface-mark.ts'
import { findRepeatedHead } from './repeated-head.ts'
import { report, type Source } from './source.ts'
import type { EnvelopePart, Preface } from './tree.ts'

/** What stands before the telegram, and where the telegram begins. */
export interface Opening {
  readonly preface: Preface | undefined
  /** The classification line begins here; where there is none, the text. */
  readonly start: number
  readonly hasClassificationLine: boolean
}

/**
 * Cuts archive data off the front of a body (specification 1.7): the telegram begins at the first
 * classification line behind the last mark; without a mark, at the first classification line.
 */
export function readOpening(source: Source, start: number, end: number): Opening {
  const reach = source.plain.slice(start, Math.min(end, start + searchReachCharacters))
  const marks = findPrefaceMarks(reach, start).filter((mark) => mark.family !== 'notice')
  const mark = chooseMark(source, marks, start)
  if (mark === undefined) {
    const found = findClassStart(source, start, end, true)
    const again = found === undefined ? undefined : findRepeatedHead(source, found, end)
    if (again !== undefined) return secondCopy(source, start, again)
    return { preface: undefined, start: found ?? start, hasClassificationLine: found !== undefined }
  }
  const found = findClassStart(source, mark.end, end, false)
  const preview = findClassStart(source, start, marks[0]?.start ?? start, true)
  const at = found ?? mark.end
  const preface = toPreface(source, start, at, mark, marks, preview !== undefined)
  report(source, 'LEAKED_PREFACE', start, at, { family: preface.family })
  if (preface.preview) report(source, 'BODY_PREVIEW_DUP', start, mark.start)
  return { preface, start: at, hasClassificationLine: found !== undefined }
}

/** The first copy of the head is a preview; what counts is the second. */
function secondCopy(source: Source, start: number, at: number): Opening {
  report(source, 'BODY_PREVIEW_DUP', start, at)
  const preface: Preface = {
    type: 'preface',
    family: 'other',
    preview: true,
    references: [],
    children: fill<EnvelopePart>(source, start, at, []),
    position: positionOf(source, start, at),
  }
  return { preface, start: at, hasClassificationLine: true }
}

/** The last mark; of those that name an id or a serial, the last that agrees with this cable. */
function chooseMark(
  source: Source,
  marks: readonly PrefaceMark[],
  start: number,
): PrefaceMark | undefined {
  const { identity } = source
  // A record that begins deep in the text belongs to a quotation or to a second cable.
  const near = marks.filter(
    (mark) => mark.start === start || opensOrFollows(source, marks, mark, start),
  )
  if (identity === undefined || identity.station.toUpperCase() === 'PARTO') return near.at(-1)
  return (
    near.findLast((mark) => {
      if (mark.serial !== undefined) return mark.serial === identity.serial % 10000
      if (mark.id === undefined) return true
      return Number(/(?<!\d)\d+$/.exec(mark.id)?.[0]) === identity.serial
    }) ?? near.at(-1)
  )
}

/** Paragraphs before a mark mean that the telegram has begun long ago. */
function opensOrFollows(
  source: Source,
  marks: readonly PrefaceMark[],
  mark: PrefaceMark,
  start: number,
): boolean {
  const before = source.plain.slice(start, mark.start)
  const numbered = before.match(/^[ \t]*\u00b6?\d{1,2}\. ?\((?:U|C|S|SBU)[)/]/gm)?.length ?? 0
  return numbered <= 2 || (marks[0] === mark && numbered === 0)
}

/** Lines of text before a classification line that has no station: it must come early. */
const plainWordsLinesMax = 3

/** Labels that a classification line never follows. */
const textLabel =
  /^\s*(?:E\. ?[O0]\. ?:? ?\d|TAGS ?:|SUBJ(?:ECT)? ?:|REF(?:S|TELS?|\(S\))? ?:|\u00b6?\d{1,2}\. ?\()/i

/** Where the classification line begins, behind a tab or quote on a line if need be. */
function findClassStart(
  source: Source,
  start: number,
  end: number,
  stopsAtLabels: boolean,
): number | undefined {
  const anchored = findAnchored(source, start, end)
  if (anchored !== undefined && readClassificationLine(source, anchored) !== undefined)
    return anchored
  const limit = Math.min(end, start + searchReachCharacters)
  let words: number | undefined
  let seen = 0
  for (const line of linesWithin(source.lines, start, limit)) {
    const text = source.plain.slice(line.start, Math.min(line.end, line.start + 4000))
    if (text.trim() === '') continue
    if (stopsAtLabels && textLabel.test(text.slice(0, 40))) break
    for (const at of openings(text)) {
      const found = readClassificationLine(source, line.start + at)
      if (found?.strength === 'full') return line.start + at
      if (found !== undefined && at === 0 && seen < plainWordsLinesMax) words ??= line.start
    }
    seen++
  }
  return words
}

/** Line start, and behind a tab, `,"` or `]`: the places where rows glue the text on. */
function openings(text: string): number[] {
  const found = [0]
  for (const match of text.matchAll(/\t"?|,"|\] ?|T\d\d:\d\d:\d\d/g)) {
    if (found.length > 24) break
    found.push(match.index + match[0].length)
  }
  return found
}

function toPreface(
  source: Source,
  start: number,
  end: number,
  mark: PrefaceMark,
  marks: readonly PrefaceMark[],
  preview: boolean,
): Preface {
  const words = source.plain.slice(start, end)
  const id = mark.id ?? marks.findLast((each) => each.id !== undefined)?.id
  return {
    type: 'preface',
    family: familyOf(marks, words),
    preview,
    ...(id === undefined ? {} : { id }),
    ...factsOf(words),
    references: referencesOf(words, id),
    children: fill<EnvelopePart>(source, start, end, leakedParts(source, start, end)),
    position: positionOf(source, start, end),
  }
}

function familyOf(marks: readonly PrefaceMark[], words: string): Preface['family'] {
  if (/^refid: |^-+ ?header ends/m.test(words)) return 'keys'
  const named = marks.findLast((each) => each.family !== 'header' && each.family !== 'notice')
  if (named === undefined || named.family === 'header' || named.family === 'notice') return 'other'
  return named.family
}

/** Date, origin and classification as the leaked record prints them. */
function factsOf(words: string): { date?: string; origin?: string; classification?: string } {
  const date = isoDate(words)
  const origin =
    /(?:^|[\t,"\n])((?:Embassy|Consulate|Secretary of State|Mission|US|American)[A-Za-z .'-]{2,40})(?=[\t,"\r\n\\ ]|$)/m.exec(
      words,
    )?.[1] ?? /^origin: ?(.{2,60})$/im.exec(words)?.[1]
  const classification =
    /(?:^|[\t,"\n ])((?:UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:\/\/[A-Z ]{2,30})?)(?=[\t,"\r\n\\ ]|$)/m.exec(
      words,
    )?.[1]
  return {
    ...(date === undefined ? {} : { date }),
    ...(origin === undefined ? {} : { origin: origin.trim() }),
    ...(classification === undefined ? {} : { classification: classification.trim() }),
  }
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

/** `2007-03-04 09:10:00`, `3/4/2007 9:10` (month first), `Monday, 05 May 2008, 10:10`. */
function isoDate(words: string): string | undefined {
  const iso = /(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?/.exec(words)
  if (iso !== null) return join(iso[1], iso[2], iso[3], iso[4], iso[5])
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d))?/.exec(words)
  if (slashed !== null) return join(slashed[3], slashed[1], slashed[2], slashed[4], slashed[5])
  const long = /day, (\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4}),? (\d{1,2}):(\d\d)/.exec(words)
  const month = monthNames.indexOf((long?.[2] ?? '').toLowerCase()) + 1
  if (long === null || month === 0) return undefined
  return join(long[3], String(month), long[1], long[4], long[5])
}

function join(year = '', month = '', day = '', hour?: string, minute?: string): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute ?? '00'}`
}

/** Ids joined by `|`, or the value of `destination:`. */
function referencesOf(words: string, own: string | undefined): string[] {
  const listed =
    /^destination: ?([^\n\r]*)$/im.exec(words)?.[1] ??
    /(?<=[\t,"\n\r])(\d{2}[A-Z]+\d+(?:\|\d{2}[A-Z]+\d+)+)/.exec(words)?.[1] ??
    /(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)[A-Z/ ]{0,40}[\t,"\r\n]{1,4}(\d{2}[A-Z]{3,}\d+)(?!\w)/.exec(
      words,
    )?.[1] ??
    ''
  return listed
    .split('|')
    .map((each) => each.trim())
    .filter((each) => /^\d{2}[A-Z]+\d+$/.test(each) && each !== own)
}

function leakedParts(source: Source, start: number, end: number): EnvelopePart[] {
  const lines = headerLinesWithin(source, start, end)
  const parts: EnvelopePart[] = []
  for (let index = 0; index < lines.length; ) {
    const read = readLeakedPart(source, lines, index)
    if (read === undefined) index++
    else {
      parts.push(read.node)
      index = read.next
    }
  }
  return parts
}
