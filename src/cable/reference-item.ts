import { fullYear } from './century.ts'
import { findPost, type Post, postsNamed, stationSpellings } from './post.ts'
import type { Reference } from './record.ts'
import { isNothing, isStrong, kindOf } from './reference-kind.ts'
import { type ReferenceToken, tokensOf } from './reference-token.ts'
import { similarStations } from './station-match.ts'

/** One reference as printed; which cable it means is decided with the citing cable's date. */
export interface CitedItem {
  readonly kind: Reference['kind']
  readonly printed: string
  /** Offsets in the item's text. */
  readonly start: number
  readonly end: number
  /** Posts the name may mean; empty where a bare number names none. */
  readonly stations: readonly Post[]
  /** The name as printed, blanks closed: `KIEV`. */
  readonly station?: string
  readonly serial?: number
  /** Number of an airgram as in ids: `-A50`. */
  readonly number?: string
  /** Four digits, where one is printed. */
  readonly year?: number
  /** The station was damaged and one post is like it. */
  readonly fuzzy: boolean
}

/** What items before this one leave open: the year of the citing cable decides what a year can be. */
export interface ItemContext {
  /** Year of the citing cable. */
  readonly year?: number
}

/** A cable found in the tokens, before its text is cut out. */
interface Found {
  readonly from: number
  to: number
  readonly stations: readonly Post[]
  readonly station: string
  readonly serial: number
  readonly number?: string
  readonly year?: number
  readonly fuzzy: boolean
}

/** Last year that ids of the corpus carry. */
const lastYear = 2010
/** Most cables one item yields. */
const cablesPerItemMax = 200

const spellings: ReadonlyMap<string, readonly Post[]> = stationSpellings()
/** Words between a year and the station, which say only what kind of mission or paper it is. */
const missionWords = /^(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|CONGEN|EMBASSY|CONSULATE|USMISSION|USDEL|USINT|USLO|UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|REF|REFTEL|SEE|CABLE|TEL|THE|FROM|AND)$/
/** Words between a station and its serial. */
const serialWords = /^(?:CABLES?|TELS?|TELEGRAMS?|NO|NOS|NUMBERS?|MSG|MESSAGES?|REFTEL|SERIAL)$/
/** Words like a station by accident, whatever number follows. */
const noStation = /^(?:PARAS?|PARAGRAPHS?|PAGES?|PARTS?|SECTIONS?|POINTS?|TIER|TITLE|MARCH|MONTH|STATES|STAFF|ITEMS?|TEXT|NOTE|MEMO|ANNEX|TOSEC|SECTO|FAM|IIR|TD|TDX|OSC|FBIS|CODEL|REPORT)$/

/** Reads one item of a REF field: `06 REYKJAVIK 431 AND 440`, `DOE E-MAIL 3/4/07`. */
export function readItem(text: string, context: ItemContext): readonly CitedItem[] {
  const tokens = tokensOf(text)
  const found = scan(tokens, context.year ?? 2010)
  if (found.length > 0) return cut(text, tokens, found)
  if (isNothing(text)) return []
  const bare = bareNumbers(text, tokens)
  if (bare !== undefined) return bare
  const span = { start: 0, end: text.length }
  return [{ kind: kindOf(text), printed: text.trim(), ...span, stations: [], fuzzy: false }]
}

