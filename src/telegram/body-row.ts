import { type BodyLine, runningTextCharacters, toBodyLine } from './body-line.ts'
import { readCandidate } from './candidate.ts'
import type { Decision } from './numbering.ts'
import { inlineStarts, titleBefore } from './running-text.ts'
import type { Source } from './source.ts'

/** Cuts long lines where paragraphs may begin inside them, and titles before these (4.6). */
export function splitRunningText(source: Source, lines: readonly BodyLine[]): BodyLine[] {
  return lines.flatMap((line, index) => {
    const starts = inlineStarts(source.plain, line.start, line.end).filter((at) => at > line.start)
    const isLong = line.end - line.start > runningTextCharacters
    if (starts.length === 0 && !isLong) return [line]
    const ends = isLong && paragraphFollows(lines, index) ? [line.end] : []
    const titles = [...starts, ...ends].flatMap(
      (at) => titleBefore(source.plain, line.start, at) ?? [],
    )
    const cuts = [...new Set([line.start, ...starts, ...titles])].sort((a, b) => a - b)
    return cuts.map((at, order) => {
      const next = cuts[order + 1]
      const [end, nextLine] = next === undefined ? [line.end, line.next] : [next, next]
      const piece = toBodyLine(source.plain, at, end, nextLine, order > 0)
      return titles.includes(at) ? { ...piece, isTitle: true } : piece
    })
  })
}

/** The next line with words may open a paragraph. */
function paragraphFollows(lines: readonly BodyLine[], index: number): boolean {
  for (let at = index + 1; at < index + 6; at++) {
    const line = lines[at]
    if (line !== undefined && !line.isBlank) return readCandidate(line, at) !== undefined
  }
  return false
}

/** A line of the body with what it opens. */
export interface Row {
  readonly line: BodyLine
  readonly decision: Decision | undefined
}

/** Joins the pieces of a long line again where no paragraph was accepted. */
export function mergeRefused(
  source: Source,
  lines: readonly BodyLine[],
  decisions: readonly Decision[],
): Row[] {
  const byLine = new Map(decisions.map((each) => [each.candidate.line, each]))
  const rows: Row[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) continue
    const decision = byLine.get(index)
    const before = rows.at(-1)
    // `… agreed. Next Steps ------ ¶4.`: the title stays apart if its paragraph was accepted.
    const isTitle = line.isTitle === true && isAccepted(lines, byLine, index + 1)
    const opens = decision?.verdict === 'paragraph' || isTitle
    if (line.inline && !opens && before !== undefined) {
      const { start, inline } = before.line
      const merged = toBodyLine(source.plain, start, line.end, line.next, inline)
      rows[rows.length - 1] = { line: merged, decision: before.decision }
    } else rows.push({ line: isTitle ? line : { ...line, isTitle: false }, decision })
  }
  return rows
}

/** The next line with words opens a paragraph. */
function isAccepted(
  lines: readonly BodyLine[],
  decisions: ReadonlyMap<number, Decision>,
  from: number,
): boolean {
  let at = from
  while (lines[at]?.isBlank === true) at++
  return decisions.get(at)?.verdict === 'paragraph'
}
