import { isRule } from './rule.ts'

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

/** Lines longer than this are running text (specification 4.6), UTF-16 code units. */
export const runningTextCharacters = 120
