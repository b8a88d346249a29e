import { tokenBytes } from '../words/token.ts'
import { sha256OfBytes } from './digest.ts'

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

/**
 * Paragraphs under the addresses they were once given: a better parser may count otherwise, and
 * whoever cited `#p4` shall find the words that were cited.
 *
 * `given` leads from an address to the words' anchor of its paragraph. Words that were given an
 * address keep it; other paragraphs take their own where it is free, else `p4.2`, `p4.3`, …
 */
export function withAnchorsKept<Paragraph extends Anchors>(
  paragraphs: readonly Paragraph[],
  given: ReadonlyMap<string, string>,
): readonly Paragraph[] {
  const addresses = new Map([...given].reverse().map(([anchor, words]) => [words, anchor]))
  const kept = paragraphs.map(({ textAnchor: words }) => addresses.get(words))
  const taken = new Set(kept)
  return paragraphs.map((paragraph, index) => {
    const anchor = kept[index] ?? freeAnchor(paragraph.anchor, taken, given)
    taken.add(anchor)
    return anchor === paragraph.anchor ? paragraph : { ...paragraph, anchor }
  })
}

function freeAnchor(
  own: string,
  taken: ReadonlySet<string | undefined>,
  given: ReadonlyMap<string, string>,
): string {
  if (!taken.has(own)) return own
  // `p4` of `p4.2`
  const [name = own] = own.split('.')
  let count = 2
  while (taken.has(`${name}.${count}`) || given.has(`${name}.${count}`)) count += 1
  return `${name}.${count}`
}

/** `t-` and 10 hex digits of the words of a text. */
export function textAnchor(text: string): string {
  return `t-${sha256OfBytes(tokenBytes(text), 2).slice(0, 10)}`
}

function numbered(name: string, uses: Map<string, number>): string {
  const count = (uses.get(name) ?? 0) + 1
  uses.set(name, count)
  return count === 1 ? name : `${name}.${count}`
}
