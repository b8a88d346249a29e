import { fullYear, shortYear } from './century.ts'
import { readDate } from './date.ts'
import { closeZeros, isIssued, issuedSpelling, type Post, postsNamed, stationsCut } from './post.ts'
import { readItem } from './reference-item.ts'
import { chooseYear } from './reference-year.ts'
import { editDistance, similarStations, within } from './station-match.ts'
import { inReferenceForm } from './worded-citation.ts'

/** The parts of a canonical cable number: `07REYKJAVIK123`. */
export interface Identifier {
  readonly id: string
  /** As it stands in the id. */
  readonly post: string
  /** Four digits. */
  readonly year: number
  readonly serial: number
}

/** What a spelling of an id or a reference means. */
export interface Resolution {
  /** Canonical id; absent where it is unknown or not decided. */
  readonly id?: string
  /** The id, or the ids among which the spelling does not decide. */
  readonly candidates: readonly string[]
  /** The spelling was damaged, and the id is what it must have been. */
  readonly repaired: boolean
}

/** Longest spelling that is looked at, in UTF-16 code units. */
const spellingLengthMax = 512

/** Airgrams were given up in 1991. */
const lastAirgramYear = 1991

const unresolved: Resolution = { candidates: [], repaired: false }

/** Reads a canonical id: two digits, a station, a serial. Knows nothing of damage. */
export function parseIdentifier(id: string): Identifier | undefined {
  const match = /^(\d{2})([A-Z]{2,24})(\d{1,7})$/.exec(id)
  if (match === null) return undefined
  const [, year = '', post = '', serial = ''] = match
  return { id, post, year: fullYear(Number(year)), serial: Number(serial) }
}

/** `07`, `REYKJAVIK`, 123 → `07REYKJAVIK123` */
export function formatIdentifier(year: number, post: string, serial: number | string): string {
  return `${shortYear(year)}${post}${String(serial).replace(/^0+(?=\d)/, '')}`
}

/**
 * Resolves any spelling of a cable's number: `05 Hanoi 1179`, `(A) HANOI 1179`, `2005-HANOI-1179`,
 * `#05HANOI1179`, `1976NEWDE01234_b`, an old address, a damaged id (specification 3.1 to 3.3).
 * `date` (ISO, of the citing cable) gives the year where the spelling has none.
 */
export function resolveIdentifier(spelling: string, date?: string): Resolution {
  if (spelling.length > spellingLengthMax) return unresolved
  const written = withoutAddress(spelling)
  const compact = repairIdentifier(written)
  if (compact.id !== undefined || compact.candidates.length > 0) return compact
  return fromWords(written, date)
}

