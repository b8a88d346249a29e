import { type ListSort, listSorts } from '../views/link.ts'
import type { Listing } from '../views/listing.ts'
import type { Entry, Tally } from './tally.ts'

/** Cables on one page of a list. */
const listPageSize = 50

/** Which page of a list is asked for. */
export interface ListPlace {
  readonly base: string
  readonly sort: ListSort
  /** From 1. */
  readonly page: number
}

/** One page of a list; undefined where the list has no such page. */
export function listingOf(
  entries: readonly Entry[],
  place: ListPlace,
  tally: Tally,
): Listing | undefined {
  const pages = Math.max(1, Math.ceil(entries.length / listPageSize))
  if (place.page > pages) return undefined
  const start = (place.page - 1) * listPageSize
  const cables = sorted(entries, place.sort, tally).slice(start, start + listPageSize)
  return { ...place, pages, total: entries.length, cables }
}

/** The list in its order; `entries` come in catalogue order, oldest first and undated last. */
export function sorted(entries: readonly Entry[], sort: ListSort, tally: Tally): readonly Entry[] {
  if (sort === 'oldest') return entries
  if (sort === 'newest') return newestFirst(entries)
  if (sort === 'title') {
    const keyed = entries.map((entry) => ({ entry, key: entry.title.toLowerCase() }))
    keyed.sort((a, b) => compare(a.key, b.key) || compare(a.entry.id, b.entry.id))
    return keyed.map(({ entry }) => entry)
  }
  const times = (entry: Entry): number => tally.cited.get(entry.id) ?? 0
  return [...newestFirst(entries)].sort((a, b) => times(b) - times(a))
}

/** The exact reverse of oldest, the undated last in both. */
function newestFirst(entries: readonly Entry[]): Entry[] {
  const dated = entries.filter((entry) => entry.date !== undefined)
  const undated = entries.filter((entry) => entry.date === undefined)
  return [...dated.reverse(), ...undated.reverse()]
}

/** By code units, the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Takes `by/SORT` and `page/N` off the end of a path; undefined where they make no sense. */
export function placeOf(
  segments: readonly string[],
): { rest: readonly string[]; sort: ListSort; page: number } | undefined {
  let rest = segments
  let page = 1
  let sort: ListSort = 'newest'
  if (rest.at(-2) === 'page') {
    const number = rest.at(-1) ?? ''
    // Page 1 has the address without a number: one page, one address.
    if (!/^[1-9]\d{0,6}$/.test(number) || number === '1') return undefined
    page = Number(number)
    rest = rest.slice(0, -2)
  }
  if (rest.at(-2) === 'by') {
    const found = listSorts.find((name) => name === rest.at(-1))
    if (found === undefined || found === listSorts[0]) return undefined
    sort = found
    rest = rest.slice(0, -2)
  }
  return { rest, sort, page }
}
