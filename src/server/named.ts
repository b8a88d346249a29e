import type { NamedValue } from '../views/browse.tsx'
import { listHref } from '../views/link.ts'
import { knownPosts, letterOf } from './home.tsx'
import { compare } from './listing.ts'
import { countryName, postName, tagKind, tagLabel } from './name.ts'
import { type Tally, unknownKey } from './tally.ts'

/** Posts A–Z by their codes, with readable names and countries; of one letter, or all. */
export function namedPosts(tally: Tally, letter?: string): NamedValue[] {
  const values = knownPosts(tally)
    .filter((post) => letter === undefined || letterOf(post) === letter)
    .sort(compare)
    .map((post) => {
      const country = countryName(post)
      return {
        code: post,
        href: listHref('origin', post),
        label: postName(tally, post),
        count: tally.posts.get(post)?.length ?? 0,
        ...(country !== undefined && { remark: country }),
      }
    })
  const unknown = tally.posts.get(unknownKey)
  if (unknown === undefined || letter !== undefined) return values
  const label = 'Post not known'
  const href = listHref('origin', unknownKey)
  return [...values, { code: label, href, label, count: unknown.length }]
}

/** Tags A–Z with their meanings and kinds; of one letter, or all. */
export function namedTags(tally: Tally, letter?: string): NamedValue[] {
  return [...tally.tags]
    .filter(([code]) => letter === undefined || letterOf(code) === letter)
    .sort(([a], [b]) => compare(a, b))
    .map(([code, entries]) => {
      const kind = tagKind(code)
      return {
        code,
        href: listHref('tag', code),
        label: tagLabel(code),
        count: entries.length,
        ...(kind !== undefined && { remark: kind }),
      }
    })
}
