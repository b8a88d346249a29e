import type { ReadLines } from './envelope-line.ts'
import { headerTextOf } from './header-line.ts'
import { fillLine, groupLeaves, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { TransmissionId } from './tree.ts'

/**
 * `VZCZCXRO3323`: VZCZC, the trigraph of the relay, digits (format line 1, specification 1.2). The
 * first letter may be lost, and the quote of a database row stand around it.
 */
const transmissionId =
  /^\s*(?:DESTINATION: ?|HEADER: ?)?"?(?<transmission>V?ZCZC {0,2}[A-Z]{2,4}\d{3,5})"?\s*$/d

/** Reads format line 1. */
export function readTransmissionId(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<TransmissionId> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const text = headerTextOf(source, line)
  if (!text.includes('ZCZC')) return undefined
  const match = transmissionId.exec(text)
  const id = match?.groups?.transmission
  if (match === null || id === undefined) return undefined
  const node: TransmissionId = {
    type: 'transmissionId',
    id: id.replace(/ /g, ''),
    children: fillLine(
      source,
      line.start,
      line.next,
      groupLeaves(source, match, line.start, { transmission: 'transmission' }),
      'separator',
    ),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}
