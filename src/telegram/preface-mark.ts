import type { PrefaceFamily } from './tree.ts'

/** A mark that archive data stands before the telegram, with what it names. */
export interface PrefaceMark {
  readonly family: PrefaceFamily | 'header'
  readonly start: number
  readonly end: number
  /** `07LOME77`, if the mark names the cable. */
  readonly id?: string
  /** Serial modulo 10000 of a station line. */
  readonly serial?: number
}

const weekday =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} [A-Z][a-z]{2,8} \d{4},? \d{1,2}:\d\d[ \t\\]*$/gm
const date =
  '(?:\\d{4}-\\d\\d-\\d\\d(?:[ T]\\d\\d:\\d\\d(?::\\d\\d)?)?|\\d{1,2}/\\d{1,2}/\\d{4}(?: \\d{1,2}:\\d\\d)?)'
const between = '[\\t,"\\r\\n \\u2028\\\\]{1,8}'
const row = new RegExp(
  `^>?[ "]{0,3}(?:\\d{1,7}${between})?${date}${between}(?<id>\\d{2} ?[A-Z]+\\d+)(?!\\w)`,
  'my',
)

/** The marks of specification 1.7, in no order; before each what it holds, looked for first. */
const patterns: readonly (readonly [PrefaceMark['family'], string, RegExp])[] = [
  ['keys', 'header ends', /^-+ ?header ends ?-+/gm],
  ['header', 'DE R', /\bDE R[A-Z]{3,7} #(?<serial>\d{4})(?:\/\d\d)? \d{7}/g],
  ['keys', 'refid:', /^refid: ?(?<id>\S+)/gm],
  ['stamp', 'Cable dated:', /Cable dated: ?\d{4}-\d\d-\d\dT[\d:]+\]?/g],
  ['other', 'CLASSIFICATION:', /^CLASSIFICATION: ?(?:CONF|SECR|UNCL)[A-Z/ ]*/gm],
  ['other', 'Class: ', /^Class: .*$/gm],
  ['other', 'From DB/Inbox: ', /^\s{0,9}[^\n\r]{0,80}\bFrom DB\/Inbox: [^\n\r]*/g],
  ['weekday', 'day, ', weekday],
]

/** All marks in a stretch of text, by where they end; offsets are moved by `base`. */
export function findPrefaceMarks(text: string, base: number): PrefaceMark[] {
  const found: PrefaceMark[] = []
  for (const [family, held, pattern] of patterns) {
    if (!text.includes(held)) continue
    for (const match of text.matchAll(pattern)) found.push(toMark(family, match, base))
  }
  for (const match of rowsIn(text)) found.push(toMark(rowFamily(match[0]), match, base))
  return found.sort((a, b) => a.end - b.end)
}

/** Rows of a table, each from a line start on; few lines begin with a digit at all. */
function* rowsIn(text: string): Generator<RegExpExecArray> {
  let end = 0
  const nextLine = lineStarts(text)
  for (let at = 0; at < text.length; at = nextLine(at)) {
    if (at < end || !beginsWithDigit(text, at)) continue
    row.lastIndex = at
    const match = row.exec(text)
    if (match === null) continue
    end = at + match[0].length
    yield match
  }
}

function beginsWithDigit(text: string, start: number): boolean {
  let at = start
  while (at < start + 4 && '> "'.includes(text.charAt(at))) at++
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

/** Line ends beside `\n`: where a text has none, the engine finds the next line. */
const otherLineEnd = /[\r\u2028\u2029]/
const lineEnd = /[\n\r\u2028\u2029]/g

function lineStarts(text: string): (from: number) => number {
  if (!otherLineEnd.test(text)) return (from) => text.indexOf('\n', from) + 1 || text.length
  return (from) => {
    lineEnd.lastIndex = from
    return lineEnd.test(text) ? lineEnd.lastIndex : text.length
  }
}

function rowFamily(row: string): PrefaceFamily {
  if (row.includes('\t')) return 'tab-row'
  return row.includes(',') ? 'comma-row' : 'values'
}

function toMark(family: PrefaceMark['family'], match: RegExpExecArray, base: number): PrefaceMark {
  const id = match.groups?.id
  const serial = match.groups?.serial
  return {
    family,
    start: base + match.index,
    end: base + match.index + match[0].length,
    ...(id === undefined ? {} : { id: id.replace(/ /g, '') }),
    ...(serial === undefined ? {} : { serial: Number(serial) }),
  }
}

/** True for a line that opens archive data: no header and no text goes on there. */
export function isPrefaceMark(words: string): boolean {
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} |id: ?\d+$|refid: |date: ?\d|\d{1,7}[\t,]"?\d{1,4}[/-]|\d{4}-\d\d-\d\d|Cable dated:|>$|ID: ?\d|Class: |.{0,80}From DB\/Inbox|"\d{1,7}",")/.test(
    words,
  )
}
