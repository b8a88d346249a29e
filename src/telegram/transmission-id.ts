import type { ReadLines } from './envelope-line.ts'
import { fillLine, groupLeaves, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, shortWordsOf } from './source.ts'
import type { TransmissionId } from './tree.ts'

/** `VZCZCXRO3323`: VZCZC, the trigraph of the relay, digits (format line 1, specification 1.2). */
const transmissionId = /(?<transmission>VZCZC[A-Z]{2,4}\d{3,5})/d

/** Reads format line 1. */
export function readTransmissionId(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<TransmissionId> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const words = shortWordsOf(source, line)
  if (!/^"?VZCZC[A-Z]{2,4}\d{3,5}"?$/.test(words)) return undefined
  const match = transmissionId.exec(source.plain.slice(line.start, line.end))
  if (match === null) return undefined
  const node: TransmissionId = {
    type: 'transmissionId',
    id: match[0],
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
