import type { ReadLines } from './envelope-line.ts'
import { headerTextOf } from './header-line.ts'
import { fillLine, groupLeaves, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Station } from './tree.ts'

/**
 * `DE RUEHHI #0905/01 2180714` (format line 3, specification 1.6). The D, the sign and the leading
 * zeros may be lost, and a Z stand behind the time.
 */
const stationLine =
  /^\s*(?<label>DE|E|D) {1,3}(?<indicator>R[A-Z]{3,7}) {0,3}(?<sign># {0,2})?(?<number>(?<serial>\d{1,5})(?:\/(?<part>\d{2,3}))?) {1,3}(?<filed>(?<day>\d{3}) ?(?<time>\d{4}))Z?\s*$/d

/** Reads format line 3: who sends, its serial modulo 10000, julian day and filing time. */
export function readStation(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Station> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const match = stationLine.exec(headerTextOf(source, line))
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const node: Station = {
    type: 'station',
    indicator: groups.indicator ?? '',
    serial: Number(groups.serial),
    ...(groups.part === undefined ? {} : { part: Number(groups.part) }),
    julianDay: Number(groups.day),
    time: groups.time ?? '',
    children: fillLine(
      source,
      line.start,
      line.next,
      groupLeaves(source, match, line.start, {
        label: 'label',
        indicator: 'indicator',
        sign: 'separator',
        number: 'number',
        filed: 'filed',
      }),
    ),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}
