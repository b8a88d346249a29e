import { serialTable } from './facts-serials.ts'

/** Highest serial known of a post in each month of one year, running: index 1 … 12. */
type Highest = readonly number[]

const tables: ReadonlyMap<string, string> = new Map(
  serialTable
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf('|')), line] as const),
)

const read = new Map<string, Highest | undefined>()

/**
 * Highest serial known of a post up to a month (1 … 12) of a year; undefined where the table knows
 * nothing of that year. The table covers published cables only: serials above it exist.
 */
export function highestSerial(post: string, year: number, month: number): number | undefined {
  const key = `${post}|${year}`
  if (!read.has(key)) read.set(key, readYear(post, year))
  return read.get(key)?.[month]
}

/** `2005 3:487 4:695-716` → highest by month; the maximum of the earlier months carries on. */
function readYear(post: string, year: number): Highest | undefined {
  const cell = tables
    .get(post)
    ?.split('|')
    .find((part) => part.startsWith(`${year} `))
  if (cell === undefined) return undefined
  const highest = new Array<number>(13).fill(0)
  for (const entry of cell.split(' ').slice(1)) {
    const [month = '', range = ''] = entry.split(':')
    highest[Number(month)] = Number(range.split('-').at(-1))
  }
  for (let month = 1; month <= 12; month++) {
    highest[month] = Math.max(highest[month] ?? 0, highest[month - 1] ?? 0)
  }
  return highest
}

/** Every post and year of which serials are known, with the highest by month (index 1 … 12). */
export function* issuedSeries(): Iterable<{
  readonly post: string
  readonly year: number
  readonly highest: readonly number[]
}> {
  for (const [post, line] of tables) {
    for (const part of line.split('|').slice(1)) {
      const year = Number(part.slice(0, 4))
      const highest = readYear(post, year)
      if (highest !== undefined) yield { post, year, highest }
    }
  }
}
