import { type ListSort, listSorts } from '../views/link.ts'
import type { Listing } from '../views/listing.ts'
import { datedIn, type Entry, type EntryList, entriesBetween, entryList } from './entry-list.ts'
import type { Tally } from './tally.ts'

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
export function listingOf(entries: EntryList, place: ListPlace, tally: Tally): Listing | undefined {
  const pages = Math.max(1, Math.ceil(entries.length / listPageSize))
  if (place.page > pages) return undefined
  const start = (place.page - 1) * listPageSize
  const inOrder = sorted(entries, place.sort, tally)
  const cables = entriesBetween(inOrder, start, start + listPageSize)
  return { ...place, pages, total: entries.length, cables }
}

/** The list in its order; `entries` come in catalogue order, oldest first and undated last. */
export function sorted(entries: EntryList, sort: ListSort, tally: Tally): EntryList {
  if (sort === 'oldest') return entries
  const newest = newestFirst(entries)
  if (sort === 'newest') return newest
  const keyOf = (entry: Entry): string | number =>
    sort === 'title' ? entry.title.toLowerCase() : -(tally.cited.get(entry.id) ?? 0)
  const list = sort === 'title' ? entries : newest
  const keyed = Array.from(list, (entry, index) => ({ index, key: keyOf(entry), id: entry.id }))
  keyed.sort((a, b) => compare(a.key, b.key) || (sort === 'title' ? compare(a.id, b.id) : 0))
  return entryList(keyed.length, list, (index) => keyed[index]?.index ?? 0)
}

/** The exact reverse of oldest, the undated last in both. */
function newestFirst(entries: EntryList): EntryList {
  const dated = datedIn(entries)
  const last = entries.length - 1
  return entryList(entries.length, entries, (index) =>
    index < dated ? dated - 1 - index : dated + last - index,
  )
}

/** By code units, the same everywhere. */
export function compare<Key extends string | number>(a: Key, b: Key): number {
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
