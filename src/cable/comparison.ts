import { editScript, editsMax } from './edit-script.ts'

/** A stretch of two texts: in both, only in the one before, or only in the one after. */
export interface ComparedPiece {
  readonly kind: 'same' | 'removed' | 'added'
  /** With its blanks and line ends; of what is the same, those of the text after. */
  readonly text: string
}

/** Two texts, word by word. */
export interface Comparison {
  /**
   * In order; `removed` stands before the `added` that replaced it. The texts of `same` and `added`
   * together are the text after.
   */
  readonly pieces: readonly ComparedPiece[]
  /** Words removed and added. */
  readonly removed: number
  readonly added: number
  /** The limit at which the search for what is the same ended; the middle stands there twice. */
  readonly stopped?: { readonly limit: 'wordsMax' | 'editsMax'; readonly value: number }
}

/** Longest text that is compared, in words; the longest cable known has about 20,000. */
export const wordsMax = 60_000

/**
 * Compares two texts of a cable word by word. A word ends at a blank or a line end; where lines end
 * makes no difference, so that a text wrapped otherwise is the same.
 */
export function compareTexts(before: string, after: string): Comparison {
  const [wordsBefore, wordsAfter] = [wordsOf(before), wordsOf(after)]
  const longest = Math.max(wordsBefore.length, wordsAfter.length)
  if (longest > wordsMax) return replaced(before, after, wordsBefore, wordsAfter, 'wordsMax')
  const numbers = new Map<string, number>()
  const numbered = (words: readonly Word[]): Int32Array =>
    Int32Array.from(words, ({ text }) => {
      const key = text.trim()
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
  const edits = editScript(numbered(wordsBefore), numbered(wordsAfter))
  if (edits === undefined) return replaced(before, after, wordsBefore, wordsAfter, 'editsMax')
  const pieces = edits.map(({ kind, before: old, after: young }): ComparedPiece => {
    const [words, [start, end]] = kind === 'removed' ? [wordsBefore, old] : [wordsAfter, young]
    return { kind, text: textOf(words, start, end) }
  })
  return {
    pieces: removedFirst(pieces),
    removed: wordsIn(edits.filter(({ kind }) => kind === 'removed').map((edit) => edit.before)),
    added: wordsIn(edits.filter(({ kind }) => kind === 'added').map((edit) => edit.after)),
  }
}

interface Word {
  /** With the blanks behind it; the first word with those before it, too. */
  readonly text: string
}

function wordsOf(text: string): readonly Word[] {
  const words = [...text.matchAll(/\S+\s*/g)].map(({ 0: found }) => ({ text: found }))
  const lead = /^\s+/.exec(text)?.[0] ?? ''
  const [first, ...rest] = words
  return first === undefined || lead === '' ? words : [{ text: lead + first.text }, ...rest]
}

function textOf(words: readonly Word[], start: number, end: number): string {
  return words
    .slice(start, end)
    .map(({ text }) => text)
    .join('')
}

function wordsIn(stretches: readonly (readonly [number, number])[]): number {
  return stretches.reduce((sum, [start, end]) => sum + end - start, 0)
}

/** `removed added removed added` with nothing between is one change: all that went, all that came. */
function removedFirst(pieces: readonly ComparedPiece[]): readonly ComparedPiece[] {
  const ordered: ComparedPiece[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    if (removed !== '') ordered.push({ kind: 'removed', text: removed })
    if (added !== '') ordered.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const piece of pieces) {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else {
      flush()
      ordered.push(piece)
    }
  }
  flush()
  return ordered
}

function replaced(
  before: string,
  after: string,
  wordsBefore: readonly Word[],
  wordsAfter: readonly Word[],
  limit: 'wordsMax' | 'editsMax',
): Comparison {
  return {
    pieces: [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
    removed: wordsBefore.length,
    added: wordsAfter.length,
    stopped: { limit, value: limit === 'wordsMax' ? wordsMax : editsMax },
  }
}
