/**
 * The text stream of a cable in pieces, in source order: what search numbers its tokens through.
 *
 * The first piece is the archive's title where the text does not hold it. Then follows the whole
 * text after the transmission header, every character once, minus the lines the tree marks as
 * transmission artefacts (page, section, banner, end mark).
 */
export interface Segment {
  readonly kind: SegmentKind
  /** Words as in the source; line ends kept, so that nothing is joined that a reader sees apart. */
  readonly text: string
  /** Index into `paragraphs` of the record; absent outside the paragraphs. */
  readonly paragraph?: number
}

export type SegmentKind =
  | 'title'
  | 'subject'
  | 'summary'
  | 'comment'
  | 'body'
  | 'heading'
  | 'reference'
  | 'tags'
  | 'signature'
  | 'other'

/** The two streams of a cable: the transmission header is searched only by `from: to: info: header:`. */
export interface Streams {
  readonly header: string
  readonly segments: readonly Segment[]
}