function scan(tokens: readonly ReferenceToken[], citingYear: number): readonly Found[] {
  const found: Found[] = []
  let pending: number | undefined
  for (let i = 0; i < tokens.length && found.length < cablesPerItemMax; ) {
    const token = tokens[i]
    if (token === undefined || token.masked) {
      pending = undefined
      i++
      continue
    }
    if (token.kind === 'number') {
      pending ??= i
      // `9 05 ACCRA 9`: the nearer number is the year, but `0 8 ACCRA 9` is one number.
      if (pending !== i && !splitYear(tokens, pending, i)) pending = i
      i++
      continue
    }
    const cables = token.kind === 'word' ? cablesAt(tokens, i, pending, citingYear) : []
    const last = cables.at(-1)
    if (last !== undefined) {
      found.push(...cables)
      i = last.to
      pending = undefined
      continue
    }
    if (token.kind === 'word' && !missionWords.test(token.value)) pending = undefined
    if (token.kind === 'sign' && !/^['’\-‐().:[\]#,]$/.test(token.value)) pending = undefined
    i++
  }
  return found
}

function splitYear(tokens: readonly ReferenceToken[], first: number, second: number): boolean {
  return (
    second === first + 1 && tokens[first]?.value === '0' && tokens[second]?.value.length === 1
  )
}

/** A station at token `i` with its serials; the longest name first. */
function cablesAt(
  tokens: readonly ReferenceToken[],
  i: number,
  pending: number | undefined,
  citingYear: number,
): readonly Found[] {
  if (noStation.test(tokens[i]?.value ?? '')) return []
  const circular = circularAt(tokens, i, pending, citingYear)
  if (circular !== undefined) return [circular]
  const year = pending === undefined ? undefined : yearBefore(tokens, pending, i, citingYear)
  const from = year === undefined ? i : (pending ?? i)
  for (const name of namesAt(tokens, i)) {
    const stations = postsNamed(name.key, year ?? citingYear)
    if (stations.length === 0) continue
    const cables = serialsAt(tokens, { ...name, from, stations, year, fuzzy: false }, citingYear)
    if (cables.length > 0) return cables
    const reversed = reversedAt(tokens, i, name, stations)
    if (reversed !== undefined) return [reversed]
  }
  return damagedAt(tokens, i, from, year, citingYear)
}

/** `CA-3400 NOV 2, 1966`: a circular airgram names no post, it is the Department's. */
function circularAt(
  tokens: readonly ReferenceToken[],
  i: number,
  pending: number | undefined,
  citingYear: number,
): Found | undefined {
  const airgram = tokens[i]?.value === 'CA' ? airgramAt(tokens, i) : undefined
  if (airgram === undefined) return undefined
  const before = pending === undefined ? undefined : yearBefore(tokens, pending, i, citingYear)
  const serial = Number(airgram.digits)
  const number = `-CA${serial}`
  const stations = postsNamed('STATE')
  const year = before ?? yearInDate(tokens, airgram.next)
  const from = pending ?? i
  return { from, to: airgram.next, stations, station: 'STATE', serial, number, fuzzy: false, ...opt(year) }
}

interface Name {
  readonly key: string
  /** Token after the name. */
  readonly next: number
}

/** Names that may start at a token, longest first: `PORT-AU-PRINCE`, `ST. PETERSBURG`. */
function namesAt(tokens: readonly ReferenceToken[], i: number): readonly Name[] {
  const names: Name[] = []
  let key = ''
  for (let j = i, words = 0; words < 6 && j < tokens.length; j++) {
    const token = tokens[j]
    if (token === undefined || token.masked) break
    if (token.kind === 'sign' && /^[-‐.'’]$/.test(token.value)) continue
    if (token.kind !== 'word') break
    words++
    key += token.value
    if (spellings.has(key) || findCut(key)) names.unshift({ key, next: j + 1 })
  }
  return names
}

/** Ten-character cuts and mission words before a known city: `IRPO DUBAI`, `USMISSION GENEVA`. */
function findCut(key: string): boolean {
  return key.length >= 9 && findPost(key) !== undefined
}

interface Citing extends Name {
  readonly from: number
  readonly stations: readonly Post[]
  readonly year: number | undefined
  readonly fuzzy: boolean
}

/** Serials behind a station: `9`, `: 9`, `#9`, `(C)0009`, `(05) 9`, `07 9`, `9, 12 AND 15`, `A-50`. */
function serialsAt(
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
    } else if (/^[:,#.\-‐]$/.test(token.value) || serialWords.test(token.value)) at++
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

function opt(year: number | undefined): { year?: number } {
  return year === undefined ? {} : { year }
}

/** `A-50`, `CA-3400` */
function airgramAt(
  tokens: readonly ReferenceToken[],
  at: number,
): { series: string; digits: string; next: number } | undefined {
  const series = tokens[at]
  if (series?.kind !== 'word' || !/^C?A$/.test(series.value)) return undefined
  const dash = /^[-‐]$/.test(tokens[at + 1]?.value ?? '') ? 1 : 0
  const digits = tokens[at + 1 + dash]
  if (dash === 0 || digits?.kind !== 'number' || digits.value.length > 6) return undefined
  return { series: series.value, digits: digits.value, next: at + 2 + dash }
}

/** Year of the date behind an airgram: `A-007 OF MAY 15, 1972`. */
function yearInDate(tokens: readonly ReferenceToken[], at: number): number | undefined {
  const year = tokens.slice(at, at + 6).find((token) => /^19[3-9]\d$|^20[0-4]\d$/.test(token.value))
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
    if (first === undefined || first.masked || !isSerial(first)) break
    if (found.length > 0 && belongsToNext(tokens, at, citingYear)) break
    const second = tokens[at + 1]
    let serial = first
    let next = at + 1
    // `ACCRA 07 9`: the year stands between.
    const between = yearOf(first.value, citingYear)
    const glued = second?.kind === 'number' && !second.masked && isSerial(second)
    if (glued && between !== undefined && /^0|^(?:19|20)\d\d$/.test(first.value) && year === undefined) {
      year = between
      serial = second
      next = at + 2
    }
    const behind = yearBehind(tokens, next, serial, citingYear)
    if (behind !== undefined) next = behind.next
    const own = behind?.year ?? year
    const { stations, fuzzy, key: station } = citing
    found.push({ from, to: next, stations, station, fuzzy, serial: Number(serial.value), ...opt(own) })
    const more = continuation(tokens, next)
    if (more === undefined) break
    at = more
    from = more
  }
  return found
}

function isSerial(token: ReferenceToken): boolean {
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
    if (/^[,;/&\-‐]$/.test(token.value) || token.value === 'AND') seen = true
    else return seen && token.kind === 'number' ? next : undefined
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
  const station = tokens[next]?.kind === 'word' && namesAt(tokens, next).length > 0
  const unit = /^(?:FAM|CFR|USC)$/.test(tokens[at + 1]?.value ?? '')
  return unit || (station && yearOf(token.value, citingYear) !== undefined)
}

/** Year behind a serial: `9 (05)`, `9-05`, `0009/05`, `9 05`, `9 2007`, `9, 05`. */
function yearBehind(
  tokens: readonly ReferenceToken[],
  at: number,
  serial: ReferenceToken,
  citingYear: number,
): { year: number; next: number } | undefined {
  const [sign, number, close] = tokens.slice(at, at + 3)
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
  return tokens[next]?.kind === 'word' && namesAt(tokens, next).length > 0
}

/** Year before a station: `03`, `2003`, `'08`, `(99)`, `094`, `0 8`. */
function yearBefore(
  tokens: readonly ReferenceToken[],
  pending: number,
  i: number,
  citingYear: number,
): number | undefined {
  const value = tokens[pending]?.value ?? ''
  const second = tokens[pending + 1]
  if (value === '0' && pending + 1 < i && second?.kind === 'number') {
    return yearOf(`0${second.value}`, citingYear)
  }
  if (/^0\d\d$/.test(value)) return threeDigits(value, citingYear)
  // A year after the citing cable's is read all the same, and reported.
  return yearOf(value, Math.max(citingYear, lastYear))
}

/** `094` is 09 with a digit too many, `005` is 2005 with one lost: the later one that can be. */
function threeDigits(value: string, citingYear: number): number | undefined {
  const years = [value.slice(0, 2), value.slice(1)].map((two) => fullYear(Number(two)))
  return years.filter((year) => year <= citingYear).sort((a, b) => b - a)[0]
}

/** A number as a year no later than one after the citing cable's (New Year's skew), or none. */
export function yearOf(value: string, citingYear: number): number | undefined {
  const year = /^\d{2}$/.test(value)
    ? fullYear(Number(value))
    : /^(?:19|20)\d\d$/.test(value)
      ? Number(value)
      : undefined
  return year !== undefined && year <= citingYear + 1 && year > citingYear - 60 ? year : undefined
}

/** `9 ACCRA`: only as the whole of an item or after a separator. */
function reversedAt(
  tokens: readonly ReferenceToken[],
  i: number,
  name: Name,
  stations: readonly Post[],
): Found | undefined {
  const serial = tokens[i - 1]
  const next = tokens[name.next]
  if (serial?.kind !== 'number' || serial.masked || !isSerial(serial)) return undefined
  const free = i === 1 || tokens[i - 2]?.kind === 'sign'
  const ends = next === undefined || next.masked || /^[,;.]$/.test(next.value)
  if (!free || !ends || /^\d{2}$|^\d{4}$/.test(serial.value)) return undefined
  const { key: station } = name
  return { from: i - 1, to: name.next, stations, station, serial: Number(serial.value), fuzzy: false }
}

/** A station with a letter lost or changed: `SAN JSE 9`, `REYKJQVIK 9`; one post must be like it. */
function damagedAt(
  tokens: readonly ReferenceToken[],
  i: number,
  from: number,
  year: number | undefined,
  citingYear: number,
): readonly Found[] {
  const [first, second] = tokens.slice(i, i + 2)
  if (first === undefined) return []
  const names: Name[] = [{ key: first.value, next: i + 1 }]
  if (second?.kind === 'word' && !second.masked) {
    names.unshift({ key: first.value + second.value, next: i + 2 })
  }
  for (const name of names) {
    const [station, other] = similarStations(name.key)
    if (station === undefined || other !== undefined || noStation.test(name.key)) continue
    const stations = postsNamed(station)
    const citing = { ...name, key: station, from, stations, year, fuzzy: true }
    const cables = serialsAt(tokens, citing, citingYear)
    if (cables.length > 0) return cables
  }
  return []
}

/** `159, 161`: numbers and nothing else; whose they are, the items before decide. */
function bareNumbers(
  text: string,
  tokens: readonly ReferenceToken[],
): readonly CitedItem[] | undefined {
  const open = tokens.filter((token) => !token.masked)
  const numbers = open.filter((token) => token.kind === 'number')
  const only = open.every((token) => token.kind !== 'word' || token.value === 'AND')
  if (!only || numbers.length === 0 || numbers.some((token) => !isSerial(token))) return undefined
  // A year alone is a piece of a date.
  const serials = numbers.filter(({ value }) => !/^(?:19[5-9]\d|20[01]\d)$/.test(value))
  return serials.map(({ value, start, end }) => ({
    kind: 'cable' as const,
    printed: text.slice(start, end),
    start,
    end,
    stations: [],
    serial: Number(value),
    fuzzy: false,
  }))
}

/** Cuts the printed text of each cable out of the item, notes behind it included. */
function cut(
  text: string,
  tokens: readonly ReferenceToken[],
  found: readonly Found[],
): readonly CitedItem[] {
  const items: CitedItem[] = []
  found.forEach((cable, index) => {
    const after = found[index + 1]
    const start = index === 0 ? 0 : (tokens[cable.from]?.start ?? 0)
    const limit = after === undefined ? text.length : (tokens[after.from]?.start ?? text.length)
    const own = tokens[cable.to - 1]?.end ?? limit
    const rest = text.slice(own, limit)
    const extra = isStrong(rest.replace(/\([^()]*\)/g, '')) ? rest : ''
    const end = extra === '' ? limit : own
    const { stations, station, serial, number, year, fuzzy } = cable
    const kind = number === undefined ? 'cable' : 'airgram'
    const place = { start, end, printed: trim(text.slice(start, end)) }
    const numbered = number === undefined ? {} : { number }
    items.push({ kind, ...place, stations, station, serial, fuzzy, ...numbered, ...opt(year) })
    if (extra !== '') {
      const printed = trim(extra)
      items.push({ kind: kindOf(extra), printed, start: own, end: limit, stations: [], fuzzy: false })
    }
  })
  return items
}

/** Takes separators off both ends: ` , OSLO 88 AND` → `OSLO 88`. */
function trim(text: string): string {
  const front = text.replace(/^[\s,;&/.:-]+/, '').replace(/^AND\s+/i, '')
  return front.replace(/[\s,;&/:-]+$/, '').replace(/\s+AND$/i, '').replace(/[\s,;]+$/, '')
}
