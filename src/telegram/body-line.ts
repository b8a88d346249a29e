import { blanksEnd, blanksStart, type SourceLine } from './lines.ts'
import { isRule } from './rule.ts'
import { type Source, wordsOf } from './source.ts'

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
  /** Cut off running text as the title of the paragraph behind it. */
  readonly isTitle?: boolean
}

/** Builds one body line from the text with artefacts blanked out. */
export function toBodyLine(
  plain: string,
  start: number,
  end: number,
  next: number,
  inline: boolean,
): BodyLine {
  const first = blanksEnd(plain, start, end)
  const words = plain.slice(first, blanksStart(plain, first, end))
  const [indent, isBlank] = [first - start, words === '']
  return { start, end, next, words, indent, isBlank, isRule: isRule(words), inline }
}

/** The body line of a line of the source, with the words that earlier readers cut out. */
export function bodyLineOf(source: Source, line: SourceLine): BodyLine {
  const { start, end, next } = line
  const words = wordsOf(source, line)
  const indent = blanksEnd(source.plain, start, end) - start
  return {
    start,
    end,
    next,
    words,
    indent,
    isBlank: words === '',
    isRule: isRule(words),
    inline: false,
  }
}

/** Lines longer than this are running text (specification 4.6), UTF-16 code units. */
export const runningTextCharacters = 120
