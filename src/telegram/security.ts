import type { ReadLines } from './envelope-line.ts'
import { headerTextOf } from './header-line.ts'
import { fillLine, groupLeaves, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Security } from './tree.ts'

/**
 * `ZNY CCCCC ZZH (CCY AD0A1B2C MSI0001-000)`; letters may be garbled (`SSSAA`), the first one of
 * the line or a blank lost (`NY CCCCC`, `ZNYCCCCC`) (1.2, 1.6).
 */
const securityLine =
  /^\s*(?<label>ZNY|ZNR|NY|NR) {0,3}(?=[A-Z]{0,3}(?<letter>[CSTUE])\k<letter>)(?<letters>[A-Z]{5})(?=ZZH|[^A-Z]|$)(?: {0,3}(?<tail>\S.*))?$/d

/** Reads format line 4, the security warning. */
export function readSecurity(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Security> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const match = securityLine.exec(headerTextOf(source, line).trimEnd())
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const node: Security = {
    type: 'security',
    prosign: groups.label?.endsWith('R') ? 'ZNR' : 'ZNY',
    letter: groups.letter ?? '',
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
