import type { Parts } from './parts.ts'
import { type Post, postsNamed, squeeze } from './post.ts'
import { similarStations, within } from './station-match.ts'

/** Posts that stand in no table, by their names without blanks. */
export type UnlistedPosts = ReadonlyMap<string, Post>

/** `AMEMBASSY PORT MERLE` → PORT MERLE: the words before it say that a post's name follows. */
const mission =
  /^(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|EMBASSY|CONSULATE|USMISSION|USLO|USINT|USOFFICE) (\S.{0,40})$/

/**
 * The posts that no table lists and the cable itself names: as missions in its FM, TO and INFO
 * lines, or in its own number.
 *
 * No list of posts is complete. A name that may be a damaged spelling of a listed post is left to
 * the repair, which says what it doubts.
 */
export function unlistedPosts(parts: Parts, own?: string): UnlistedPosts {
  const from = parts.first('from')
  const names = [...(from === undefined ? [] : [from]), ...parts.all('addressee')]
  const found = new Map<string, Post>()
  if (own !== undefined && isUnlisted(own)) found.set(own, unlistedPost(own))
  for (const { name } of names) {
    const post = unlistedMission(name)
    if (post !== undefined) found.set(post.canonical, post)
  }
  return found
}

/** The post of `AMEMBASSY STRELSAU`, where no table lists it. */
export function unlistedMission(name: string): Post | undefined {
  const city = mission.exec(name)?.[1]
  const key = city === undefined ? '' : squeeze(city)
  return isUnlisted(key) ? unlistedPost(key) : undefined
}

/** The record of a post of which only the name is known. */
export function unlistedPost(key: string): Post {
  return { canonical: key, name: key, aliases: [], aad6: key.slice(0, 6) }
}

/** Whether a name without blanks is no listed post, nor like one: `STRELSAU`, not `REYKJQVIK`. */
export function isUnlisted(key: string): boolean {
  const known = judged.get(key)
  if (known !== undefined) return known
  if (judged.size >= judgedMax) judged.clear()
  const answer = judge(key)
  judged.set(key, answer)
  return answer
}

/** Names are met again and again, and comparing one with every post takes long. */
const judged = new Map<string, boolean>()
/** Names that are remembered. */
const judgedMax = 4_096

function judge(key: string): boolean {
  if (!/^[A-Z]{4,20}$/.test(key) || postsNamed(key).length > 0) return false
  return key.length < 5 ? within(key, 1).length === 0 : similarStations(key).length === 0
}
