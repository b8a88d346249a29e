/** The answer to a question: the shape of `search --json`. */
export interface Answer {
  readonly q: string
  /** How the question was read, in words. */
  readonly understood: string
  /** Exact number of cables. Absent when the question was stopped at a limit. */
  readonly total?: number
  readonly sort: string
  readonly ids: readonly string[]
  readonly hits: readonly Hit[]
  /** All values of all hits, most frequent first. */
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>
  /** Cables per year (`2005`) over all hits, in order. */
  readonly years: readonly FacetValue[]
  /** Offset of the next page, where there is one. */
  readonly next?: number
  readonly stopped?: { readonly limit: string; readonly value: number; readonly unit: string }
  /** Where nothing matches: each clause alone, with its count, so that one can be dropped. */
  readonly clauses?: readonly {
    readonly text: string
    readonly total: number
    readonly without: number
  }[]
  /** Engine time, milliseconds, wall clock. */
  readonly tookMs: number
}

export interface Hit {
  readonly id: string
  readonly title: string
  readonly date?: string
  readonly origin?: string
  readonly post?: string
  readonly classification?: string
  readonly level?: string
  readonly tags: readonly string[]
  readonly cites: number
  readonly citedBy: number
  readonly score: number
  readonly paragraphs: readonly Snippet[]
}

/** A paragraph (or other piece) of a hit that holds the words, cut to its neighbourhood. */
export interface Snippet {
  readonly anchor?: string
  readonly number?: number
  readonly portion?: string
  readonly text: string
  /** Offsets in `text`. */
  readonly marks: readonly (readonly [number, number])[]
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}
