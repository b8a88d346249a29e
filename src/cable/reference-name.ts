import { findPost, type Post, stationSpellings } from './post.ts'
import type { ReferenceToken } from './reference-token.ts'
import type { UnlistedPosts } from './unlisted-post.ts'

const spellings: ReadonlyMap<string, readonly Post[]> = stationSpellings()

/** A name of a post in the tokens of an item. */
export interface Name {
  readonly key: string
  /** Token after the name. */
  readonly next: number
}

/** Names that may start at a token, longest first: `PORT-AU-PRINCE`, `ST. PETERSBURG`. */
export function namesAt(
  tokens: readonly ReferenceToken[],
  i: number,
  unlisted: UnlistedPosts = new Map(),
): readonly Name[] {
  const names: Name[] = []
  let key = ''
  for (let j = i, words = 0; words < 6 && j < tokens.length; j++) {
    const token = tokens[j]
    if (token === undefined || token.masked) break
    if (token.kind === 'sign' && /^[-‐.'’]$/.test(token.value)) continue
    if (token.kind !== 'word') break
    words++
    key += token.value
    if (spellings.has(key) || unlisted.has(key) || findCut(key)) names.unshift({ key, next: j + 1 })
  }
  return names
}

/** Ten-character cuts and mission words before a known city: `IRPO DUBAI`, `USMISSION GENEVA`. */
function findCut(key: string): boolean {
  return key.length >= 9 && findPost(key) !== undefined
}
