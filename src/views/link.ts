import { type ListName, listAddress, listsAddress, searchAddress } from '../query/address.ts'
import { encodedValue } from '../query/address-part.ts'
import { pageHitsDefault } from '../query/limits.ts'
import type { Sort } from '../query/question.ts'

/** How a list of cables is sorted. */
export type ListSort = 'newest' | 'oldest' | 'title' | 'cited'

/** The sorts of a list, in the order they are offered; the first needs no word in the address. */
export const listSorts: readonly ListSort[] = ['newest', 'oldest', 'title', 'cited']

/** Path of one page of a list: `/browse/origin/HANOI/by/oldest/page/2`. */
export function pageHref(base: string, sort: ListSort, page: number): string {
  const by = sort === listSorts[0] ? '' : `/by/${sort}`
  return base + by + (page > 1 ? `/page/${page}` : '')
}

/** Path of a list in its usual order: `/browse/date/2008/08` where the value is a month. */
export function listHref(list: ListName, value: string): string {
  return listAddress(list, value)
}

/** Path of the posts or tags of one letter: `/browse/tag/letter/P`. */
export function letterHref(list: 'origin' | 'tag', letter: string): string {
  return `${listsAddress(list)}/letter/${encodedValue(letter)}`
}

/** Address of a question: `/search?q=asylum+seekers&sort=newest&offset=20`. */
export function searchHref(
  q: string,
  sort: Sort = 'relevance',
  offset = 0,
  size: number = pageHitsDefault,
): string {
  return searchAddress({ q, page: { sort, size, offset, facets: true } })
}
