import { editDistance } from './class-words.ts'
import type { PrecedenceWord } from './tree.ts'

const words: readonly PrecedenceWord[] = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE']

/** A precedence at the end of an addressee: the canonical word and where its letters begin. */
export interface TrailingPrecedence {
  readonly word: PrecedenceWord
  readonly start: number
}

/**
 * The precedence word at the end of a line, misspellings by one letter included (`PIORITY`).
 *
 *     SECSTATE WASHDC NIACT IMMEDIATE
 *                     ^^^^^^^^^^^^^^^ (specification 2.1)
 */
export function readTrailingPrecedence(line: string): TrailingPrecedence | undefined {
  const text = line.trimEnd()
  const start = lastWordStart(text)
  // NIACT alone has lost its second word: it is the same prosign.
  if (/^NIACT$/i.test(text.slice(start))) return { word: 'NIACT IMMEDIATE', start }
  const word = nearestPrecedence(text.slice(start))
  if (word === undefined) return undefined
  if (word !== 'IMMEDIATE') return { word, start }
  const before = text.slice(0, start).trimEnd()
  const niact = lastWordStart(before)
  if (before.slice(niact).toUpperCase() !== 'NIACT') return { word, start }
  return { word: 'NIACT IMMEDIATE', start: niact }
}

/** The start of the last word: behind a blank, a slash or a bracket. */
function lastWordStart(text: string): number {
  let at = text.length
  while (at > 0 && !/[\s/]/.test(text[at - 1] ?? '')) at--
  return at
}

function nearestPrecedence(printed: string): PrecedenceWord | undefined {
  const upper = printed.toUpperCase()
  if (upper.length < 4 || upper.length > 10 || !/^[A-Z]+$/.test(upper)) return undefined
  for (const word of words) {
    if (upper === word) return word
    if (
      word !== 'FLASH' &&
      Math.abs(word.length - upper.length) <= 1 &&
      editDistance(word, upper) <= 1
    )
      return word
  }
  return undefined
}
