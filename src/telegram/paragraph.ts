import type { BodyLine } from './body-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import { blanksEnd } from './lines.ts'
import type { Decision } from './numbering.ts'
import { strayMarks } from './paragraph-mark.ts'
import { readPortion } from './portion.ts'
import type { Source } from './source.ts'
import type { Block, Leaf, Line, Paragraph } from './tree.ts'

/** Lines `from` up to `to` of a body. */
export interface LineRange {
  readonly lines: readonly BodyLine[]
  readonly kinds: readonly Line['kind'][]
  readonly from: number
  readonly to: number
}

/**
 * A numbered paragraph with all lines up to the next one; empty lines at its end stay outside.
 *
 *     [1](#)4. (C) In response to
 *     ^ mark ^ number and portion, then one node per line
 */
export function toParagraph(source: Source, range: LineRange, decision: Decision): Paragraph {
  const { candidate } = decision
  const pieces: Leaf[] = []
  if (candidate.markEnd > candidate.markStart)
    pieces.push(leaf(source, 'paragraphMark', candidate.markStart, candidate.markEnd))
  // The 1 of a repaired `14.` is what a lost mark left, no part of the number.
  const numberStart = decision.repaired ? candidate.markEnd + 1 : candidate.markEnd
  if (decision.repaired) pieces.push(leaf(source, 'paragraphMark', candidate.markEnd, numberStart))
  pieces.push(leaf(source, 'number', numberStart, candidate.labelEnd))
  const { portionStart, portionEnd, labelEnd } = candidate
  const portions =
    portionStart === undefined || portionEnd === undefined
      ? []
      : [leaf(source, 'portion', portionStart, portionEnd)]
  // `1. SUMMARY: (C) The talks`: the portion may stand behind words, which come first then.
  const from = portionStart ?? labelEnd
  const leads = source.plain.slice(Math.min(labelEnd, from), from).trim() === ''
  if (leads) pieces.push(...portions)
  const start = range.lines[range.from]?.start ?? candidate.start
  const end = endOf(range)
  const text = leads ? Math.max(portionEnd ?? 0, labelEnd) : labelEnd
  const children = content(source, range, text, leads ? [] : portions)
  return {
    type: 'paragraph',
    number: decision.number,
    label: candidate.label.trim(),
    ...(candidate.portion === undefined ? {} : { portion: candidate.portion }),
    ...(decision.repaired ? { repair: 'repaired' as const } : {}),
    children: fill<Line>(source, start, end, [...pieces, ...children]),
    position: positionOf(source, start, end),
  }
}

/** Unnumbered text, with the portion mark it may open with. */
export function toBlock(source: Source, range: LineRange): Block {
  const first = range.lines[range.from]
  const start = first?.start ?? 0
  const found =
    first === undefined
      ? undefined
      : readPortion(source.plain.slice(start, Math.min(first.end, start + 160)))
  const pieces =
    found === undefined ? [] : [leaf(source, 'portion', start + found.start, start + found.end)]
  const end = endOf(range)
  const children = content(source, range, found === undefined ? start : start + found.end)
  return {
    type: 'block',
    ...(found === undefined ? {} : { portion: found.portion }),
    children: fill<Line>(source, start, end, [...pieces, ...children]),
    position: positionOf(source, start, end),
  }
}

/** The end of the last line with words. */
function endOf(range: LineRange): number {
  for (let index = range.to - 1; index > range.from; index--) {
    const line = range.lines[index]
    if (line?.isBlank === false) return line.next
  }
  return range.lines[range.from]?.next ?? 0
}

/** One node per line with words; the first begins behind the portion mark. */
function content(
  source: Source,
  range: LineRange,
  from: number,
  portions: readonly Leaf[] = [],
): Line[] {
  const found: Line[] = []
  for (let index = range.from; index < range.to; index++) {
    const line = range.lines[index]
    if (line === undefined || line.isBlank || line.end <= from) continue
    const start = Math.max(line.start, from)
    if (blanksEnd(source.plain, start, line.end) === line.end) continue
    const kind = start > line.start ? 'text' : (range.kinds[index] ?? 'text')
    found.push({
      type: 'line',
      kind,
      children: fill(
        source,
        start,
        line.next,
        [...strayMarks(source, start, line.end), ...within(portions, start, line.end)],
        kind === 'rule' ? 'rule' : 'text',
      ),
      position: positionOf(source, start, line.next),
    })
  }
  return found
}

function within(leaves: readonly Leaf[], start: number, end: number): readonly Leaf[] {
  return leaves.filter(({ position }) => {
    const { offset } = position.start
    return offset >= start && offset < end
  })
}
