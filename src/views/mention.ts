import type { Reference } from '../cable/record.ts'

/** A piece of running text; with a target where it names an entry of the reference list. */
export interface Piece {
  readonly text: string
  /** Fragment of the page: `ref-A`, or `refers-to` for the whole list. */
  readonly target?: string
}

// "Ref A", "REF. B", "reftel C", "Refs (A)", "reftels", "references A"
const mention =
  /(?<![A-Za-z0-9])(?:ref(?:erence)?(?:tel)?s?|REF(?:ERENCE)?(?:TEL)?S?|Ref(?:erence)?(?:tel)?s?)(?![A-Za-z])(?:\.? ?\(?([A-Z]))?(?![A-Za-z])/g
// ", B", " and C", "/D", "-F": more letters of the same list
const further = /(?:,? and |, ?| ?& ?|\/|-)([A-Z])(?![A-Za-z])/y

/** Running text cut where it names a reference by its letter, or the telegram referred to. */
export function piecesOf(text: string, references: readonly Reference[]): Piece[] {
  const labels = new Map(references.flatMap(anchorsOf))
  if (references.length === 0) return [{ text }]
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(mention)) {
    if (found.index < at) continue
    const target = targetOf(found[0], found[1], labels)
    if (target === undefined) continue
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) })
    pieces.push({ text: found[0], target })
    at = found.index + found[0].length
    if (found[1] !== undefined) at = readFurther(text, at, labels, pieces)
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** Letters of one entry with its anchor; a cable listed twice has two letters and one entry. */
function anchorsOf({ label, alsoLabelled = [] }: Reference): [string, string][] {
  const letters = label === undefined ? alsoLabelled : [label, ...alsoLabelled]
  const anchor = label === undefined ? 'refers-to' : referenceAnchor(label)
  return letters.map((letter) => [letter, anchor])
}

/** `Ref A` leads to A; `reftel` without a letter to the list; `reference` is a common word. */
function targetOf(
  words: string,
  label: string | undefined,
  labels: ReadonlyMap<string, string>,
): string | undefined {
  if (label !== undefined) return labels.get(label)
  return /tel/i.test(words) ? 'refers-to' : undefined
}

/** "Refs A, B and C": each letter after the first is a link of its own. */
function readFurther(
  text: string,
  from: number,
  labels: ReadonlyMap<string, string>,
  pieces: Piece[],
): number {
  let at = from
  for (;;) {
    further.lastIndex = at
    const next = further.exec(text)
    const label = next?.[1]
    const target = label === undefined ? undefined : labels.get(label)
    if (next === null || label === undefined || target === undefined) return at
    pieces.push({ text: next[0].slice(0, -1) }, { text: label, target })
    at = further.lastIndex
  }
}

/** Anchor of an entry of the reference list: `ref-A`. */
export function referenceAnchor(label: string): string {
  return `ref-${label.replace(/[^A-Za-z0-9]/g, '-')}`
}
