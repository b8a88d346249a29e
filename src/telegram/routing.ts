import type { ReadLines } from './envelope-line.ts'
import { headerWordsOf } from './header-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Leaf, Routing } from './tree.ts'

/** `RR RUEHCHI RUEHCN RUEHDT RUEHHM` (format line 2, specification 1.2). */
const firstRow = /^(ZZ|OO|PP|RR)(?: {1,3}[A-Z]{4,8})+$/
/** Rows it wraps to begin with a routing indicator. */
const wrappedRow = /^R[A-Z]{3,7}(?: {1,3}[A-Z]{4,8})*$/

/** Reads format line 2 with the rows it wraps to. */
export function readRouting(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Routing> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const prosign = firstRow.exec(headerWordsOf(source, first))?.[1]
  if (prosign === undefined) return undefined
  let next = index + 1
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    if (!wrappedRow.test(headerWordsOf(source, line))) break
  }
  const last = lines[next - 1] ?? first
  const pieces = tokens(source, first.start, last.end)
  const node: Routing = {
    type: 'routing',
    prosign,
    indicators: pieces
      .filter((each) => each.type === 'indicator')
      .map((each) => each.value.toUpperCase()),
    children: fill(source, first.start, last.next, pieces),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next }
}

function tokens(source: Source, start: number, end: number): Leaf[] {
  return [...source.plain.slice(start, end).matchAll(/[A-Za-z]+/g)].map((match, index) =>
    leaf(
      source,
      index === 0 ? 'prosign' : 'indicator',
      start + match.index,
      start + match.index + match[0].length,
    ),
  )
}
