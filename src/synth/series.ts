import { findPost, issuedSpelling, posts } from '../cable/post.ts'
import { monthTable, seriesTable } from './facts-series.ts'
import { mix } from './random.ts'

/** Cables that one post sent in one year, as far as an invented archive holds them. */
export interface Series {
  /** `LOME`, as in ids. */
  readonly post: string
  /** `LOME`, `ADDIS ABABA`: as printed. */
  readonly station: string
  /** Four digits. */
  readonly year: number
  /** Cables of the archive in it. */
  readonly count: number
  readonly first: number
  /** At least `count - 1` more than `first`. */
  readonly last: number
}

/** A number in a station's yearly series, and the time it was given out. */
export interface Numbered {
  readonly post: string
  readonly station: string
  readonly year: number
  readonly serial: number
  /** `2007-03-14T15:30Z` */
  readonly date: string
}

/** Cables of the well known archive. */
const archiveSize = 251_287

/** Share of the telegrams of 1966 to 1979, so that every dialect comes up. */
const earlyShare = 0.02
const earlyYears = [1966, 1979] as const
/** From here on a post's early series are as large as its later ones; before, a twentieth. */
const fullFrom = 1973

const printed: ReadonlyMap<string, string> = new Map(
  posts.map(({ canonical, name }) => [canonical, printedName(canonical, name)] as const),
)

/** `ADDIS ABABA` for `ADDISABABA`. */
export function stationOf(post: string): string {
  return printed.get(post) ?? post
}

/** The name in capitals without accents, where it spells the id. */
function printedName(canonical: string, name: string): string {
  const capitals = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .toUpperCase()
  return capitals.replace(/[ .-]/g, '') === canonical ? capitals : canonical
}

interface Known extends Omit<Series, 'count'> {
  /** Published cables. */
  readonly weight: number
}

const modern: readonly Known[] = seriesTable
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [post = '', ...years] = line.split('|')
    return years.map((cell): Known => {
      const [year = 0, weight = 0, first = 1, last = 1] = cell.split(' ').map(Number)
      return { post, station: stationOf(post), year, first, last, weight }
    })
  })
  .filter(({ post, year }) => year > earlyYears[1] && post !== 'PARTO')

const early: readonly Known[] = [...Map.groupBy(modern, ({ post }) => post)].flatMap(
  ([post, all]) =>
    Array.from({ length: earlyYears[1] - earlyYears[0] + 1 }, (_, index): Known => {
      const year = earlyYears[0] + index
      const sum = all.reduce((total, { weight }) => total + weight, 0)
      const weight = Math.ceil(year < fullFrom ? sum / 140 : sum / 7)
      return { post, station: stationOf(post), year, weight, first: 1, last: weight * 8 }
    }).filter(({ year }) => isSpelledSo(post, year)),
)

/** False for a post whose numbers were given under another name then: `BEIJING` in 1970. */
function isSpelledSo(post: string, year: number): boolean {
  const found = findPost(post, year)
  return found !== undefined && issuedSpelling(post, found, year) === post
}

/**
 * The series of an archive of so many cables: each post and year in its real share. What exceeds
 * the size of the real archive goes to the years 1966 to 1979, of which two million are declassified.
 */
export function planSeries(
  cables: number,
  [from, to]: readonly [number, number] = [1966, 2010],
): readonly Series[] {
  const within = ({ year }: Known): boolean => year >= from && year <= to
  const later = modern.filter(within)
  const older = early.filter(within)
  const share = later.length === 0 ? 1 : older.length === 0 ? 0 : earlyShare
  const most = older.length === 0 ? cables : archiveSize
  const earlyCables = cables - Math.min(most, Math.ceil(cables * (1 - share)))
  return [...spread(older, earlyCables), ...spread(later, cables - earlyCables)]
}

/** So many cables, in whole numbers by weight; series without any are left out. */
function spread(known: readonly Known[], cables: number): Series[] {
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  return known.flatMap(({ weight, ...series }) => {
    const before = Math.floor((sum * cables) / total)
    sum += weight
    const count = Math.floor((sum * cables) / total) - before
    const last = Math.max(series.last, series.first + count - 1)
    return count === 0 ? [] : [{ ...series, count, last }]
  })
}

/** The number at a place of a series, 0 … `count - 1`; serials and times grow with the place. */
export function numberAt(series: Series, place: number, seed: number): Numbered {
  const { post, station, year, count, first, last } = series
  const step = (last - first + 1) / count
  const low = Math.floor(place * step)
  const high = Math.floor((place + 1) * step)
  const chance = mix(mix(seed, year), mix(hashOf(post), place))
  const serial = first + low + (chance % Math.max(1, high - low))
  return { post, station, year, serial, date: dateAt(year, minuteAt(series, place, seed)) }
}

/** Minute of the year in which the number of a place is given out. */
export function minuteAt({ post, year, count }: Series, place: number, seed: number): number {
  const part = mix(mix(seed, year) ^ 0x5bd1e995, mix(hashOf(post), place)) / 4_294_967_296
  return minuteOfYear(year, (place + part) / count)
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const dayMinutes = 1440
const evenMonths = new Array<number>(12).fill(1)
const monthCounts: ReadonlyMap<number, readonly number[]> = new Map(
  monthTable
    .trim()
    .split('\n')
    .map((line) => {
      const [year = 0, ...counts] = line.split(' ').map(Number)
      return [year, counts] as const
    }),
)

/** Where in the year a share of its cables, 0 … 1, was sent. */
function minuteOfYear(year: number, share: number): number {
  const counts = (year > earlyYears[1] ? monthCounts.get(year) : undefined) ?? evenMonths
  const total = counts.reduce((sum, count) => sum + count, 0)
  let left = share * total
  let start = 0
  for (let month = 0; month < 12; month++) {
    const count = counts[month] ?? 0
    const minutes = (monthDays[month] ?? 30) * dayMinutes
    if (count > 0 && left < count) return start + Math.floor((left / count) * minutes)
    left -= count
    start += minutes
  }
  return start - 1
}

/** `2007-03-14T15:30Z`; the 29th of February is no day of an invented year. */
function dateAt(year: number, minute: number): string {
  let day = Math.floor(minute / dayMinutes)
  let month = 0
  for (; month < 11 && day >= (monthDays[month] ?? 30); month++) day -= monthDays[month] ?? 30
  const hour = Math.floor((minute % dayMinutes) / 60)
  const drawn = minute % 60
  // 18:06 and the like are what a broken template of the archive made of a time (specification 7.1).
  const spared = drawn === (hour % 12 || 12) ? drawn + 1 : drawn
  return `${year}-${two(month + 1)}-${two(day + 1)}T${two(hour)}:${two(spared)}Z`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

const hashes = new Map<string, number>()

/** A whole number for a name. */
export function hashOf(name: string): number {
  const known = hashes.get(name)
  if (known !== undefined) return known
  let hash = 0
  for (let at = 0; at < name.length; at++) hash = mix(hash, name.charCodeAt(at))
  hashes.set(name, hash)
  return hash
}
