import { positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { PageLine, PrintQueue } from './tree.ts'

/**
 * `PAGE 01        REYKJA  00123  01 OF 02  141640Z`
 *
 * Station cut to 6 characters (post print-outs glue it to the serial), then serial, section, time
 * of receipt. Text may follow on the line, and in a list of TAGS or addressees it stands in the
 * middle of one (specification 1.3, 1.6, 2.4).
 */
const pageLine =
  /(?<![A-Z])PAGE (?<page>\d{2,3}) {0,20}\b(?<station>[A-Z][A-Z .'-]{1,11}?) {0,12}(?<serial>\d{3,6})(?!\d)(?: {1,20}(?<section>\d{2}) OF (?<of>\d{2}))?(?: {1,20}(?<time>\d{6}Z))?/g

/** A classification word 5 or more blanks before an inline page line belongs to it. */
const bannerBefore = /(?:(?<! ) {5,}|^)(?:[A-Z] ?){5,24}(?: OFFICIAL USE)? {5,}$/

/** Longest stretch before a page line that is searched for its banner, UTF-16 code units. */
const bannerReachCharacters = 80

/** What every page line holds, looked for before the expression is tried. */
export function mayHoldPageLine(words: string): boolean {
  return words.includes('PAGE ')
}

/** All page lines on one line of the source. */
export function readPageLines(source: Source, line: SourceLine): PageLine[] {
  const words = source.plain.slice(line.start, line.end)
  if (!mayHoldPageLine(words)) return []
  const found: PageLine[] = []
  for (const match of words.matchAll(pageLine)) {
    const groups = match.groups ?? {}
    if (groups.section === undefined && groups.time === undefined && !opensLine(words, match))
      continue
    found.push(toPageLine(source, line, words, match))
  }
  return found
}

/** `see PAGE 02 LOME 00077` in prose is none: without section and time it must open the line. */
function opensLine(words: string, match: RegExpExecArray): boolean {
  const before = words.slice(Math.max(0, match.index - bannerReachCharacters), match.index)
  return before.trim() === '' || /^(?:TO|INFO|FM)? {0,9}$/.test(before) || bannerBefore.test(before)
}

function toPageLine(
  source: Source,
  line: SourceLine,
  words: string,
  match: RegExpExecArray,
): PageLine {
  const groups = match.groups ?? {}
  const reach = words.slice(Math.max(0, match.index - bannerReachCharacters), match.index)
  const banner = bannerBefore.exec(reach)
  const isInline = match.index > reach.length || reach.trim() !== ''
  const from =
    banner !== null && isInline ? match.index - banner[0].trimStart().length : match.index
  let start = line.start + from
  let end = line.start + match.index + match[0].length
  if (words.slice(0, from).trim() === '' && words.slice(end - line.start).trim() === '') {
    start = line.start
    end = line.next
  }
  return {
    type: 'pageLine',
    value: source.text.slice(start, end),
    page: Number(groups.page),
    station: (groups.station ?? '').trim(),
    serial: Number(groups.serial),
    ...(groups.section === undefined ? {} : { section: Number(groups.section) }),
    ...(groups.of === undefined ? {} : { of: Number(groups.of) }),
    ...(groups.time === undefined ? {} : { time: groups.time }),
    position: positionOf(source, start, end),
  }
}

/** `14` alone on the line below a page line (D1): the number of the print queue. */
export function readPrintQueue(
  source: Source,
  line: SourceLine,
  before: SourceLine,
): PrintQueue | undefined {
  const words = source.plain.slice(line.start, Math.min(line.end, line.start + 40))
  if (line.end - line.start > 40 || !/^\s*\d{2}\s*$/.test(words)) return undefined
  if (readPageLines(source, before).length === 0) return undefined
  return {
    type: 'printQueue',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}
