import type { Post } from './post.ts'
import { type Name, namesAt } from './reference-name.ts'
import { yearOf } from './reference-printed-year.ts'
import type { ReferenceToken } from './reference-token.ts'
import { unlistedAt } from './reference-unlisted.ts'

/** A cable found in the tokens, before its text is cut out. */
export interface Found {
  readonly from: number
  to: number
  readonly stations: readonly Post[]
  readonly station: string
  readonly serial: number
  readonly number?: string
  readonly year?: number
  readonly fuzzy: boolean
}

/** Most cables one item yields. */
export const cablesPerItemMax = 200

/** Words between a station and its serial. */
const serialWords = /^(?:CABLES?|TELS?|TELEGRAMS?|NO|NOS|NUMBERS?|MSG|MESSAGES?|REFTEL|SERIAL)$/

/** A station in the tokens, before its serials are read. */
export interface Citing extends Name {
  readonly from: number
  readonly stations: readonly Post[]
  readonly year: number | undefined
  readonly fuzzy: boolean
}

/** Serials behind a station: `9`, `: 9`, `#9`, `(C)0009`, `(05) 9`, `07 9`, `9, 12 AND 15`, `A-50`. */
export function serialsAt(
  tokens: readonly ReferenceToken[],
  citing: Citing,
  citingYear: number,
): readonly Found[] {
  let at = citing.next
  let year = citing.year
  for (let skipped = 0; skipped < 4; skipped++) {
    const token = tokens[at]
    if (token === undefined || token.masked) return []
    const inner = tokens[at + 1]
    if (token.value === '(' && tokens[at + 2]?.value === ')' && inner !== undefined) {
      year ??= inner.kind === 'number' ? yearOf(inner.value, citingYear) : undefined
      at += 3
    } else if (/^[:,#.\-‐'’/]$/.test(token.value) || serialWords.test(token.value)) at++
    else break
  }
  const airgram = airgramAt(tokens, at)
  if (airgram !== undefined) {
    const serial = Number(airgram.digits)
    const number = `-${airgram.series}${serial}`
    const { stations, fuzzy, from, key: station } = citing
    const printed = year ?? yearInDate(tokens, airgram.next)
    return [{ from, to: airgram.next, stations, station, serial, number, fuzzy, ...opt(printed) }]
  }
  return numbersAt(tokens, { ...citing, year }, at, citingYear)
}

/** The year as a field, if there is one. */
export function opt(year: number | undefined): { year?: number } {
  return year === undefined ? {} : { year }
}

/** `A-50`, `CA-3400` */
export function airgramAt(
  tokens: readonly ReferenceToken[],
  at: number,
): { series: string; digits: string; next: number } | undefined {
  const word = tokens[at]
  const spelt = /^AIRGRAMS?$/.test(word?.value ?? '')
  const number = tokens[at + 1]
  if (spelt && number?.kind === 'number' && number.value.length <= 6) {
    return { series: 'A', digits: number.value, next: at + 2 }
  }
  const series = spelt ? number : word
  if (spelt) at++
  if (series?.kind !== 'word' || !/^C?A$/.test(series.value)) return undefined
  const dash = /^[-‐]$/.test(tokens[at + 1]?.value ?? '') ? 1 : 0
  const digits = tokens[at + 1 + dash]
  if (dash === 0 || digits?.kind !== 'number' || digits.value.length > 6) return undefined
  return { series: series.value, digits: digits.value, next: at + 2 + dash }
}

/** Year of the date behind an airgram: `A-007 OF MAY 15, 1972`. */
export function yearInDate(tokens: readonly ReferenceToken[], at: number): number | undefined {
  const year = tokens.slice(at, at + 6).find((token) => /^19[3-9]\d$/.test(token.value))
  return year === undefined ? undefined : Number(year.value)
}

function numbersAt(
  tokens: readonly ReferenceToken[],
  citing: Citing,
  start: number,
  citingYear: number,
): readonly Found[] {
  const found: Found[] = []
  let at = start
  let from = citing.from
  let year = citing.year
  while (found.length < cablesPerItemMax) {
    const first = tokens[at]
    if (first === undefined || first.masked) break
    const between = yearOf(first.value, citingYear)
    const isJoined = between !== undefined && isYearJoined(tokens, at, citingYear - between)
    if (!isSerial(first) && !isJoined) break
    if (found.length > 0 && belongsToNext(tokens, at, citingYear)) break
    const second = tokens[at + 1]
    let serial = first
    let next = at + 1
    // `ACCRA 07 9`: the year stands between.
    const glued = second?.kind === 'number' && !second.masked && isSerial(second)
    if (
      glued &&
      between !== undefined &&
      (/^0|^(?:19|20)\d\d$/.test(first.value) || isOldYear(first, second)) &&
      year === undefined
    ) {
      year = between
      serial = second
      next = at + 2
    }
    const third = tokens[at + 2]
    if (isJoined && found.length === 0) {
      year ??= between
      serial = third ?? first
      next = at + 3
    }
    const behind = yearBehind(tokens, next, serial, citingYear)
    if (behind !== undefined) next = behind.next
    const own = behind?.year ?? year
    const { stations, fuzzy, key: station } = citing
    found.push({
      from,
      to: next,
      stations,
      station,
      fuzzy,
      serial: Number(serial.value),
      ...opt(own),
    })
    const more = continuation(tokens, next)
    if (more === undefined) break
    at = more
    from = more
  }
  return found
}

/** `STATE 98 12345`: two digits before a number of five, no number of their own. */
function isOldYear(first: ReferenceToken, second: ReferenceToken | undefined): boolean {
  return first.value.length === 2 && (second?.value.length ?? 0) > 4
}

/** `HANOI 08-905`, `HANOI 08/5`, `HANOI 2008-0905`: the year in front; `HANOI 905-08` has it behind. */
function isYearJoined(tokens: readonly ReferenceToken[], at: number, yearsAgo: number): boolean {
  const [first, sign, third, more] = tokens.slice(at, at + 4)
  if (first === undefined || !/^[-‐/]$/.test(sign?.value ?? '')) return false
  if (third?.kind !== 'number' || third.masked || !isSerial(third)) return false
  if (more?.value === '/' || more?.value === sign?.value) return false
  if (/^0\d$/.test(first.value)) return !/^(?:0\d|(?:19|20)\d\d)$/.test(third.value)
  // `STATE 99-1234`: a short number may be the end of a range, unless the year is near.
  if (first.value.length === 2 && /^[-‐]$/.test(sign?.value ?? '')) {
    const isLong = third.value.length > 3 || (third.value.length === 3 && yearsAgo <= 3)
    return isLong && !/^(?:19|20)\d\d$/.test(third.value)
  }
  // `LOME 2007-2010` are two serials.
  return first.value.length === 4 && !third.value.startsWith(first.value.slice(0, 2))
}

/** A number of up to eight digits that is no date. */
export function isSerial(token: ReferenceToken): boolean {
  return token.kind === 'number' && token.value.length <= 8 && Number(token.value) > 0
}

/** The token after `,` `;` `/` `&` `AND`, where a further number of the same post may stand. */
function continuation(tokens: readonly ReferenceToken[], at: number): number | undefined {
  let next = at
  while (tokens[next]?.masked === true) next++
  let seen = false
  for (; next < at + 4 + (next - at); next++) {
    const token = tokens[next]
    if (token === undefined || token.masked) return undefined
    if (/^(?:[,;/&\-‐]|AND|THROUGH|THRU|TO)$/.test(token.value)) seen = true
    // `STATE 41252 44603`: a blank does for numbers that can be nothing else.
    else return token.kind === 'number' && (seen || token.value.length > 4) ? next : undefined
  }
  return undefined
}

/** `ACCRA 9, 05 LOME 12`: 05 is the year of what follows; `, 2007` alone is a date. */
function belongsToNext(tokens: readonly ReferenceToken[], at: number, citingYear: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (/^(?:19[5-9]\d|20[01]\d)$/.test(token.value)) return true
  let next = at + 1
  while (/^['’\-‐).]$/.test(tokens[next]?.value ?? '')) next++
  const station = isStationAt(tokens, next)
  const unit = /^(?:FAM|CFR|USC)$/.test(tokens[at + 1]?.value ?? '')
  return unit || (station && yearOf(token.value, citingYear) !== undefined)
}

/** Words between a serial and the date of the telegram: `LOME 9 OF MARCH 4, 2005`. */
const dateWords = /^(?:OF|DATED|DTD)$/

/** Year of the telegram's own date behind a serial: `9 OF 03/04/2005`, `9 OF 2005`. */
function yearOfDate(
  tokens: readonly ReferenceToken[],
  at: number,
  citingYear: number,
): { year: number; next: number } | undefined {
  for (let next = at + 1; next < at + 8; next++) {
    const token = tokens[next]
    if (token === undefined || (next > at + 1 && !token.masked)) return undefined
    const full = token.kind === 'number' && token.value.length === 4
    const year = full ? yearOf(token.value, citingYear) : undefined
    if (year !== undefined) return { year, next: next + 1 }
  }
  return undefined
}

/** `9 (03/04/2005)`: the day it was sent, and nothing else, as a note. */
function yearOfNote(
  tokens: readonly ReferenceToken[],
  at: number,
  citingYear: number,
): { year: number; next: number } | undefined {
  const values = tokens.slice(at + 1, at + 7).map(({ value }) => value)
  if (!/^\d{1,2} [/.-] \d{1,2} [/.-] \d{4} \)$/.test(values.join(' '))) return undefined
  const year = yearOf(values[4] ?? '', citingYear)
  return year === undefined ? undefined : { year, next: at + 7 }
}

/** Year behind a serial: `9 (05)`, `9-05`, `0009/05`, `9 05`, `9 2007`, `9, 05`, `9 '05`. */
function yearBehind(
  tokens: readonly ReferenceToken[],
  at: number,
  serial: ReferenceToken,
  citingYear: number,
): { year: number; next: number } | undefined {
  const [sign, number, close] = tokens.slice(at, at + 3)
  if (dateWords.test(sign?.value ?? '')) return yearOfDate(tokens, at, citingYear)
  if (/^['’]$/.test(sign?.value ?? '') && number?.kind === 'number') {
    const year = belongsToNextStation(tokens, at + 1) ? undefined : yearOf(number.value, citingYear)
    return year === undefined ? undefined : { year, next: at + 2 }
  }
  const dated = sign?.value === '(' && sign.masked ? yearOfNote(tokens, at, citingYear) : undefined
  if (dated !== undefined) return dated
  if (sign?.value === '(' && close?.value === ')') {
    const year = number?.kind === 'number' ? yearOf(number.value, citingYear) : undefined
    return year === undefined ? undefined : { year, next: at + 3 }
  }
  const blank = sign?.kind === 'number' && !sign.masked && sign.start > serial.end
  if (blank && !belongsToNextStation(tokens, at)) {
    const year = yearOf(sign.value, citingYear)
    return year === undefined ? undefined : { year, next: at + 1 }
  }
  if (!/^[/\-‐,]$/.test(sign?.value ?? '') || number?.kind !== 'number' || number.masked) {
    return undefined
  }
  if (belongsToNextStation(tokens, at + 1)) return undefined
  const list = /^[/,]$/.test(close?.value ?? '') && tokens[at + 3]?.kind === 'number'
  const clear = /^0\d$/.test(number.value) || /^(?:19|20)\d\d$/.test(number.value)
  const year = clear && !list ? yearOf(number.value, citingYear) : undefined
  return year === undefined ? undefined : { year, next: at + 2 }
}

function belongsToNextStation(tokens: readonly ReferenceToken[], at: number): boolean {
  let next = at + 1
  while (/^['’\-‐).]$/.test(tokens[next]?.value ?? '')) next++
  return isStationAt(tokens, next)
}

function isStationAt(tokens: readonly ReferenceToken[], at: number): boolean {
  if (tokens[at]?.kind !== 'word') return false
  return namesAt(tokens, at).length > 0 || unlistedAt(tokens, at) !== undefined
}