/** Takes the id out of an address: `/plusd/cables/08HANOI905_a.html` → `08HANOI905_a`. */
function withoutAddress(spelling: string): string {
  const plain = decode(spelling.trim())
  const file = /^(?:.*\d{2}[A-Z])?[^?#]*/is.exec(plain)?.[0] ?? ''
  const part = file.split(/[/=&]/).findLast((piece) => /\d{2}[ +]?[A-Z].*\d/i.test(piece))
  const address = /:\/\/|^\/|\.html?\b|\.(?:json|txt|ris|bib)$/i.test(plain)
  const name = address && part !== undefined ? part : plain
  return name.replace(/\.(?:html?|json|txt|ris|bib|pdf)$/i, '')
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Year and month, 1 … 12, of a date in any of the archives' forms; the year alone is one. */
function dayOf(date: string): { readonly year?: number; readonly month?: number } {
  const iso = readDate(date)?.iso ?? /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(date)?.[0]
  if (iso === undefined) return {}
  const month = Number(iso.slice(5, 7))
  return { year: Number(iso.slice(0, 4)), ...(month > 0 && { month }) }
}

/** A reference in words, as it stands in a REF line. */
function fromWords(written: string, date: string | undefined): Resolution {
  const { year, month } = date === undefined ? {} : dayOf(date)
  const cited = inReferenceForm(written).replace(
    /^\s*(?:REF(?:TEL)?S?\b[:.]?\s*)?(?:[([]?[A-Z1-9][)\].:]+\s*)?/i,
    '',
  )
  const items = readItem(cited, { ...(year !== undefined && { year }) }).filter(
    (found) => found.kind === 'cable' || found.kind === 'airgram',
  )
  const context = { ...(year !== undefined && { year }), ...(month !== undefined && { month }) }
  const candidates = items.flatMap((item) =>
    item.stations.flatMap((post) => {
      const serial = item.serial ?? 0
      const chosen = item.year ?? chooseYear(post, serial, context)
      if (chosen === undefined) return []
      const station = issuedSpelling(item.station ?? post.canonical, post, chosen)
      return [formatIdentifier(chosen, station, item.number ?? serial)]
    }),
  )
  return settle(
    candidates,
    items.some(({ fuzzy }) => fuzzy),
  )
}

function settle(candidates: readonly string[], repaired: boolean): Resolution {
  const unique = [...new Set(candidates)]
  const [id] = unique
  return unique.length === 1 && id !== undefined
    ? { id, candidates: unique, repaired }
    : { candidates: unique, repaired: false }
}

/**
 * Repairs a published id (specification 3.3): `08SECTION01OF02REYKJAVIK123`, `7575LIMA77`,
 * `06OSLO000160ZDK163`, `07REYKJQVIK123`. A name that may be two posts gives candidates, no id.
 */
export function repairIdentifier(published: string): Resolution {
  const text = published.normalize('NFD').toUpperCase()
  const twin = /~\d{1,4}$/.exec(text)?.[0] ?? ''
  const airgram = /^(\d{2})([A-Z]{2,24}?)(?:-(C?A)-?|(C?A)-)(\d{1,6})$/.exec(
    text.replace(/\s/g, ''),
  )
  if (airgram !== null && isIssued(airgram[2] ?? '')) {
    const [, year = '', station = '', apart, joined, serial = ''] = airgram
    return settle([`${year}${station}-${apart ?? joined ?? ''}${Number(serial)}`], false)
  }
  const bare = text.slice(0, text.length - twin.length).replace(/_[A-E]?$/, '')
  const glued = bare.replace(/[\s'’.,:#+/\-–‐_]/g, '')
  const resolution = repairGlued(glued)
  return twin === '' ? resolution : withTwin(resolution, twin)
}

function withTwin(resolution: Resolution, twin: string): Resolution {
  if (resolution.id === undefined) return resolution
  const id = `${resolution.id}${twin}`
  return { id, candidates: [id], repaired: resolution.repaired }
}

function repairGlued(glued: string): Resolution {
  const [head, tail] = splitYear(glued)
  if (head === undefined) return unresolved
  const { serial, rest, changed } = splitSerial(tail)
  if (serial === '' || rest === '') return unresolved
  const aad = /^\d{4}[A-Z]+\d{5,6}$/.test(glued)
  const found = findStation(rest, head.year, aad)
  const damaged = head.damaged || changed || found.damaged
  const ids = found.stations.map((station) => formatIdentifier(head.year, station, serial))
  return found.certain ? settle(ids, damaged) : { candidates: [...new Set(ids)], repaired: false }
}

interface Head {
  readonly year: number
  readonly damaged: boolean
}

/** `2005HANOI…` and `05HANOI…`; `7575LIMA…` has the year twice; `O5LIMA…` a letter for the zero. */
function splitYear(glued: string): [Head | undefined, string] {
  const text = withDigits(glued)
  const full = /^(19[3-9]\d|20[0-4]\d)(?=[A-Z])/.exec(text)?.[1]
  if (full !== undefined) return [{ year: Number(full), damaged: text !== glued }, text.slice(4)]
  const twice = /^(\d{2})\1(?=[A-Z])/.exec(text)?.[1]
  if (twice !== undefined) {
    return [{ year: fullYear(Number(twice)), damaged: true }, text.slice(4)]
  }
  const short = /^(\d{2})(?=[A-Z]|0[A-Z]{2}|\d{1,2}[O0]?[FQG])/.exec(text)?.[1]
  if (short === undefined) return [undefined, text]
  return [{ year: fullYear(Number(short)), damaged: text !== glued }, text.slice(2)]
}

/** Letters O in the year: `O5HANOI…`, `1OOTTAWA…`, `2OO7LOME…`; the post's own O stays. */
function withDigits(glued: string): string {
  const run = /^[0-9O]{2,6}/.exec(glued)?.[0]
  if (run?.includes('O') !== true) return glued
  const digits = run.replaceAll('O', '0')
  const length = /^(?:19|20)\d\d$/.test(digits) ? 4 : 2
  return digits.slice(0, length) + glued.slice(length)
}

/** Takes the serial off the end: `STATE255000TOSEC140001` → STATE, 255000. */
function splitSerial(tail: string): { serial: string; rest: string; changed: boolean } {
  const series = /^(.*?[A-Z])(\d{1,8})(?:TOSEC|SECTO|Z(?:DK|FR|DS|FF))\d{0,8}$/.exec(tail)
  if (series !== null) return { serial: series[2] ?? '', rest: series[1] ?? '', changed: true }
  const marked = /^([A-Z]+?)\d{1,8}SUSPECTED\w{0,4}DUPLICATE(?:OF)?(\d{1,8})$/.exec(tail)
  if (marked !== null) return { serial: marked[2] ?? '', rest: marked[1] ?? '', changed: true }
  const plain = /^(.*?)(\d{1,8})$/.exec(tail)
  if (plain === null) return { serial: '', rest: tail, changed: false }
  return { serial: plain[2] ?? '', rest: plain[1] ?? '', changed: false }
}

interface Station {
  readonly stations: readonly string[]
  readonly certain: boolean
  readonly damaged: boolean
}

function findStation(name: string, year: number, aad: boolean): Station {
  const known = knownStation(name, year, aad)
  if (known !== undefined) return known
  // `BANGKOKA50`: an airgram without its hyphen, or a letter too many.
  const airgram = year <= lastAirgramYear && /A$/.test(name) && isIssued(name.slice(0, -1))
  if (airgram) {
    const station = name.slice(0, -1)
    return { stations: [station, `${station}-A`], certain: false, damaged: true }
  }
  const cleaned = withoutNoise(name)
  const inner = cleaned === name ? undefined : knownStation(cleaned, year, false)
  if (inner !== undefined) return { ...inner, damaged: true }
  const near = similarStations(cleaned)
  if (near.length > 0) return { stations: near, certain: near.length === 1, damaged: true }
  const garbage = cleaned === name ? undefined : knownStation(cleaned.slice(1), year, false)
  if (garbage !== undefined) return { ...garbage, damaged: true }
  const short = cleaned.length >= 3 && cleaned.length < 5 ? within(cleaned, 1) : []
  return { stations: short, certain: false, damaged: true }
}

function knownStation(name: string, year: number, aad: boolean): Station | undefined {
  const station = closeZeros(name)
  const cut = aad ? stationsCut(station) : []
  if (cut.length > 0) return { stations: cut, certain: cut.length === 1, damaged: false }
  if (isIssued(station)) {
    return { stations: [station], certain: true, damaged: station !== name }
  }
  const found = postsNamed(station, year)
  if (found.length === 0) return undefined
  const stations = found.map((post) => issuedSpelling(station, post, year))
  const slip = found.some((post) => isSlip(station, post))
  return { stations, certain: found.length === 1, damaged: slip || station !== name }
}

/** `BEIJIG` is a slip, `KL` and `PEKING` are names. */
function isSlip(station: string, post: Post): boolean {
  return station.length >= 5 && !isIssued(station) && editDistance(station, post.canonical, 2) <= 2
}

/** Words that were captured before the station, and may stand there one after the other. */
const noiseWords =
  /^(?:EFTO|AMEMBASSY|AMCONSUL|EMBASSY|USMISSION|NOFORN|UNCLASSIFIED|UNCLAS|SIFIED|SENSITIVE|SIPDIS|CONFIDENTIAL|SECRET(?!ARY))(?=[A-Z]{3})/

/** `SECTION01OF02`, `SCTION02F02`, `01OF02`: what stands before the last digit. */
const sectionNoise = /^[A-Z]{0,8}\d{0,2}[A-Z]{0,3}\d{1,2}(?=[A-Z]{3})/

function withoutNoise(name: string): string {
  let rest = name
  for (;;) {
    const next = rest.replace(noiseWords, '')
    if (next === rest) break
    rest = next
  }
  const section = sectionNoise.exec(rest)?.[0]
  if (section !== undefined && /^[SECTIONKQOFG0-9]+$/.test(section))
    rest = rest.slice(section.length)
  return rest
}
