import type { Node, Wrapping } from './tree.ts'
import { isLiteral, visit } from './visit.ts'

/** Words of a node as one reads them, with the way back to the source. */
export interface Unwrapped {
  /** Lines joined; paragraphs of it separated by one blank line; lists and tables keep lines. */
  readonly text: string
  /** In order; characters of `text` between two pieces were put in (one blank, a line end). */
  readonly pieces: readonly Piece[]
}

/** `text.slice(at, at + length)` is the source's `slice(offset, offset + length)`. */
export interface Piece {
  /** Start in the unwrapped text. */
  readonly at: number
  /** Start in the source, UTF-16 code units. */
  readonly offset: number
  readonly length: number
}

/** Joins the words of a node (specification 4): labels, marks, portions and artefacts left out. */
export function unwrap(node: Node, _wrapping: Wrapping): Unwrapped {
  const pieces: Piece[] = []
  let text = ''
  visit(node, (each) => {
    if (isLiteral(each) && each.type === 'text') {
      if (text !== '') text += ' '
      const offset = each.position.start.offset
      pieces.push({ at: text.length, offset, length: each.value.length })
      text += each.value
    }
    return undefined
  })
  return { text, pieces }
}
