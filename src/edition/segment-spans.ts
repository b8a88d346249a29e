import type { Segment } from '../cable/segment.ts'

/**
 * Pieces of a cable's stream as they stand in a block: `[kind, paragraph or -1, start, length]`
 * where the piece is found in the text, which is nearly always, else
 * `[kind, paragraph or -1, words]`.
 */
export type SegmentSpan =
  | readonly [Segment['kind'], number, number, number]
  | readonly [Segment['kind'], number, string]

/** A text of hostile pieces may be searched this often in vain; then pieces are written out. */
const missesMax = 16

/** Writes the pieces as spans of the text, in time linear in the text. */
export function segmentSpans(text: string, segments: readonly Segment[]): SegmentSpan[] {
  let cursor = 0
  let misses = 0
  return segments.map((segment) => {
    const { kind, paragraph = -1, text: words } = segment
    const start = misses < missesMax ? text.indexOf(words, cursor) : -1
    if (start < 0) {
      misses += 1
      return [kind, paragraph, words]
    }
    cursor = start + words.length
    return [kind, paragraph, start, words.length]
  })
}

/** Reads the pieces back. */
export function readSegments(text: string, spans: readonly SegmentSpan[]): Segment[] {
  return spans.map((span) => {
    const [kind, paragraph, start] = span
    const words = typeof start === 'string' ? start : text.slice(start, start + (span[3] ?? 0))
    return paragraph < 0 ? { kind, text: words } : { kind, text: words, paragraph }
  })
}
