import { findPost } from './post.ts'
import { highestSerial } from './serial-range.ts'
import type { UnlistedPosts } from './unlisted-post.ts'

/** What is known of the cable that cites. */
export interface CitingCable {
  readonly post?: string
  /** Four digits. */
  readonly year?: number
  /** 1 … 12 */
  readonly month?: number
  readonly serial?: number
  /** Posts it names that stand in no table. */
  readonly unlisted?: UnlistedPosts
}

/** Serials of the own post up to this much above the own one are companions of the same year. */
const companionSerials = 30

/**
 * The year of `STATION 1234` cited without one (specification 3.5): the citing cable's, unless the
 * serial was not reached yet, then the year before.
 */
export function chooseYear(
  station: string | { readonly canonical: string },
  serial: number,
  citing: CitingCable,
): number | undefined {
  const { year } = citing
  if (year === undefined) return undefined
  const post = typeof station === 'string' ? station : station.canonical
  if (samePost(post, citing.post) && citing.serial !== undefined) {
    return serial > citing.serial + companionSerials ? year - 1 : year
  }
  // Without a date nothing tells how far the series had come: the convention holds.
  const { month } = citing
  if (month === undefined) return year
  const reached = highestSerial(post, year, month)
  const before = highestSerial(post, year - 1, 12)
  if (reached !== undefined && reached > 0) {
    return serial > reached * 1.15 && before !== undefined && serial <= before ? year - 1 : year
  }
  const early = month <= 2 && before !== undefined
  return early && serial > 0.5 * before && serial <= before * 1.15 ? year - 1 : year
}

/** True if two spellings mean one post: `KIEV` and `KYIV`. */
export function samePost(a: string, b: string | undefined): boolean {
  if (b === undefined) return false
  return a === b || (findPost(a)?.canonical ?? a) === (findPost(b)?.canonical ?? b)
}
