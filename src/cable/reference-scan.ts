import { type Post, postsNamed } from './post.ts'
import { capitals } from './post-names.ts'
import { type Name, namesAt } from './reference-name.ts'
import { yearBefore } from './reference-printed-year.ts'
import {
  airgramAt,
  cablesPerItemMax,
  type Found,
  isSerial,
  opt,
  serialsAt,
  yearInDate,
} from './reference-serial.ts'
import type { ReferenceToken } from './reference-token.ts'
import { unlistedAt } from './reference-unlisted.ts'
import { similarStations } from './station-match.ts'
import { type UnlistedPosts, unlistedPost } from './unlisted-post.ts'

/** Words between a year and the station, which say only what kind of mission or paper it is. */
const missionWords =
  /^(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|CONGEN|EMBASSY|CONSULATE|GENERAL|USMISSION|USDEL|USINT|USLO|UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|REF|REFTEL|SEE|CABLE|TEL|THE|FROM|AND)$/

/** Words like a station by accident, whatever number follows. */
const noStation =
  /^(?:PARAS?|PARAGRAPHS?|PAGES?|PARTS?|SECTIONS?|POINTS?|TIER|TITLE|MARCH|MONTH|STATES|STAFF|ITEMS?|TEXT|NOTE|MEMO|ANNEX|TOSEC|SECTO|FAM|IIR|TD|TDX|OSC|FBIS|CODEL|REPORT)$/

/** Finds the cables and airgrams in the tokens of an item, from left to right. */
export function scan(
  tokens: readonly ReferenceToken[],
  citingYear: number,
  unlisted: UnlistedPosts = new Map(),
): readonly Found[] {
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
    const cables = token.kind === 'word' ? cablesAt(tokens, i, pending, citingYear, unlisted) : []
    const last = cables.at(-1)
    if (last !== undefined) {
      found.push(...cables)
      i = last.to
      pending = undefined
      continue
    }
    if (token.kind === 'word' && !missionWords.test(token.value)) pending = undefined
    if (token.kind === 'sign' && !/^['’\-‐().:[\]#,/]$/.test(token.value)) pending = undefined
    i++
  }
  return found
}

function splitYear(tokens: readonly ReferenceToken[], first: number, second: number): boolean {
  return second === first + 1 && tokens[first]?.value === '0' && tokens[second]?.value.length === 1
}

/** A station at token `i` with its serials; the longest name first. */
function cablesAt(
  tokens: readonly ReferenceToken[],
  i: number,
  pending: number | undefined,
  citingYear: number,
  unlisted: UnlistedPosts,
): readonly Found[] {
  if (noStation.test(tokens[i]?.value ?? '')) return []
  const circular = circularAt(tokens, i, pending, citingYear)
  if (circular !== undefined) return [circular]
  const year = pending === undefined ? undefined : yearBefore(tokens, pending, i, citingYear)
  const from = year === undefined ? i : (pending ?? i)
  for (const name of namesAt(tokens, i, unlisted)) {
    const stations = stationsNamed(name.key, year ?? citingYear, unlisted)
    if (stations.length === 0) continue
    const cables = serialsAt(tokens, { ...name, from, stations, year, fuzzy: false }, citingYear)
    if (cables.length > 0) return cables
    const reversed = reversedAt(tokens, i, name, stations)
    if (reversed !== undefined) return [reversed]
  }
  const damaged =
    capitalAt(tokens, i, from, year, citingYear) ?? damagedAt(tokens, i, from, year, citingYear)
  // `06 EMBASSY VIENNA 12`: the post comes behind the word.
  const opens = damaged.length === 0 && !missionWords.test(tokens[i]?.value ?? '')
  const name = opens && year !== undefined ? unlistedAt(tokens, i) : undefined
  if (name === undefined) return damaged
  const own = { ...name, from, stations: [unlistedPost(name.key)], year, fuzzy: false }
  return serialsAt(tokens, own, citingYear)
}

function stationsNamed(key: string, year: number, unlisted: UnlistedPosts): readonly Post[] {
  const listed = postsNamed(key, year)
  const own = listed.length === 0 ? unlisted.get(key) : undefined
  return own === undefined ? listed : [own]
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
  return {
    from,
    to: airgram.next,
    stations,
    station: 'STATE',
    serial,
    number,
    fuzzy: false,
    ...opt(year),
  }
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
  return {
    from: i - 1,
    to: name.next,
    stations,
    station,
    serial: Number(serial.value),
    fuzzy: false,
  }
}

/** `PERU 9`: a country's name for the embassy, where nothing but a year stands before it. */
function capitalAt(
  tokens: readonly ReferenceToken[],
  i: number,
  from: number,
  year: number | undefined,
  citingYear: number,
): readonly Found[] | undefined {
  const [first, second] = tokens.slice(i, i + 2)
  if (first === undefined || tokens.slice(0, from).some(({ kind }) => kind !== 'sign')) {
    return undefined
  }
  const two = second?.kind === 'word' ? capitals.get(first.value + second.value) : undefined
  const post = two ?? capitals.get(first.value)
  if (post === undefined) return undefined
  const stations = postsNamed(post)
  const next = i + (two === undefined ? 1 : 2)
  return serialsAt(tokens, { key: post, next, from, stations, year, fuzzy: true }, citingYear)
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
    if (!/^[\d:,#(.-]/.test(tokens[name.next]?.value ?? '')) continue
    const [station, other] = similarStations(name.key)
    if (station === undefined || other !== undefined || noStation.test(name.key)) continue
    const stations = postsNamed(station)
    const citing = { ...name, key: station, from, stations, year, fuzzy: true }
    const cables = serialsAt(tokens, citing, citingYear)
    if (cables.length > 0) return cables
  }
  return []
}
