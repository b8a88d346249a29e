import { readBanners } from './banner.ts'
import type { SourceLine } from './lines.ts'
import { mayHoldPageLine, readPageLines, readPrintQueue } from './page-line.ts'
import { closeStation, readInlineMarks, readOwnLineMark } from './section-mark.ts'
import { liftOut, lineIndexOf, type Source, wordsOf } from './source.ts'
import { readStamps } from './stamp.ts'
import type { Artefact } from './tree.ts'

/**
 * Line pass 1 (specification 1.6): page lines, section marks on lines of their own, stamps, print
 * queue numbers, then the banners that touch them. All are lifted out before anything is parsed.
 */
export function liftLines(source: Source): void {
  // A queue number stands below a page line: a text without page lines and marks holds none.
  const marked = markedLines(source)
  const mayHold = marked.size > 0 || mayHoldPageLine(source.plain)
  const found = mayHold ? markLines(source, marked) : []
  liftOut(source, [...found, ...readStamps(source)])
  liftOut(source, readBanners(source, 0))
}

function markLines(source: Source, marked: ReadonlySet<SourceLine>): Artefact[] {
  const found: Artefact[] = []
  let before: SourceLine | undefined
  for (let index = 0; index < source.lines.length; index++) {
    const line = source.lines[index]
    if (line === undefined || line.start === line.end) continue
    const mark = marked.has(line) ? readOwnLineMark(source, line) : undefined
    const single = mark ?? (before === undefined ? undefined : readPrintQueue(source, line, before))
    if (single !== undefined) found.push(single)
    else for (const pageLine of readPageLines(source, line)) found.push(pageLine)
    // The queue number stands below its page line, empty lines between (D1).
    if (line.end - line.start > 60 || wordsOf(source, line) !== '') before = line
  }
  return found
}

/** The serial and the section of a mark. */
const markDigits = /\d{7} {1,3}\d{3}/g

/** The lines in which these stand, in order: no other is looked at for a mark. */
function markedLines(source: Source): ReadonlySet<SourceLine> {
  const found = new Set<SourceLine>()
  markDigits.lastIndex = 0
  while (markDigits.test(source.plain)) {
    const line = source.lines[lineIndexOf(source, markDigits.lastIndex - 1)]
    if (line !== undefined) found.add(line)
  }
  return found
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
  // One by one: a line of megabytes holds more marks than a call takes arguments.
  for (const line of markedLines(source))
    for (const mark of readInlineMarks(source, line, stations)) found.push(mark)
  liftOut(source, found)
}
