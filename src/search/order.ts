import type { Catalogue } from '../edition/edition.ts'
import type { Sort } from '../query/question.ts'

/** A cable that answers the question. */
export interface Scored {
  /** Document number. */
  readonly number: number
  /** Whole number of 1/65536. */
  readonly score: number
}

/** What the orders look at beside the score. */
export interface Ranking {
  readonly catalogue: Catalogue
  /** By document number: how many held cables refer to it. */
  readonly citations: Uint32Array
}

/**
 * The hits in the order of the sort. Ties: the higher document number first. `newest` is the reverse
 * of `oldest` among the dated and among the undated; undated ones stand last in both.
 */
export function ordered(hits: readonly Scored[], sort: Sort, ranking: Ranking): readonly Scored[] {
  const { catalogue, citations } = ranking
  if (sort === 'relevance') {
    return hits.toSorted((a, b) => b.score - a.score || b.number - a.number)
  }
  if (sort === 'cited') {
    const cited = ({ number }: Scored) => citations[number] ?? 0
    return hits.toSorted((a, b) => cited(b) - cited(a) || b.number - a.number)
  }
  const ascending = hits.toSorted((a, b) => a.number - b.number)
  if (sort === 'oldest') return ascending
  const isDated = ({ number }: Scored) => catalogue.at(number)?.date !== undefined
  const undated = ascending.filter((hit) => !isDated(hit))
  return [...ascending.filter(isDated).reverse(), ...undated.reverse()]
}
