import { readBanners } from './banner.ts'
import type { SourceLine } from './lines.ts'
import { mayHoldPageLine, readPageLines, readPrintQueue } from './page-line.ts'
import { closeStation, readInlineMarks, readOwnLineMark } from './section-mark.ts'
import { liftOut, type Source, wordsOf } from './source.ts'
import { readStamps } from './stamp.ts'
import type { Artefact } from './tree.ts'

/**
 * Line pass 1 (specification 1.6): page lines, section marks on lines of their own, stamps, print
 * queue numbers, then the banners that touch them. All are lifted out before anything is parsed.
 */
export function liftLines(source: Source): void {
  // A queue number stands below a page line: a text without page lines and marks holds none.
  const found = mayHoldMarks(source) || mayHoldPageLine(source.plain) ? markLines(source) : []
  liftOut(source, [...found, ...readStamps(source)])
  liftOut(source, readBanners(source, 0))
}

function markLines(source: Source): Artefact[] {
  const found: Artefact[] = []
  let before: SourceLine | undefined
  for (let index = 0; index < source.lines.length; index++) {
    const line = source.lines[index]
    if (line === undefined || line.start === line.end) continue
    const mark = readOwnLineMark(source, line)
    const single = mark ?? (before === undefined ? undefined : readPrintQueue(source, line, before))
    if (single !== undefined) found.push(single)
    else for (const pageLine of readPageLines(source, line)) found.push(pageLine)
    // The queue number stands below its page line, empty lines between (D1).
    if (line.end - line.start > 60 || wordsOf(source, line) !== '') before = line
  }
  return found
}

/** The serial and the section of a mark: where a text has none, no line is looked at. */
function mayHoldMarks(source: Source): boolean {
  return /\d{7} {1,3}\d{3}/.test(source.plain)
}

/** Section marks inside running text, once the cable's own stations are known (2.4). */
export function liftInlineMarks(source: Source, station: string | undefined): void {
  const stations = new Set<string>()
  if (station !== undefined) stations.add(closeStation(station))
  if (source.identity !== undefined) stations.add(closeStation(source.identity.station))
  for (const artefact of source.artefacts)
    if (artefact.type === 'sectionMark') stations.add(closeStation(artefact.station))
  stations.delete('')
  const found: Artefact[] = []
  if (!mayHoldMarks(source)) return
  // One by one: a line of megabytes holds more marks than a call takes arguments.
  for (const line of source.lines)
    for (const mark of readInlineMarks(source, line, stations)) found.push(mark)
  liftOut(source, found)
}
