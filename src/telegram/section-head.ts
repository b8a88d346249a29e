import { isCaptionLine } from './caption.ts'
import { isBannerWords } from './class-words.ts'
import { readClassificationLine } from './classification-line.ts'
import { readEnvelope } from './envelope.ts'
import { headerWordsOf } from './header-line.ts'
import { positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { closeStation } from './section-mark.ts'
import { artefactsWithin, liftOut, lineIndexOf, report, type Source } from './source.ts'
import type { ClassificationLine, Repetition } from './tree.ts'

/** Lines of the header above a section's classification line that are looked through. */
const headerLinesMax = 90

/** Most sections that a telegram was ever sent in. */
const sectionsMax = 60

/**
 * Lifts out the headers of further sections: telegrams in sections were kept one behind the other,
 * each with its own header, and the sentence that the first one broke off goes on below.
 */
export function liftSectionHeads(source: Source, own: ClassificationLine, end: number): void {
  if (own.station === undefined || own.serial === undefined) return
  const start = own.position.end.offset
  const found: Repetition[] = []
  let at = source.plain.indexOf(' OF ', start)
  for (; at !== -1 && at < end && found.length < sectionsMax; ) {
    const line = source.lines[lineIndexOf(source, at)]
    if (line === undefined) break
    const head = line.start < start ? undefined : readHead(source, line, own, start)
    if (head !== undefined) found.push(head)
    at = source.plain.indexOf(' OF ', Math.max(line.next, head?.position.end.offset ?? 0))
  }
  liftOut(source, found)
}

/** The head whose classification line this is: the same number, a later section. */
function readHead(
  source: Source,
  line: SourceLine,
  own: ClassificationLine,
  floor: number,
): Repetition | undefined {
  if (line.end - line.start > 140 || !/SECT|S E C T/i.test(headerWordsOf(source, line)))
    return undefined
  const node = readClassificationLine(source, line.start)?.node
  if (node?.section === undefined || node.station === undefined) return undefined
  if (node.section < 2 || node.serial !== own.serial) return undefined
  if (closeStation(node.station) !== closeStation(own.station ?? '')) return undefined
  const start = headerStart(source, line.start, floor)
  // A classification line alone, no header above it, is found within the body.
  if (start === line.start) return undefined
  const end = headEnd(source, node.position.end.offset)
  report(source, 'TEXT_REPEATED', start, end)
  return {
    type: 'repetition',
    value: source.text.slice(start, end),
    section: node.section,
    ...(node.of === undefined ? {} : { of: node.of }),
    position: positionOf(source, start, end),
  }
}

/** Lines that open a header; what stands above them belongs to the section before. */
const opensHeader =
  /^(?:(?:ACTION|ORIGIN) {1,9}[A-Z]{1,6}-\d\d|V?ZCZC|DE R[A-Z]{3,7} #|[ZOPR](?: [ZOPR]){0,2} \d{6}Z |-{10,}[0-9A-F ]{6})/

/** Where the header above a classification line begins, below the last page line at the earliest. */
function headerStart(source: Source, line: number, floor: number): number {
  const index = lineIndexOf(source, line)
  const page = artefactsWithin(source, floor, line).findLast(({ type }) => type === 'pageLine')
  const from = Math.max(floor, page?.position.end.offset ?? 0)
  let start = line
  for (let at = index - 1; at >= 0 && at > index - headerLinesMax; at--) {
    const above = source.lines[at]
    if (above === undefined || above.start < from) break
    if (opensHeader.test(headerWordsOf(source, above))) start = above.start
  }
  const { end } = readEnvelope(source, start, line, false)
  return aboveFurniture(source, source.plain.slice(end, line).trim() === '' ? start : line, from)
}

/** The end marks of the section before and the banner at its foot belong to the break as well. */
function aboveFurniture(source: Source, start: number, floor: number): number {
  let at = start
  for (let index = lineIndexOf(source, start) - 1; index >= 0; index--) {
    const above = source.lines[index]
    if (above === undefined || above.start < floor || above.end - above.start > 80) break
    const words = headerWordsOf(source, above)
    if (words === '') continue
    if (!/^(?:N{3,4}|BT|#\d{4})$/.test(words) && !isBannerWords(words)) break
    at = above.start
  }
  return at
}

const label = /^(?:E\.? ?O\.? ?\d|TAGS?\b ?:|SUBJ(?:ECT)?\b ?:|REFS? ?:)/i

/** Captions and fields that the section repeats; each field runs to an empty line or the next. */
function headEnd(source: Source, start: number): number {
  let end = start
  let inField = false
  for (let at = lineIndexOf(source, start); at < source.lines.length; at++) {
    const line = source.lines[at]
    if (line === undefined || line.end - line.start > 240) break
    if (line.start < start) continue
    const words = headerWordsOf(source, line)
    if (words === '') {
      inField = false
      continue
    }
    if (label.test(words)) inField = true
    else if (!inField && !isCaptionLine(words)) break
    end = line.next
  }
  return end
}
