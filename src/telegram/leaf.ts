import { blanksEnd, blanksStart } from './lines.ts'
import { artefactsWithin, lineIndexOf, pointOf, type Source } from './source.ts'
import type { Artefact, Blank, Leaf, LeafType, Node, Position } from './tree.ts'

/** The place of a span. */
export function positionOf(source: Source, start: number, end: number): Position {
  return { start: pointOf(source, start), end: pointOf(source, end) }
}

/** One leaf over a span of the source. */
export function leaf<T extends LeafType>(
  source: Source,
  type: T,
  start: number,
  end: number,
): Leaf<T> {
  return { type, value: source.text.slice(start, end), position: positionOf(source, start, end) }
}

/** A leaf for each named group of a match that was made with the `d` flag, offsets moved by `base`. */
export function groupLeaves(
  source: Source,
  match: RegExpExecArray,
  base: number,
  groups: Readonly<Record<string, LeafType>>,
): Leaf[] {
  const found: Leaf[] = []
  for (const [name, type] of Object.entries(groups)) {
    const span = match.indices?.groups?.[name]
    if (span === undefined || span[0] === span[1]) continue
    found.push(leaf(source, type, base + span[0], base + span[1]))
  }
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

/**
 * The children of a node over a span: the given pieces, the artefacts between them, and leaves for
 * all that is left (blanks become `space` or `blank`, words become `as`), so that nothing is lost.
 */
export function fill<T extends Node = never>(
  source: Source,
  start: number,
  end: number,
  pieces: readonly (T | Leaf)[] = [],
  as: LeafType = 'text',
): (T | Leaf | Artefact)[] {
  const children: (T | Leaf | Artefact)[] = []
  let at = start
  for (const piece of inOrder(pieces)) {
    if (startOf(piece) < at) continue
    fillGap(source, at, startOf(piece), as, children)
    children.push(piece)
    at = piece.position.end.offset
  }
  fillGap(source, at, end, as, children)
  return children
}

/** The pieces by where they start: most readers find them in that order. */
function inOrder<T extends Node>(pieces: readonly T[]): readonly T[] {
  let last = -1
  for (const piece of pieces) {
    if (startOf(piece) < last) return [...pieces].sort((a, b) => startOf(a) - startOf(b))
    last = startOf(piece)
  }
  return pieces
}

/** Like `fill` where no artefact can stand: one short line. */
export function fillLine(
  source: Source,
  start: number,
  end: number,
  pieces: readonly Leaf[] = [],
  as: LeafType = 'text',
): Leaf[] {
  return fill(source, start, end, pieces, as) as Leaf[]
}

function startOf(node: Node): number {
  return node.position.start.offset
}

function fillGap(
  source: Source,
  start: number,
  end: number,
  as: LeafType,
  children: (Node | Leaf | Artefact)[],
): void {
  let at = start
  for (const artefact of artefactsWithin(source, start, end)) {
    fillWords(source, at, startOf(artefact), as, children)
    children.push(artefact)
    at = artefact.position.end.offset
  }
  fillWords(source, at, end, as, children)
}

/** Cuts a span into runs of blanks and the words of each line. */
function fillWords(
  source: Source,
  start: number,
  end: number,
  as: LeafType,
  children: (Node | Leaf | Artefact)[],
): void {
  let at = start
  while (at < end) {
    const words = blanksEnd(source.plain, at, end)
    pushBlanks(source, at, words, children)
    if (words === end) return
    const line = source.lines[lineIndexOf(source, words)]
    at = blanksStart(source.plain, words, Math.min(line?.end ?? end, end))
    children.push(leaf(source, as, words, at))
  }
}

/** `… \n \n\n  B.`: rest of the line (space), whole empty lines (blank), indentation (space). */
function pushBlanks(
  source: Source,
  start: number,
  end: number,
  children: (Node | Leaf | Artefact)[],
): void {
  if (start === end) return
  const first = source.lines[lineIndexOf(source, start)]
  const last = source.lines[lineIndexOf(source, end)]
  const blankStart = first?.start === start ? start : Math.min(first?.next ?? end, end)
  const blankEnd = end === source.text.length ? end : Math.max(last?.start ?? start, blankStart)
  if (start < blankStart) children.push(leaf(source, 'space', start, blankStart))
  if (blankStart < blankEnd) children.push(blank(source, blankStart, blankEnd))
  if (blankEnd < end) children.push(leaf(source, 'space', blankEnd, end))
}

/** A run of empty lines. */
export function blank(source: Source, start: number, end: number): Blank {
  return {
    type: 'blank',
    value: source.text.slice(start, end),
    position: positionOf(source, start, end),
  }
}
