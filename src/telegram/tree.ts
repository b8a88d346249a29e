/**
 * The syntax tree of a telegram: plain JSON in the shape of unist.
 *
 * Every character of the source stands in exactly one leaf, so the leaves' values joined in order
 * are the source again (`print`). A node never overlaps its neighbour and never leaves its parent.
 */

/** A place in the source text. Offsets count UTF-16 code units. */
export interface Point {
  /** 1-based line; `\n`, `\r\n`, `\r` and U+2028 end a line. */
  readonly line: number
  /** 1-based column in UTF-16 code units. */
  readonly column: number
  /** 0-based offset in UTF-16 code units. */
  readonly offset: number
}

/** From `start` up to, not including, `end`. */
export interface Position {
  readonly start: Point
  readonly end: Point
}

/** A sentence about a doubt or a defect, with the place it was found. */
export interface Diagnostic {
  /** Stable name, as listed in `docs/diagnostics.md`: `PARA_REPAIRED`. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly start: Point
  readonly end: Point
}
