/** A question as a value. `parseQuestion` makes one of any string; `printQuestion` writes it again. */
export interface Question {
  readonly clause: Clause
  /** What could not be understood and was taken as words, in sentences. */
  readonly notes: readonly string[]
}

export type Clause =
  | { readonly type: 'all' } //                                    the empty question: every cable
  | { readonly type: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly type: 'not'; readonly clause: Clause }
  | { readonly type: 'word'; readonly token: string; readonly exact: boolean }
  | PhraseClause
  | { readonly type: 'tag'; readonly code: string }
  | { readonly type: 'origin'; readonly post: string }
  | { readonly type: 'class'; readonly level: string; readonly control?: string }
  | { readonly type: 'id'; readonly id: string }
  | DateClause

/** Tokens one after the other, as they are. */
export interface PhraseClause {
  readonly type: 'phrase'
  readonly tokens: readonly string[]
  /** Written as one word (`co-operate`): also the joined token, where the edition knows the pair. */
  readonly joined?: true
}

/** Days `2004-03-01`, both inclusive; open where absent. A cable dated only to a month must lie in it. */
export interface DateClause {
  readonly type: 'date'
  readonly from?: string
  readonly to?: string
}

export type Sort = 'relevance' | 'newest' | 'oldest' | 'cited'

/** The sorts, in the order they are offered. */
export const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest', 'cited']

/** What is asked of a list of hits. */
export interface Page {
  readonly sort: Sort
  /** Hits on the page, at most 200. */
  readonly size: number
  readonly offset: number
  readonly facets: boolean
}
