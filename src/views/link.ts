/** How a list of cables is sorted. */
export type ListSort = 'newest' | 'oldest' | 'title' | 'cited'

/** The sorts of a list, in the order they are offered; the first needs no word in the address. */
export const listSorts: readonly ListSort[] = ['newest', 'oldest', 'title', 'cited']

/** The lists of cables by one property: `origin` HANOI, `date` 2008-08. */
export type ListKind = 'origin' | 'tag' | 'classification' | 'date' | 'released' | 'added' | 'cited'

/** Path of a cable; a `/` of its id stays one: `/cable/08HANOI905`. */
export function cableHref(id: string): string {
  return `/cable/${encodedPath(id)}`
}

/** Path of the text as it was sent. */
export function transmissionHref(id: string): string {
  return `${cableHref(id)}/transmission`
}

/** Path of a list: `/browse/date/2008/08` where the value is a month. */
export function listHref(kind: ListKind, value: string, sort?: ListSort, page = 1): string {
  const name = kind === 'date' ? value.replaceAll('-', '/') : value
  return pageHref(`/browse/${kind}/${encodedPath(name)}`, sort, page)
}

/** Path of one page of a list: `/browse/origin/HANOI/by/oldest/page/2`. */
export function pageHref(base: string, sort: ListSort | undefined, page: number): string {
  const by = sort === undefined || sort === listSorts[0] ? '' : `/by/${sort}`
  return base + by + (page > 1 ? `/page/${page}` : '')
}

/** Path of the letter pages of the posts and the tags: `/browse/tag/letter/P`. */
export function letterHref(kind: 'origin' | 'tag', letter: string): string {
  return `/browse/${kind}/letter/${encodeURIComponent(letter)}`
}

/** Address of a question: `/search?q=asylum+seekers&sort=newest&offset=20`. */
export function searchHref(q: string, sort?: string, offset = 0): string {
  const params = new URLSearchParams({ q })
  if (sort !== undefined && sort !== 'relevance') params.set('sort', sort)
  if (offset > 0) params.set('offset', String(offset))
  return `/search?${params}`
}

function encodedPath(value: string): string {
  return value.split('/').map(encodedPart).join('/')
}

/** One path segment; `.` and `..` would be swallowed by whoever resolves the address. */
function encodedPart(part: string): string {
  const encoded = encodeURIComponent(part.toWellFormed())
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%2E') : encoded
}
