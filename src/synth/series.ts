import { posts } from '../cable/post.ts'
import { issuedSeries } from '../cable/serial-range.ts'
import type { Random } from './random.ts'

/** A number in a station's yearly series, and the time it was given out. */
export interface Numbered {
  /** `LOME`, as in ids. */
  readonly post: string
  /** `LOME`, `ADDIS ABABA`: as printed. */
  readonly station: string
  /** Four digits. */
  readonly year: number
  /** 1 … 12. */
  readonly month: number
  readonly serial: number
}

interface Series {
  readonly post: string
  readonly year: number
  /** Highest serial up to each month, index 1 … 12. */
  readonly highest: readonly number[]
}

const printed: ReadonlyMap<string, string> = new Map(
  posts.map(({ canonical, name }) => [canonical, printedName(canonical, name)] as const),
)

/** The name in capitals without accents, where it spells the id. */
function printedName(canonical: string, name: string): string {
  const capitals = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .toUpperCase()
  return capitals.replace(/[ .-]/g, '') === canonical ? capitals : canonical
}

const modern: readonly Series[] = [...issuedSeries()].filter(
  ({ post, year }) => year >= 1985 && printed.has(post) && post !== 'PARTO',
)
const weights = running(modern.map(({ highest }) => Math.min(highest[12] ?? 0, 20_000)))

/** Draws a number of the years from 1985 on, as often as each series gave out numbers. */
export function drawNumber(random: Random): Numbered {
  const total = weights.at(-1) ?? 0
  const at = firstAbove(weights, random.next() * total)
  const series = modern[at]
  if (series === undefined) throw new Error('no series of serials')
  const serial = random.between(1, Math.max(1, series.highest[12] ?? 1))
  const month = Math.max(
    1,
    series.highest.findIndex((high, index) => index > 0 && high >= serial),
  )
  return { post: series.post, station: stationOf(series.post), year: series.year, month, serial }
}

/** Draws a number of an earlier year; the series of those years are in no table. */
export function drawEarlyNumber(random: Random, from: number, to: number): Numbered {
  const { post } = random.pick(modern)
  const month = random.between(1, 12)
  const serial = Math.max(1, Math.round((month - random.next()) * random.between(20, 900)))
  return { post, station: stationOf(post), year: random.between(from, to), month, serial }
}

function stationOf(post: string): string {
  return printed.get(post) ?? post
}

function running(amounts: readonly number[]): readonly number[] {
  let sum = 0
  return amounts.map((amount) => {
    sum += amount
    return sum
  })
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
