import type { Name } from './reference-name.ts'
import type { ReferenceToken } from './reference-token.ts'
import { isUnlisted } from './unlisted-post.ts'

/** Months, and words of papers and laws: `04 MARCH 12`, `99 ANNEX 4` name no post. */
const noPost =
  /^(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|AND|AT|BY|CABLES?|FOR|FROM|IN|OF|ON|TELEGRAMS?|THE|TO|ANNEX|ARTICLE|CHAPTER|CLAUSE|DECREE|DRAFT|EMAILS?|FAX|LAW|LETTER|MEMO|MINUTES|NOTE|ORDER|RELEASE|REPORTS?|RESOLUTION|TREATY|UNSCR|UNGA|VERSION|VOLUME)$/

/**
 * The name of a post that no list holds, as in `93 PORT MERLE 17`: with a year before it and a
 * serial behind it the shape is that of a cable and of nothing else. Without a year it stays unread.
 */
export function unlistedAt(tokens: readonly ReferenceToken[], i: number): Name | undefined {
  let key = ''
  for (let j = i; j < i + 3; j++) {
    const token = tokens[j]
    if (token?.kind !== 'word' || token.masked || noPost.test(token.value)) return undefined
    key += token.value
    if (tokens[j + 1]?.kind === 'number') return isUnlisted(key) ? { key, next: j + 1 } : undefined
  }
  return undefined
}
