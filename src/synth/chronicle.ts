import { findPost } from '../cable/post.ts'
import { chooseYear } from '../cable/reference-year.ts'
import type { Random } from './random.ts'
import { minuteAt, type Numbered, numberAt, planSeries, type Series } from './series.ts'

/** All numbers of an invented archive, in the order of their dates. */
export interface Chronicle {
  numbers(): Iterable<Numbered>
  /** A number of the archive that is older than this one; undefined where chance finds none. */
  older(random: Random, than: Numbered): Numbered | undefined
}

/** The series of one year, with the sums of their counts. */
interface Year {
  readonly year: number
  readonly series: readonly Series[]
  /** Cables in all series up to and with each. */
  readonly sums: readonly number[]
  readonly byPost: ReadonlyMap<string, Series>
}

/** Opens the archive of a seed. Nothing is kept of what was given out: a year at a time is sorted. */
export function openChronicle(
  cables: number,
  seed: number,
  years?: readonly [number, number],
): Chronicle {
  const groups = Map.groupBy(planSeries(cables, years), ({ year }) => year)
  const all = [...groups].sort(([a], [b]) => a - b).map(([year, series]) => openYear(year, series))
  const byYear = new Map(all.map((each) => [each.year, each] as const))
  return {
    *numbers() {
      for (const year of all) yield* numbersOf(year, seed)
    },
    older: (random, than) => drawOlder(random, byYear, seed, than),
  }
}

function openYear(year: number, series: readonly Series[]): Year {
  let sum = 0
  const sums = series.map(({ count }) => {
    sum += count
    return sum
  })
  return { year, series, sums, byPost: new Map(series.map((each) => [each.post, each] as const)) }
}

/** Room for the place of a cable within its year beside the minute in one number. */
const placesMax = 2 ** 24

function* numbersOf({ series, sums }: Year, seed: number): Iterable<Numbered> {
  const keys = new Float64Array(sums.at(-1) ?? 0)
  let at = 0
  for (const each of series) {
    for (let place = 0; place < each.count; place++) {
      keys[at] = minuteAt(each, place, seed) * placesMax + at
      at++
    }
  }
  keys.sort()
  for (const key of keys) {
    const index = key % placesMax
    const which = firstAbove(sums, index)
    const found = series[which]
    if (found !== undefined) yield numberAt(found, index - (sums[which - 1] ?? 0), seed)
  }
}

/** Draws tried before a cable goes without a reference. */
const drawsMax = 12

function drawOlder(
  random: Random,
  years: ReadonlyMap<number, Year>,
  seed: number,
  than: Numbered,
): Numbered | undefined {
  for (let draw = 0; draw < drawsMax; draw++) {
    const share = random.next()
    // Most are cited within the year.
    const back = share < 0.77 ? 0 : share < 0.95 ? 1 : random.between(2, 4)
    const year = years.get(than.year - back)
    if (year === undefined) continue
    const found = drawSeries(random, year, than.post, draw)
    const bound = found === undefined ? 0 : back > 0 ? found.count : placesBefore(found, seed, than)
    if (found === undefined || bound < 1) continue
    // And most of them not long ago.
    const ago = random.next()
    const number = numberAt(found, bound - 1 - Math.floor(bound * ago * ago * ago), seed)
    if (number.date < than.date) return number
  }
  return undefined
}

/** The own post's, the Department's or any series, by what it holds. */
function drawSeries(random: Random, year: Year, own: string, draw: number): Series | undefined {
  const share = random.next()
  const named = draw > 3 ? undefined : share < 0.4 ? own : share < 0.6 ? 'STATE' : undefined
  if (named !== undefined) return year.byPost.get(named)
  return year.series[firstAbove(year.sums, random.next() * (year.sums.at(-1) ?? 0))]
}

/** Places of a series that were given out before a number of the same year. */
function placesBefore(series: Series, seed: number, than: Numbered): number {
  let low = 0
  let high = series.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (numberAt(series, middle, seed).date < than.date) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a number printed without its year is understood to be of that year. */
export function isPlainly(cited: Numbered, citing: Numbered): boolean {
  const month = Number(citing.date.slice(5, 7))
  const by = { post: citing.post, year: citing.year, month, serial: citing.serial }
  const post = findPost(cited.station, citing.year)
  return post !== undefined && chooseYear(post, cited.serial, by) === cited.year
}

function firstAbove(sums: readonly number[], value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
