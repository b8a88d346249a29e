import { liftBodyBanners } from './banner.ts'
import { type BodyLine, inlineStarts, readCandidate, titleBefore, toBodyLine } from './body-line.ts'
import { goesOnAcrossGap } from './gap.ts'
import { type FoundHeading, readHeading } from './heading.ts'
import { positionOf } from './leaf.ts'
import { lineKinds } from './line-kind.ts'
import { linesWithin } from './lines.ts'
import { type Decision, decide } from './numbering.ts'
import { reportNumbering } from './numbering-report.ts'
import { toBlock, toParagraph } from './paragraph.ts'
import type { Source } from './source.ts'
import { readTail } from './tail.ts'
import type { Line, Part } from './tree.ts'

/** Parts of the body from `start` to `end`, and whether a signature closed it. */
export function readBody(
  source: Source,
  start: number,
  end: number,
): { parts: Part[]; hasSignature: boolean } {
  liftBodyBanners(source, start, end)
  const all = linesWithin(source.lines, start, end).map((line) =>
    toBodyLine(source.plain, line.start, line.end, line.next, false),
  )
  const tail = readTail(source, all, end)
  const lines = splitRunningText(source, clip(source, all, tail.start))
  const candidates = lines.flatMap((line, index) => readCandidate(line, index) ?? [])
  const decisions = decide(candidates, lines)
  reportNumbering(source, decisions)
  const parts = assemble(source, mergeRefused(source, lines, decisions), decisions)
  return { parts: [...parts, ...tail.parts], hasSignature: tail.hasSignature }
}

/** The lines before the signature; one that holds it at its end is cut. */
function clip(source: Source, lines: readonly BodyLine[], end: number): BodyLine[] {
  const kept: BodyLine[] = []
  for (const line of lines) {
    if (line.start >= end) break
    if (line.next <= end) kept.push(line)
    else kept.push(toBodyLine(source.plain, line.start, Math.min(line.end, end), end, line.inline))
  }
  return kept
}

/** Cuts long lines where paragraphs may begin inside them (specification 4.6). */
function splitRunningText(source: Source, lines: readonly BodyLine[]): BodyLine[] {
  return lines.flatMap((line) => {
    const starts = inlineStarts(source.plain, line.start, line.end).filter((at) => at > line.start)
    if (starts.length === 0) return [line]
    const titles = starts.flatMap((at) => titleBefore(source.plain, line.start, at) ?? [])
    const cuts = [...new Set([line.start, ...starts, ...titles])].sort((a, b) => a - b)
    return cuts.map((at, index) => {
      const next = cuts[index + 1]
      if (next === undefined) return toBodyLine(source.plain, at, line.end, line.next, index > 0)
      return toBodyLine(source.plain, at, next, next, index > 0)
    })
  })
}

/** A line with what it opens. */
interface Row {
  readonly line: BodyLine
  readonly decision: Decision | undefined
}

/** Joins the pieces of a long line again where no paragraph was accepted. */
function mergeRefused(
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
    const isTitle = /[-=*]{3}$/.test(line.words) && byLine.get(index + 1)?.verdict === 'paragraph'
    const opens = decision?.verdict === 'paragraph' || isTitle
    if (line.inline && !opens && before !== undefined) {
      const merged = toBodyLine(
        source.plain,
        before.line.start,
        line.end,
        line.next,
        before.line.inline,
      )
      rows[rows.length - 1] = { line: merged, decision: before.decision }
    } else rows.push({ line, decision })
  }
  return rows
}

/** What is being collected: a paragraph (with its decision) or an unnumbered block. */
interface Open {
  readonly from: number
  readonly decision: Decision | undefined
}

function assemble(source: Source, rows: readonly Row[], _all: readonly Decision[]): Part[] {
  const lines = rows.map((row) => row.line)
  const kinds = kindsOf(rows, lines)
  const context = {
    lines,
    opensParagraph: (index: number) => rows[index]?.decision?.verdict === 'paragraph',
  }
  const parts: Part[] = []
  let open: Open | undefined
  const close = (to: number): void => {
    if (open === undefined) return
    const slice = { lines, kinds, from: open.from, to }
    parts.push(
      open.decision === undefined
        ? toBlock(source, slice)
        : toParagraph(source, slice, open.decision),
    )
    open = undefined
  }
  for (let index = 0; index < rows.length; ) {
    const row = rows[index]
    if (row === undefined) break
    if (row.decision?.verdict === 'paragraph') {
      close(index)
      open = { from: index, decision: row.decision }
      index++
      continue
    }
    if (row.line.isBlank) {
      index++
      continue
    }
    const heading = kinds[index] === 'table' ? undefined : readHeading(source, context, index)
    if (heading !== undefined && endsWithin(rows, index, heading)) {
      close(index)
      parts.push(heading.node)
      index = heading.next
      continue
    }
    if (open === undefined && row.line.isRule) {
      parts.push(ruleLine(source, row.line))
      index++
      continue
    }
    if (open !== undefined && open.decision === undefined && opensBlock(lines, kinds, index))
      close(index)
    open ??= { from: index, decision: undefined }
    index++
  }
  close(rows.length)
  return parts
}

/** A heading may not swallow the start of a paragraph. */
function endsWithin(rows: readonly Row[], from: number, heading: FoundHeading): boolean {
  for (let index = from; index < heading.next; index++)
    if (rows[index]?.decision?.verdict === 'paragraph') return false
  return true
}

/** A number refused as paragraph but accepted as list is a list item. */
function kindsOf(rows: readonly Row[], lines: readonly BodyLine[]): Line['kind'][] {
  return lineKinds(lines).map((kind, index) =>
    rows[index]?.decision?.verdict === 'list' && kind === 'text' ? 'list' : kind,
  )
}

/** Unnumbered text: behind an empty line a new block begins, unless the sentence or list goes on. */
function opensBlock(
  lines: readonly BodyLine[],
  kinds: readonly Line['kind'][],
  index: number,
): boolean {
  const above = lines[index - 1]
  if (above === undefined || !above.isBlank || kinds[index] !== 'text') return false
  let at = index - 1
  while (at >= 0 && lines[at]?.isBlank === true) at--
  const before = lines[at]
  const line = lines[index]
  if (before === undefined || line === undefined) return false
  return !goesOnAcrossGap(before.words, line.words)
}

function ruleLine(source: Source, line: BodyLine): Part {
  return {
    type: 'ruleLine',
    value: source.text.slice(line.start, line.next),
    position: positionOf(source, line.start, line.next),
  }
}
