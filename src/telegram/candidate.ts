import type { BodyLine } from './body-line.ts'
import { type FoundPortion, readNumberedPortion, readPortion } from './portion.ts'
import type { Portion } from './tree.ts'

/** A line that may open a numbered paragraph. */
export interface Candidate {
  /** Index of its body line. */
  readonly line: number
  readonly start: number
  /** Where the number begins: behind the mark, or behind a portion that stands before it. */
  readonly markStart: number
  readonly markEnd: number
  readonly number: number
  /** As printed, mark off: `14.` */
  readonly label: string
  readonly labelEnd: number
  /** A second number behind the first, where a list was numbered twice: `¶7. 6. Text`. */
  readonly inner?: { readonly number: number; readonly end: number }
  readonly hasPilcrow: boolean
  readonly hasMark: boolean
  /** A period stands behind the number; without it a portion must follow and the number fit. */
  readonly isPlain: boolean
  readonly portion?: Portion
  readonly portionStart?: number
  readonly portionEnd?: number
  /** Words follow the number on the same line. */
  readonly hasText: boolean
  readonly inline: boolean
}

/** `¶14. (C) Text`, `[1](#)4. (C)`, U+FFFD, mojibake of the pilcrow (specification 5). */
const candidateStart =
  /^(?<mark>(?:[\u00c2\u0622]?\u00b6|\ufffd|\[1\]\(#\))\s{0,3})?(?<number>\d{1,4})(?<sign>\s{0,2}(?:\.{1,2}|[,):;-]))?(?!\d)/

/** What a numbered line can begin with: a digit, a mark, the bracket of a portion. */
const firstSign = /[\d\u00b6\u00c2\u0622\ufffd[(]/

/** `(C) 1. Text`: the portion stands before the number. */
const numberBehind = /^\s{0,3}(?=(?:\u00b6|\[1\]\(#\))?\d{1,3}\. )/

/** `SUMMARY: (SBU) The talks`: the portion stands behind the opening word. */
const openingWord =
  /^\s{0,3}(?:BEGIN )?(?:SUMMARY|COMMENT|NOTE|INTRODUCTION|ACTION REQUEST)(?: (?:AND|&) [A-Z]{1,12}){0,2}\s?[:.-]{0,2}\s{0,2}(?=\()/i

/** `¶7. 6. The current rise` */
const innerNumber = /^\s{1,2}(?<number>\d{1,3})\.(?=\s{1,3}[A-Z"'(])/

/** Numbers from here on are years (specification 2.15). */
const yearMin = 1900

/** Reads the number, mark and portion at the start of a body line. */
export function readCandidate(line: BodyLine, index: number): Candidate | undefined {
  if (!firstSign.test(line.words.charAt(0))) return undefined
  const lead = leadingPortion(line.words)
  const head = line.words.slice(lead?.numberAt ?? 0, 160)
  const match = candidateStart.exec(head)
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const number = Number(groups.number)
  if (number === 0 || number >= yearMin) return undefined
  const sign = (groups.sign ?? '').trim()
  const rest = head.slice(match[0].length)
  const own = lead === undefined ? behindNumber(rest) : undefined
  if (own === undefined && !sign.startsWith('.')) return undefined
  const start = line.start + line.indent
  const at = start + (lead?.numberAt ?? 0)
  const mark = groups.mark ?? ''
  const labelEnd = at + match[0].length
  const found = lead?.found ?? own
  const base = lead === undefined ? labelEnd : start
  const inner = own === undefined ? innerNumber.exec(rest) : null
  return {
    line: index,
    start,
    markStart: at,
    markEnd: at + mark.length,
    number,
    label: head.slice(mark.length, match[0].length),
    labelEnd,
    ...(inner === null
      ? {}
      : { inner: { number: Number(inner.groups?.number), end: labelEnd + inner[0].length } }),
    hasPilcrow: mark.includes('\u00b6'),
    hasMark: mark !== '',
    isPlain: sign.startsWith('.'),
    ...(found === undefined
      ? {}
      : {
          portion: found.portion,
          portionStart: base + found.start,
          portionEnd: base + found.end,
        }),
    hasText: rest.slice(own?.end ?? 0).trim() !== '',
    inline: line.inline,
  }
}

function leadingPortion(words: string): { found: FoundPortion; numberAt: number } | undefined {
  if (!words.startsWith('(')) return undefined
  const found = readPortion(words)
  if (found === undefined) return undefined
  const gap = numberBehind.exec(words.slice(found.end, found.end + 16))
  return gap === null ? undefined : { found, numberAt: found.end + gap[0].length }
}

function behindNumber(rest: string): FoundPortion | undefined {
  const found = readNumberedPortion(rest)
  if (found !== undefined) return found
  const opening = openingWord.exec(rest.slice(0, 60))?.[0].length
  const inside = opening === undefined ? undefined : readPortion(rest.slice(opening))
  if (opening === undefined || inside === undefined) return undefined
  return { ...inside, start: opening + inside.start, end: opening + inside.end }
}

/**
 * What only the lines around a candidate tell: a portion on the line below its bare number, and
 * whether the whole telegram was numbered twice (`¶1. 1. Summary`, `¶7. 6. The rise`).
 */
export function completeCandidates(
  candidates: readonly Candidate[],
  lines: readonly BodyLine[],
): readonly Candidate[] {
  const doubled = candidates.filter(({ inner, number }) => inner?.number === number).length
  return candidates.map((candidate) => {
    const { inner, number } = candidate
    if (inner === undefined) return withPortionBelow(candidate, lines)
    const isDoubled = inner.number === number || (doubled >= 2 && inner.number < number)
    if (isDoubled) return { ...candidate, labelEnd: inner.end }
    const { inner: _, ...single } = candidate
    return single
  })
}

/** `2.␤(C) Text` */
function withPortionBelow(candidate: Candidate, lines: readonly BodyLine[]): Candidate {
  if (candidate.hasText || candidate.portion !== undefined) return candidate
  let at = candidate.line + 1
  while (at <= candidate.line + 2 && lines[at]?.isBlank === true) at++
  const below = lines[at]
  const found = below?.words.startsWith('(') ? readPortion(below.words) : undefined
  if (below === undefined || found === undefined || below.isTitle === true) return candidate
  const base = below.start + below.indent
  const portionEnd = base + found.end
  return { ...candidate, portion: found.portion, portionStart: base + found.start, portionEnd }
}
