import { encodedId, encodedValue } from './address-part.ts'
import { offsetMax, pageHitsDefault, pageHitsMax } from './limits.ts'
import { type Page, type Sort, sorts } from './question.ts'

/** A question and the page of its hits that is shown: what the address of a search says. */
export interface Search {
  /** As it was typed. */
  readonly q: string
  readonly page: Page
}

/** Formats of a cable beside the page; a path with the ending is that format. */
export type CableFormat = 'json' | 'txt' | 'ris' | 'bib'

/** The lists of cables by one property. */
export type ListName = 'origin' | 'tag' | 'classification' | 'date' | 'released' | 'added' | 'cited'

/** `?q=asylum&sort=newest&offset=20`; what is usual is left out. */
export function searchParams(search: Search): URLSearchParams {
  const { q, page } = search
  const params = new URLSearchParams({ q: q.toWellFormed() })
  if (page.sort !== 'relevance') params.set('sort', page.sort)
  if (page.size !== pageHitsDefault) params.set('size', String(page.size))
  if (page.offset !== 0) params.set('offset', String(page.offset))
  if (!page.facets) params.set('facets', '0')
  return params
}

/** Reads what `searchParams` wrote; anything unreadable is as if it were not there. */
export function readSearch(params: URLSearchParams): Search {
  const sort = params.get('sort')
  return {
    q: params.get('q') ?? '',
    page: {
      sort: sorts.find((name): name is Sort => name === sort) ?? 'relevance',
      size: wholeNumber(params.get('size'), pageHitsDefault, pageHitsMax),
      offset: wholeNumber(params.get('offset'), 0, offsetMax),
      facets: params.get('facets') !== '0',
    },
  }
}

function wholeNumber(text: string | null, usual: number, max: number): number {
  return text !== null && /^[0-9]{1,10}$/.test(text) ? Math.min(Number(text), max) : usual
}

/** `/search?q=asylum` */
export function searchAddress(search: Search): string {
  return `/search?${searchParams(search)}`
}

/** `/cable/08HANOI905`, `/cable/08HANOI905.json` */
export function cableAddress(id: string, format?: CableFormat): string {
  return `/cable/${encodedId(id)}${format === undefined ? '' : `.${format}`}`
}

/** The text as it was sent: `/cable/08HANOI905/transmission` */
export function transmissionAddress(id: string): string {
  return `${cableAddress(id)}/transmission`
}

/** The versions of a cable, on a desk only: `/cable/08HANOI905/versions` */
export function versionsAddress(id: string): string {
  return `${cableAddress(id)}/versions`
}

/** Two of them, word by word: `/cable/08HANOI905/versions/1..2` */
export function comparisonAddress(id: string, from: number, to: number): string {
  return `${versionsAddress(id)}/${from}..${to}`
}

/** One paragraph: `/cable/08HANOI905#p4` */
export function paragraphAddress(id: string, anchor: string): string {
  return `${cableAddress(id)}#${encodeURIComponent(anchor.toWellFormed())}`
}

/** All values of a property: `/browse/tag` */
export function listsAddress(list: ListName): string {
  return `/browse/${list}`
}

/** One list, or a further page of it: `/browse/origin/HANOI/page/2`, `/browse/date/2008/08`. */
export function listAddress(list: ListName, value: string, page = 1): string {
  const parts = list === 'date' ? value.split('-') : [value]
  const path = parts.map(encodedValue).join('/')
  return `/browse/${list}/${path}${page > 1 ? `/page/${page}` : ''}`
}

/** Cables from a post: `/browse/origin/HANOI` */
export function originAddress(post: string, page = 1): string {
  return listAddress('origin', post, page)
}

/** Cables with a tag: `/browse/tag/PREL`, `/browse/tag/DOE%2C%20JANE` */
export function tagAddress(code: string, page = 1): string {
  return listAddress('tag', code, page)
}

/** Cables of a level: `/browse/classification/C` */
export function classificationAddress(level: string, page = 1): string {
  return listAddress('classification', level, page)
}

/** Cables of a year, month or day (`2008`, `2008-08`, `2008-08-05`): `/browse/date/2008/08` */
export function dateAddress(date: string, page = 1): string {
  return listAddress('date', date, page)
}

/** Cables released on a day: `/browse/released/2011-08-30` */
export function releasedAddress(day: string, page = 1): string {
  return listAddress('released', day, page)
}
