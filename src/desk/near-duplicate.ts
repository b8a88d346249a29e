import { redactions } from '../release/redaction.ts'

// Whether two texts under one number are two versions of one cable, or two cables. The rule and
// its numbers are told to people in docs/formats.md, "Two texts under one number".

/** Share of common shingles (Jaccard) from which two texts are near-duplicates. */
export const jaccardMin = 0.5

/** Share of the smaller text's shingles found in the larger from which it is a part of it. */
export const containmentMin = 0.8

/** Fewest shingles from which a part may be told from a coincidence. */
export const containedShinglesMin = 12

/** The same of a text with masks: what is left of it may be little. */
export const maskedShinglesMin = 6

/** Words below which shingles have two words instead of three: a change costs fewer of them. */
const shortWords = 60

/** Words of a text that are compared; a file may be a hundred times the longest cable. */
export const comparedWordsMax = 50_000

/** Words of a text as they are compared: letters and digits, lower case, masks taken out. */
export interface ComparedText {
  /** Runs of words between masks: a shingle never bridges a redaction. */
  readonly runs: readonly (readonly string[])[]
  readonly words: number
  /** Shingles by their size, once they were asked for: a text is compared with many. */
  readonly shingles: Map<number, ReadonlySet<string>>
}

/** Prepares a text for comparison. `XXXXXXXXXXXX` or `[name removed]` is a mask, no word. */
export function comparedText(text: string): ComparedText {
  const runs: string[][] = []
  let words = 0
  let at = 0
  for (const { start, end } of [...redactions(text), { start: text.length, end: text.length }]) {
    const run: string[] = []
    for (const [word] of text
      .slice(at, start)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words === comparedWordsMax) break
      run.push(word)
      words += 1
    }
    runs.push(run)
    at = end
  }
  return { runs, words, shingles: new Map() }
}

/** True where two texts are so alike that they are versions of one cable. */
export function isNearDuplicate(a: ComparedText, b: ComparedText): boolean {
  const size = Math.min(a.words, b.words) < shortWords ? 2 : 3
  const left = shingles(a, size)
  const right = shingles(b, size)
  const [small, large, part] = left.size <= right.size ? [left, right, a] : [right, left, b]
  if (large.size === 0) return a.words === b.words && a.runs.join() === b.runs.join()
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common += 1
  if (common >= jaccardMin * (small.size + large.size - common)) return true
  const fewest = part.runs.length > 1 ? maskedShinglesMin : containedShinglesMin
  return small.size >= fewest && common >= containmentMin * small.size
}

function shingles(text: ComparedText, size: number): ReadonlySet<string> {
  const held = text.shingles.get(size)
  if (held) return held
  const found = new Set<string>()
  for (const run of text.runs) {
    for (let start = 0; start + size <= run.length; start++) {
      found.add(run.slice(start, start + size).join(' '))
    }
  }
  text.shingles.set(size, found)
  return found
}
