import { linesWithin, type SourceLine, toLine } from './lines.ts'
import { type Source, transmissionLineCharactersMax } from './source.ts'

/**
 * A transmission line as its readers see it: same offsets, artefacts blank, and in capitals where
 * the whole line is in lower case (`fm amembassy lome`); empty for lines of running text.
 */
export function headerTextOf(source: Source, line: SourceLine): string {
  if (line.end - line.start > transmissionLineCharactersMax) return ''
  const text = source.plain.slice(line.start, line.end)
  return /^[^A-Z\u0080-\uffff]*$/.test(text) ? text.toUpperCase() : text
}

/** The same without the blanks around it. */
export function headerWordsOf(source: Source, line: SourceLine): string {
  return headerTextOf(source, line).trim()
}

/** Lines that open a header, or a row of a database that holds one. */
const opensHeader =
  /^\s*(?:"?VZCZC|>?"?\d{1,7}"?[\t,]|(?:ZZ|OO|PP|RR) {1,3}R[A-Z]{3}|DE {1,3}R[A-Z]{3,7} {1,3}#|ZN[YR] [A-Z]{5}|[ZOPR](?: [ZOPR]){0,2} \d{6}Z |FM [A-Z]{3}|(?:TO|INFO|XMT)(?:[ :/]|(?=R[A-Z]{3,7}\/))|R[A-Z]{3,7}\/[A-Z])/

/** Where a header line begins within a line whose line ends were lost. */
const beginsHeaderLine =
  /(?<=[\s,"]|^)(?:VZCZC[A-Z]{2,4}\d{3,5}|(?:ZZ|OO|PP|RR)(?= {1,3}R[A-Z]{3,7}(?![A-Z/]))|DE(?= {1,3}R[A-Z]{3,7} {1,3}#\d{4})|ZN[YR](?= {1,3}([A-Z])\1{4}(?![A-Z]))|[ZOPR](?: [ZOPR]){0,2}(?= \d{6}Z [A-Z]{3} \d\d(?!\d))|FM(?= {1,3}(?:AM(?:EMBASSY|CONSUL)|US[A-Z]{2,9}|SECSTATE) )|(?:TO|INFO|XMT)(?= {1,3}(?:R[A-Z]{3,7}\/|AM(?:EMBASSY|CONSUL) |SECSTATE |USMISSION |[A-Z ]{3,40} COLLECTIVE))|(?<!(?:TO|INFO|XMT|FM|ZEN):? {1,3})(?:R[A-Z]{3,7}\/(?=[A-Z])|AM(?:EMBASSY|CONSUL)(?= [A-Z])|USMISSION(?= [A-Z]))|BT(?=\s|$))/g

/** Class words end a header; what follows them is text and stays one line. */
const beginsText =
  /(?<=[\s,"])(?:C O N F I D E N T I A L|S E C R E T|T O P {1,2}S E C R E T|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE) (?!AIR|SERVICE)/

/** Farthest a line is searched for glued header lines, UTF-16 code units. */
const gluedCharactersMax = 12_000

/**
 * The lines from `start` to `end`, those taken apart in which header lines were glued together:
 *
 *     VZCZCXRO0042 PP RUEHFL DE RUEHRK #0123/01 0731530 ZNY CCCCC ZZH P 141530Z MAR 07 FM …
 *                  ^         ^                          ^             ^
 */
export function headerLinesWithin(source: Source, start: number, end: number): SourceLine[] {
  const lines = linesWithin(source.lines, start, end)
  let taken: SourceLine[] | undefined
  lines.forEach((line, index) => {
    const cuts = cutsWithin(source, line)
    if (cuts.length > 0) taken ??= lines.slice(0, index)
    if (taken === undefined) return
    if (cuts.length === 0) taken.push(line)
    else for (const part of partsOf(source, line, cuts)) taken.push(part)
  })
  return taken ?? lines
}

/** Most header lines are short and hold one part. */
const gluedCharactersMin = 24

const nowhere: readonly number[] = []

function cutsWithin(source: Source, line: SourceLine): readonly number[] {
  if (line.end - line.start < gluedCharactersMin) return nowhere
  const text = source.plain.slice(line.start, Math.min(line.end, line.start + gluedCharactersMax))
  if (!opensHeader.test(text) && !text.includes('VZCZC')) return nowhere
  return cutsOf(text)
}

/** Offsets within a line where the next header line begins. */
function cutsOf(text: string): number[] {
  const header = text.slice(0, beginsText.exec(text)?.index ?? text.length)
  const cuts = [...header.matchAll(beginsHeaderLine)].map(({ index }) => index)
  if (header.length < text.length) cuts.push(header.length)
  const first = text.length - text.trimStart().length
  return cuts.filter((at) => at > first)
}

function partsOf(source: Source, line: SourceLine, cuts: readonly number[]): SourceLine[] {
  const text = source.plain.slice(line.start, Math.min(line.end, line.start + gluedCharactersMax))
  const starts = [0, ...cuts]
  return starts.map((at, index) => {
    const next = starts[index + 1]
    if (next === undefined) return toLine(line.start + at, line.end, line.next)
    const words = text.slice(at, next).trimEnd()
    return toLine(line.start + at, line.start + at + words.length, line.start + next)
  })
}
