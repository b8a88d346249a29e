import type { BodyLine } from './body-line.ts'
import { isBannerWords } from './class-words.ts'
import { stray } from './head.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { type FoundSignature, readSignature } from './signature.ts'
import { closeName, isCapitalName } from './signature-name.ts'
import { report, type Source } from './source.ts'
import type { EndMark, Leaf, Part } from './tree.ts'

/** `NNNN`, `NNNNMAFVVZCZ`, `BT`, `#0123`, `=====CABLE ENDS=====`, `<< END OF DOCUMENT >>` (1.2). */
const endMark =
  /^(?:N{3,4}(?:[A-Z]{4,12})?|BT|#\d{4}|[=\s-]*CABLE ENDS[=\s-]*"?|<<? ?END OF DOCUMENT ?>>?|End Cable Text|\*{3} Current (?:Handling Restrictions|Classification) \*{3}.*)$/
/** Lines that stand below some signatures; above one, or without one, they are text. */
const closing =
  /^(?:MINIMIZE CONSIDERED\.?|GP-?\d|EXEMPT|Z(?:FR|DK|DS)|END OF (?:MESSAGE|CABLE|TELEGRAM|TRANSMISSION)\.?|\(?(?:ACTING)\)?|[A-Z]{4} @ .{1,24})$/i
/** Residue below a text: a lone sign, a date, a break tag, SIPDIS. */
const residue =
  /^(?:[.>"*_-]{1,3}|<br ?\/?>|\d{4}-\d\d-\d\d|SIPDIS|[\\"]+|\.-\/|\d{4}[A-Z]+\d+ - Classification: .*)$/
/** `NOTE BY OC/T: …`, `NOTE: NOT PASSED TO ABOVE ADDRESSEE(S)`: added by the message centre. */
const serviceNote =
  /^\*{0,3} ?Missing Section \d{1,3}|^NOTE(?: BY [A-Z/]+)?: ?(?:NOT PASSED|DELAYED|.*ADDRESSEE|CORRECTED|.*PASSED)|^NOTE BY /

/** Columns of the database or of a print-out that leaked in below: `0`, a date, a number, TAGS. */
const leakedColumn =
  /^(?:\d{1,7}|\d{1,2}\/\d{1,2}\/\d{4}(?: \d{1,2}:\d\d)?|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?|[A-Z]{4}(?:,[A-Z]{2,4}){1,20}|[^\n]{0,60}From DB\/Inbox: .{0,80}|Page \d{1,2} of \d{1,2})$/

/** What ends a telegram, and where the paragraphs stop. */
export interface Tail {
  readonly parts: readonly Part[]
  /** Paragraphs run up to here. */
  readonly start: number
  readonly hasSignature: boolean
}

/** Lines below the signature that are looked through from the end. */
const tailLinesMax = 400

/** Reads end marks, residue, leaked columns and the signature, from the end backwards (2.18). */
export function readTail(source: Source, lines: readonly BodyLine[], end: number): Tail {
  const scan = scanBack(source, lines, true)
  const parts = [...scan.parts]
  let index = scan.index
  let signature = index < 0 ? undefined : readSignature(lines, index)
  const above = signature === undefined ? aboveClosing(lines, index) : undefined
  if (above !== undefined) {
    signature = above.signature
    for (const line of lines.slice(above.index + 1, index + 1).reverse()) {
      if (!line.isBlank) parts.unshift(toEndMark(source, line))
    }
    index = above.index
  }
  const last = lines[index]
  if (last === undefined || signature === undefined) {
    // Figures and dates without a signature above them are the end of a table.
    const { parts: sure } = scanBack(source, lines, false)
    const start = sure[0]?.position.start.offset ?? end
    return { parts: sure, start, hasSignature: false }
  }
  for (const { type, position } of parts) {
    if (type !== 'leak') continue
    report(source, 'LEAKED_TAIL', position.start.offset, position.end.offset)
    break
  }
  const names: Leaf[] = signature.names.map((each) => leaf(source, 'name', each.start, each.end))
  const signatureEnd = signature.leak ?? last.next
  const lineStart = lines.find((each) => each.start + each.indent === signature.start)?.start
  const start = lineStart ?? signature.start
  const group = lineStart === undefined ? undefined : groupAbove(lines, start)
  const leakParts = signature.leak === undefined ? [] : [leak(source, signature.leak, last.next)]
  return {
    parts: [
      ...(group === undefined ? [] : [toEndMark(source, group)]),
      {
        type: 'signature',
        names: names.map((each) => closeName(each.value)),
        children: fill(source, start, signatureEnd, names, 'separator'),
        position: positionOf(source, start, signatureEnd),
      },
      ...leakParts,
      ...parts,
    ],
    start: group?.start ?? start,
    hasSignature: true,
  }
}

/** `GP-3`, `EXEMPT`: when a text of the 1960s may be opened, on the line above the signature (D0). */
const groupMark = /^(?:GP ?-? ?[1-4]|EXEMPT|(?:X?GDS|ADS)(?:[ -]?\d)?)\.?$/

function groupAbove(lines: readonly BodyLine[], start: number): BodyLine | undefined {
  const above = lines.findLast((line) => line.start < start && !line.isBlank)
  return above !== undefined && groupMark.test(above.words) ? above : undefined
}

/** `ROE ␤ MINIMIZE CONSIDERED`: the signature above closing lines, in capitals on its own line. */
function aboveClosing(
  lines: readonly BodyLine[],
  from: number,
): { readonly index: number; readonly signature: FoundSignature } | undefined {
  let index = from
  for (let line = lines[index]; line !== undefined; line = lines[--index]) {
    if (!line.isBlank && !closing.test(line.words)) break
  }
  const line = lines[index]
  if (line === undefined || index === from) return undefined
  if (!isCapitalName(line.words.replace(/(?<![.#"])[.#"]+$/, ''))) return undefined
  const signature = readSignature(lines, index)
  return signature && { index, signature }
}

/** The lines below the signature, and the index of the last line above them. */
function scanBack(
  source: Source,
  lines: readonly BodyLine[],
  takesColumns: boolean,
): { readonly parts: readonly Part[]; readonly index: number } {
  const parts: Part[] = []
  let index = lines.length - 1
  for (const floor = index - tailLinesMax; index >= 0 && index > floor; index--) {
    const line = lines[index]
    if (line === undefined || line.isBlank) continue
    const part = readTailLine(source, line, takesColumns)
    if (part === undefined) break
    parts.push(part)
  }
  return { parts: parts.reverse(), index }
}

function readTailLine(source: Source, line: BodyLine, takesColumns: boolean): Part | undefined {
  if (line.words.length > 240) return undefined
  if (endMark.test(line.words)) return toEndMark(source, line)
  const value = source.text.slice(line.start, line.next)
  const position = positionOf(source, line.start, line.next)
  if (isBannerWords(line.words)) return { type: 'banner', value, position }
  if (residue.test(line.words)) return { type: 'endMark', value, position }
  if (takesColumns && leakedColumn.test(line.words)) return { type: 'leak', value, position }
  if (line.isRule) return { type: 'ruleLine', value, position }
  if (serviceNote.test(line.words)) return stray(source, line.start, line.next)
  return undefined
}

function toEndMark(source: Source, line: BodyLine): EndMark {
  return {
    type: 'endMark',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}

function leak(source: Source, start: number, end: number): Part {
  report(source, 'LEAKED_TAIL', start, end)
  return {
    type: 'leak',
    value: source.text.slice(start, end),
    position: positionOf(source, start, end),
  }
}
