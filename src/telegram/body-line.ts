import { readPortion } from './portion.ts'
import { isRule } from './rule.ts'
import type { Portion } from './tree.ts'

/** A line of the body, or a part of one where a paragraph begins in running text. */
export interface BodyLine {
  readonly start: number
  readonly end: number
  readonly next: number
  /** Artefacts out, blanks at both ends off. */
  readonly words: string
  /** Blanks before the first word. */
  readonly indent: number
  readonly isBlank: boolean
  readonly isRule: boolean
  /** Begins behind other words of the same source line. */
  readonly inline: boolean
}

/** Builds one body line from the text with artefacts blanked out. */
export function toBodyLine(
  plain: string,
  start: number,
  end: number,
  next: number,
  inline: boolean,
): BodyLine {
  const raw = plain.slice(start, end)
  const words = raw.trim()
  return {
    start,
    end,
    next,
    words,
    indent: raw.length - raw.trimStart().length,
    isBlank: words === '',
    isRule: isRule(words),
    inline,
  }
}

/** A line that may open a numbered paragraph. */
export interface Candidate {
  /** Index of its body line. */
  readonly line: number
  readonly start: number
  readonly markEnd: number
  readonly number: number
  /** As printed, mark off: `14.` */
  readonly label: string
  readonly labelEnd: number
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
  /^(?<mark>(?:[\u00c2\u0622]?\u00b6|\ufffd|\[1\]\(#\))\s{0,3})?(?<number>\d{1,4})(?<sign>\s{0,2}[.,)])?(?!\d)/

/** Numbers from here on are years (specification 2.15). */
const yearMin = 1900

/** Reads the number, mark and portion at the start of a body line. */
export function readCandidate(line: BodyLine, index: number): Candidate | undefined {
  const head = line.words.slice(0, 160)
  const match = candidateStart.exec(head)
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const number = Number(groups.number)
  if (number === 0 || number >= yearMin) return undefined
  const sign = (groups.sign ?? '').trim()
  const rest = head.slice(match[0].length)
  const found = readPortion(rest)
  const at = line.start + line.indent
  const mark = groups.mark ?? ''
  if (found === undefined && sign !== '.') return undefined
  const labelEnd = at + match[0].length
  return {
    line: index,
    start: at,
    markEnd: at + mark.length,
    number,
    label: head.slice(mark.length, match[0].length),
    labelEnd,
    hasPilcrow: mark.includes('\u00b6'),
    hasMark: mark !== '',
    isPlain: sign === '.',
    ...(found === undefined
      ? {}
      : {
          portion: found.portion,
          portionStart: labelEnd + found.start,
          portionEnd: labelEnd + found.end,
        }),
    hasText: rest.slice(found?.end ?? 0).trim() !== '',
    inline: line.inline,
  }
}

/** Paragraph starts with a portion in the running text of unwrapped copies (4.6). */
const inlineStart =
  /(?<=[.?!:;"\u201d)\-*=]\s{1,3}|[-=]{3})(?:\u00b6|\[1\]\(#\))?\d{1,3}\. {0,2}\((?:U|C|S|TS|SBU|LOU|S\/\/?NF|C\/\/?NF|SBU\/NF)\)|(?<=[a-z.?!:;"\u201d)-]\s?)\u00b6\d{1,3}\. /g

/** `… they agreed. Next Steps -------- `, the end of the text before an inline paragraph. */
const titleAtEnd =
  /[.!?"\u201d)]\s{1,3}(?<title>["'(\u201c]?[A-Z0-9][^.]{1,98}?)\s{0,3}[-=*]{3,}(?: [-=*]+){0,3}\s{0,3}$/
/** Longest title with its rule, UTF-16 code units. */
const titleReachCharacters = 260

/** Where a title with its rule begins that stands right before an inline paragraph (4.6). */
export function titleBefore(plain: string, start: number, at: number): number | undefined {
  const from = Math.max(start, at - titleReachCharacters)
  const match = titleAtEnd.exec(plain.slice(from, at))
  const title = match?.groups?.title
  if (match === null || title === undefined) return undefined
  return from + match.index + match[0].indexOf(title)
}

/** Lines longer than this are running text (specification 4.6), UTF-16 code units. */
export const runningTextCharacters = 120

/** `Figures ------- ¶2. The cases`, at the start of a line of any length. */
const titledStart =
  /^\s{0,40}[^\s.][^.\n]{0,90}?\s{1,3}[-=*]{3,}(?: [-=*]+){0,3}\s{1,3}(?=(?:\u00b6|\[1\]\(#\))?\d{1,3}\. )/
/** A bare number behind a sentence, in running text that lost all marks: `… it began. 2. They`. */
const bareStart = /(?<=[.?!"\u201d)]\s{1,3})(?<number>\d{1,2})\. (?=[A-Z("])/g

/** Offsets inside a line where a paragraph may begin, ascending. */
export function inlineStarts(plain: string, start: number, end: number): number[] {
  const titled = titledStart.exec(plain.slice(start, Math.min(end, start + titleReachCharacters)))
  const first = titled === null ? [] : [start + titled[0].length]
  if (end - start <= runningTextCharacters) return first
  const line = plain.slice(start, end)
  const marked = [...line.matchAll(inlineStart)].map((match) => start + match.index)
  const bare = [...line.matchAll(bareStart)]
  // `… these: yams. 1. Maize. 2. Rice.`: a list that counts from 1 is no row of paragraphs.
  const isList = bare.some((match) => match.groups?.number === '1')
  const numbers = isList ? [] : bare.map((match) => start + match.index)
  return [...new Set([...first, ...marked, ...numbers])].sort((a, b) => a - b)
}
