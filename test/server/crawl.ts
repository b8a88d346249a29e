import type { Hono } from 'hono'

/** A page as it was answered. */
export interface Crawled {
  readonly path: string
  readonly status: number
  readonly html: string
  readonly links: readonly string[]
}

/** Pages that one crawl looks at, at most. */
const pagesMax = 5_000

/**
 * Asks for every page that can be reached by links from the first one. Each search leads to narrower
 * ones without end: those that a search leads to are asked for, and not followed further.
 */
export async function crawl(app: Hono, start = '/'): Promise<Crawled[]> {
  const seen = new Set<string>([start])
  const waiting = [{ path: start, isFollowed: true }]
  const pages: Crawled[] = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, isFollowed } = next
    const response = await app.request(path)
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
    const html = isPage ? await response.text() : ''
    const links = linksOf(html)
    pages.push({ path, status: response.status, html, links })
    for (const link of isFollowed ? links : []) {
      const target = link.replace(/#.*$/, '')
      if (!target.startsWith('/') || seen.has(target)) continue
      seen.add(target)
      const bothSearch = path.startsWith('/search') && target.startsWith('/search')
      waiting.push({ path: target, isFollowed: !bothSearch })
    }
    if (pages.length > pagesMax) throw new Error(`More than ${pagesMax} pages from ${start}.`)
  }
  return pages
}

/** Addresses of a page's links, entities read. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
  )
}

/** Ids of a page's elements. */
export function anchorsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1] ?? '')
}
