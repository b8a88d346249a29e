import { type BodyLine, runningTextCharacters, toBodyLine } from './body-line.ts'
import { readCandidate } from './candidate.ts'
import type { Decision } from './numbering.ts'
import { inlineStarts, titleBefore } from './running-text.ts'
import type { Source } from './source.ts'

/** Cuts long lines where paragraphs may begin inside them, and titles before these (4.6). */
export function splitRunningText(source: Source, lines: readonly BodyLine[]): BodyLine[] {
  const split: BodyLine[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const isLong = line.end - line.start > runningTextCharacters
    const found = inlineStarts(source.plain, line.start, line.end)
    if ((found.length === 0 && !isLong) || split.length - index > piecesMax) split.push(line)
    else {
      const ends = isLong && paragraphFollows(lines, index) ? [line.end] : []
      const starts = found.filter((at) => at > line.start)
      for (const piece of cutAt(source, line, starts, ends)) split.push(piece)
    }
  }
  return split
}

/** Pieces that running text is cut into, at most: a cable has some dozen paragraphs. */
const piecesMax = 200_000

function cutAt(
  source: Source,
  line: BodyLine,
  starts: readonly number[],
  ends: readonly number[],
): readonly BodyLine[] {
  const kept = starts.slice(0, piecesMax)
  const titles = new Set(
    [...kept, ...ends].flatMap((at, index) => {
      const start = kept[Math.min(index, kept.length) - 1] ?? line.start
      const title = titleBefore(source.plain, start, at)
      return title === undefined || isLabel(source.plain.slice(start, title)) ? [] : [title]
    }),
  )
  if (kept.length === 0 && titles.size === 0) return [line]
  const cuts = [...new Set([line.start, ...kept, ...titles])].sort((a, b) => a - b)
  return cuts.map((at, order) => {
    const next = cuts[order + 1]
    const [end, nextLine] = next === undefined ? [line.end, line.next] : [next, next]
    const piece = toBodyLine(source.plain, at, end, nextLine, order > 0)
    return titles.has(at) ? { ...piece, isTitle: true } : piece
  })
}

const labelAlone =
  /^\s{0,9}(?:\[1\]\(#\)|[\u00c2\u0622\u00b6\ufffd]{1,2})?\s{0,3}\d{1,4}[.,);:-]{0,2}\s{0,3}(?:\([^()]{0,40}\)\s{0,3})?$/

/** `¶2. (U) `: what stands behind the label of a paragraph is its text, no title of the next. */
function isLabel(words: string): boolean {
  return words.length < 60 && labelAlone.test(words)
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
