import { tokenize } from '../words/token.ts'
import { sha256 } from './digest.ts'

/** Both addresses of a paragraph. */
export interface Anchors {
  /** `p4`; a second paragraph of that number `p4.2`; unnumbered `u1`. */
  readonly anchor: string
  /** `t-` and the first 10 hex digits of the SHA-256 of its words; doubled words `t-….2`. */
  readonly textAnchor: string
}

/**
 * Names the paragraphs of a cable, each name once. The words of an anchor are the tokens of the
 * text, joined by one blank: line ends, punctuation and capitals do not move it.
 */
export function anchorsOf(
  paragraphs: readonly { readonly number?: number; readonly text: string }[],
): readonly Anchors[] {
  const uses = new Map<string, number>()
  let unnumbered = 0
  return paragraphs.map(({ number, text }) => ({
    anchor: number === undefined ? `u${++unnumbered}` : numbered(`p${number}`, uses),
    textAnchor: numbered(textAnchor(text), uses),
  }))
}

/** `t-` and 10 hex digits of the words of a text. */
export function textAnchor(text: string): string {
  const words = tokenize(text).map(({ token }) => token)
  return `t-${sha256(words.join(' ')).slice(0, 10)}`
}

function numbered(name: string, uses: Map<string, number>): string {
  const count = (uses.get(name) ?? 0) + 1
  uses.set(name, count)
  return count === 1 ? name : `${name}.${count}`
}
