import type { Decisions } from '../cable/holding.ts'
import type { Cable } from '../cable/record.ts'

/** What keeps a cable out of public until a person has looked at it. */
export interface Mark {
  /**
   * `protection`: a drafter asked to shield a source. `otherCable`: the text, or a part of it, is
   * another cable, which may be one that is withheld. `otherMask`: another released text masks these
   * words. `otherRequest`: another text asks to protect this name.
   */
  readonly kind: 'protection' | 'otherCable' | 'otherMask' | 'otherRequest'
  /**
   * Names the mark within its text, for good: `protection@1179-1196` is where it stands. A parser
   * that finds a mark elsewhere has found another one.
   */
  readonly key: string
  /** As printed; of another cable's text what the doubt says of it. */
  readonly printed: string
  /** Number of the paragraph. */
  readonly paragraph?: number
  /** The part it stands in, where that is no numbered paragraph. */
  readonly part?: string
  /** Where it stands in the text, UTF-16 code units; absent in a title that an archive gives. */
  readonly span?: { readonly start: number; readonly end: number }
}

/** The part of a record that tells its marks. */
export type Marked = Pick<Cable, 'protection' | 'diagnostics'>

/** The marks of a record, in the order of the text; those of an archive's title last. */
export function marksOf({ protection, diagnostics }: Marked): readonly Mark[] {
  const asked = protection.map(
    ({ printed, paragraph, part, span }): Mark => ({
      kind: 'protection',
      key: keyOf('protection', span, printed),
      printed,
      ...(paragraph !== undefined && { paragraph }),
      ...(part !== undefined && { part }),
      ...(span !== undefined && { span }),
    }),
  )
  const foreign = diagnostics.flatMap(({ code, message, start, end }): Mark[] => {
    if (code !== 'BODY_FOREIGN') return []
    const span = { start: start.offset, end: end.offset }
    return [{ kind: 'otherCable', key: keyOf('otherCable', span, ''), printed: message, span }]
  })
  const place = ({ span }: Mark): number => span?.start ?? Number.POSITIVE_INFINITY
  const marks = [...asked, ...foreign].sort((a, b) => (place(a) < place(b) ? -1 : 1))
  // A mark that two parts of the tree hold is one mark.
  return marks.filter(({ key }, n) => marks.findIndex((other) => other.key === key) === n)
}

function keyOf(kind: string, span: Mark['span'], printed: string): string {
  return span === undefined ? `${kind}:${printed}` : `${kind}@${span.start}-${span.end}`
}

/** A text that marks are waived for. */
export interface MarkedText {
  /** Id of the cable. */
  readonly id: string
  /** Hash of the text. */
  readonly sha256: string
}

/** Whether a person said of this mark, in this text of this cable, that it may be public. */
export function isWaived({ id, sha256 }: MarkedText, mark: Mark, decisions: Decisions): boolean {
  return decisions.waived.get(id)?.has(waiverKey(sha256, mark.key)) === true
}

/** The marks of a text that nobody waived: while there is one, the text is not public. */
export function openMarks(
  text: MarkedText,
  marks: readonly Mark[],
  decisions: Decisions,
): readonly Mark[] {
  return marks.filter((mark) => !isWaived(text, mark, decisions))
}

/** Under which a waiver is kept among those of its cable. */
export function waiverKey(sha256: string, key: string): string {
  return `${sha256} ${key}`
}
