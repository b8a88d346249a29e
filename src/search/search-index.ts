import type { Answer } from '../query/answer.ts'
import type { Page } from '../query/question.ts'

/** Answers questions over one edition. Every engine behind it gives the same answers. */
export interface SearchIndex {
  /** Answers any string; never throws for what was asked. */
  search(q: string, page: Page): Promise<Answer>
}

/** What an engine is given beside the edition. */
export interface SearchOptions {
  /** Milliseconds of a clock that never goes back; without it `tookMs` is 0 and no time limit holds. */
  readonly now?: () => number
  /** Longest time for one question; the limit of `limits.ts` otherwise. */
  readonly timeMsMax?: number
  /** Tokens kept in memory; the limit of `limits.ts` otherwise. */
  readonly heldTokensMax?: number
  /** Largest edition whose words are taken in; the limit of `limits.ts` otherwise. */
  readonly scannedBytesMax?: number
}
