import { liftBodyBanners } from './banner.ts'
import { type BodyLine, bodyLineOf, toBodyLine } from './body-line.ts'
import { mergeRefused, type Row, splitRunningText } from './body-row.ts'
import { completeCandidates, readCandidate } from './candidate.ts'
import { goesOnAcrossGap } from './gap.ts'
import { type FoundHeading, readHeading } from './heading.ts'
import { positionOf } from './leaf.ts'
import { lineKinds } from './line-kind.ts'
import { linesWithin } from './lines.ts'
import { type Decision, decide } from './numbering.ts'
import { reportNumbering } from './numbering-report.ts'
import { toBlock, toParagraph } from './paragraph.ts'
import { liftRepetitions } from './repetition.ts'
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
  liftRepetitions(source, start, end)
  const all = linesWithin(source.lines, start, end).map((line) => bodyLineOf(source, line))
  const tail = readTail(source, all, end)
  const lines = splitRunningText(source, clip(source, all, tail.start))
  const found = lines.flatMap((line, index) => readCandidate(line, index) ?? [])
  const candidates = completeCandidates(found, lines)
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
    // Rules below the last words part what follows from them.
    const rules = trailingRules(lines, kinds, open.from, to)
    const slice = { lines, kinds, from: open.from, to: rules[0] ?? to }
    parts.push(
      open.decision === undefined
        ? toBlock(source, slice)
        : toParagraph(source, slice, open.decision),
    )
    for (const index of rules) {
      const line = lines[index]
      if (line !== undefined) parts.push(ruleLine(source, line))
    }
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

/** Indices of the rules at the end of a stretch of lines, ascending. */
function trailingRules(
  lines: readonly BodyLine[],
  kinds: readonly Line['kind'][],
  from: number,
  to: number,
): number[] {
  const found: number[] = []
  for (let index = to - 1; index > from; index--) {
    if (lines[index]?.isBlank === true) continue
    if (kinds[index] !== 'rule') break
    found.unshift(index)
  }
  return found
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
