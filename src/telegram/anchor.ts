import { readClassWords } from './class-words.ts'
import { lineIndexAt, type SourceLine } from './lines.ts'
import type { Identity, Source } from './source.ts'

/** Telegrams begin within this many UTF-16 code units of the body (specification 1.7). */
export const searchReachCharacters = 9000

/** Longest name of a station that is looked for, in letters. */
const stationLettersMax = 30
/** Signs between the letters of a station, and blanks and zeros before the serial. */
const separatorsMax = 2
const blanksMax = 10
const zerosMax = 5

/** `USEUBRUSSELS`, `RPODUBAI`, `AITTAIPEI` print the name of their city as well (2.7). */
function spellingsOf(letters: string): readonly string[] {
  const city = /^(?:USEU|IRANRPO|RPO|AIT|USTR|CD|UNVIE)(?<city>[A-Z]{5,})$/.exec(letters)
  return city?.groups?.city === undefined ? [letters] : [letters, city.groups.city]
}

/** Where a classification line begins that is anchored on what the caller knows (2.7). */
export function findAnchored(source: Source, from: number, to: number): number | undefined {
  if (source.identity === undefined) return undefined
  const reach = source.plain.slice(from, Math.min(to, from + searchReachCharacters))
  for (const at of numbersIn(reach, source.identity)) {
    const offset = from + at
    const line = source.lines[lineIndexAt(source.lines, offset)]
    if (line === undefined) continue
    const start = Math.max(line.start, from)
    const before = source.plain.slice(start, offset)
    if (before.trim() === '') return startBefore(source, line, from) ?? start
    if (readClassWords(before) !== undefined) return start
  }
  return undefined
}

/**
 * `LOME 000077`, `S A O  PAULO 77`: where the cable's own station and serial stand, as on its
 * classification line; not behind two digits (that is the id), not before `002 OF 003`. The serial
 * is looked for, and the station read backwards from there: a pattern of its own for each cable
 * would cost more to make than to use.
 */
function* numbersIn(text: string, { station, serial }: Identity): Generator<number> {
  const letters = station
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, stationLettersMax)
  if (letters === '') return
  const names = spellingsOf(letters)
  const digits = `${serial}`
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const end = at + digits.length
    if (isDigit(text.charCodeAt(end)) || ofSection.test(text.slice(end, end + 14))) continue
    const zeros = runStart(text, at, 0x30, zerosMax)
    const blanks = runStart(text, zeros, 0x20, blanksMax)
    for (const name of names) {
      const start = nameStart(text, blanks, name)
      if (start === undefined || !standsAlone(text, start)) continue
      yield start
      break
    }
  }
}

/** `  002.1 OF 004`: a section mark goes on behind the serial. */
const ofSection = /^ {1,3}\d{3}(?:\.\d)? OF /i

/** Where a run of one sign begins that ends at `end`, at most so many of them. */
function runStart(text: string, end: number, sign: number, most: number): number {
  let at = end
  while (at > 0 && end - at < most && text.charCodeAt(at - 1) === sign) at--
  return at
}

/** Where a name begins that ends at `end`, in any case, its letters spaced or not. */
function nameStart(text: string, end: number, name: string): number | undefined {
  let at = end
  for (let index = name.length - 1; index >= 0; index--) {
    if (index < name.length - 1) {
      for (let signs = 0; signs < separatorsMax && isSeparator(text.charCodeAt(at - 1)); signs++)
        at--
    }
    const code = text.charCodeAt(at - 1)
    if (!isLetter(code) || (code & 0xdf) !== name.charCodeAt(index)) return undefined
    at--
  }
  return at
}

/** Not behind a letter, and not behind two digits or a letter and a digit. */
function standsAlone(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (isLetter(before)) return false
  const second = text.charCodeAt(start - 2)
  return !isDigit(before) || !(isDigit(second) || isLetter(second))
}

/** ` `, `.`, `'`, `-` */
function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2e || code === 0x27 || code === 0x2d
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLetter(code: number): boolean {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a && code < 0x80
}

/** The class words may stand alone on the line before. */
function startBefore(source: Source, line: SourceLine, from: number): number | undefined {
  for (let index = lineIndexAt(source.lines, line.start) - 1; index >= 0; index--) {
    const before = source.lines[index]
    if (before === undefined || before.start < from) return undefined
    const words = source.plain.slice(before.start, Math.min(before.end, before.start + 120))
    if (words.trim() === '') continue
    return readClassWords(words) === undefined ? undefined : before.start
  }
  return undefined
}
