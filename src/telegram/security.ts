import type { ReadLines } from './envelope-line.ts'
import { fillLine, groupLeaves, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, shortWordsOf } from './source.ts'
import type { Security } from './tree.ts'

/** `ZNY CCCCC ZZH (CCY AD0A1B2C MSI0001-000)`; letters may be garbled (`SSSAA`) (1.2, 1.6). */
const securityLine =
  /^\s*(?<label>ZNY|ZNR) {1,3}(?<letters>[A-Z]{5})(?: {0,3}(?<tail>\S(?:.*\S)?))?\s*$/d

/** Reads format line 4, the security warning. */
export function readSecurity(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Security> | undefined {
  const line = lines[index]
  if (line === undefined || !/^ZN[YR] /.test(shortWordsOf(source, line))) return undefined
  const match = securityLine.exec(source.plain.slice(line.start, line.end).trimEnd())
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const node: Security = {
    type: 'security',
    prosign: groups.label === 'ZNR' ? 'ZNR' : 'ZNY',
    letter: (groups.letters ?? '').slice(0, 1),
    tail: groups.tail ?? '',
    children: fillLine(
      source,
      line.start,
      line.next,
      groupLeaves(source, match, line.start, {
        label: 'label',
        letters: 'letters',
        tail: 'signal',
      }),
    ),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}
