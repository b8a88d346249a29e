import { runningTextCharacters } from './body-line.ts'
import { blanksStart, linesWithin } from './lines.ts'
import { type Source, wordsOf } from './source.ts'
import type { Dialect, Part, Wrapping } from './tree.ts'

/** W where there are too few lines to measure (specification 4.3). */
const defaultWidth = 55
const linesMin = 8
/** Lines this much shorter than W are not filled. */
const fullReach = 15
/** Filled lines are of about this length, UTF-16 code units. */
const widthMin = 50
const widthMax = 80

/** Measures how the lines of the body were broken (specification 4.1, 4.3, 4.6). */
export function measureWrapping(
  source: Source,
  parts: readonly Part[],
  dialect: Dialect,
): Wrapping {
  const lengths: number[] = []
  let total = 0
  let long = 0
  const hyphens: number[] = []
  const gaps = { none: 0, one: 0 }
  // Before the first line stands no line.
  let blanks = Number.POSITIVE_INFINITY
  const first = parts.find((part) => part.type === 'paragraph' || part.type === 'block')
  const start = first?.position.start.offset ?? source.text.length
  for (const line of linesWithin(source.lines, start, source.text.length)) {
    const words = wordsOf(source, line)
    if (words === '') {
      blanks++
      continue
    }
    if (blanks === 0) gaps.none++
    else if (blanks === 1) gaps.one++
    blanks = 0
    const end = blanksStart(source.plain, line.start, line.end)
    const length = end - line.start
    // Lines that are not wrapped say nothing of where the others were broken (mixed copies).
    if (length <= runningTextCharacters) lengths.push(length)
    total += length
    if (length > runningTextCharacters) long += length
    if (words.endsWith('-') && /[A-Za-z]-$/.test(words.slice(-2))) hyphens.push(end - 1)
  }
  // A typed array sorts numbers without asking back for each pair.
  const sorted = Int32Array.from(lengths).sort()
  const width =
    lengths.length < linesMin
      ? defaultWidth
      : (sorted[Math.floor(lengths.length * 0.9)] ?? defaultWidth)
  const hyphenates = dialect === 'D0' || dialect === 'D1' || dialect === 'D2'
  const unwrapped = long * 2 > total
  const mayBeDoubled = !unwrapped && gaps.one >= linesMin && gaps.none * 10 <= gaps.one
  const doubled = mayBeDoubled && isFilled(lengths, width)
  return {
    width,
    unwrapped,
    ...(doubled && { doubled }),
    softHyphens: hyphenates ? softHyphens(source, hyphens) : [],
  }
}

/** Half of the lines at least are about as long as W: they were wrapped, and are no titles or items. */
function isFilled(lengths: readonly number[], width: number): boolean {
  if (width < widthMin || width > widthMax) return false
  const full = lengths.filter((length) => length >= width - fullReach).length
  return full * 2 >= lengths.length
}

/** A word with its hyphens, bounded: an expression remembers each letter of a longer one. */
const hyphened = /[A-Za-z]{1,80}(?:-[A-Za-z]{1,80}){0,20}/g

/**
 * `RE-␤STRAINTS`: the teletype years broke words at line ends. The hyphen goes where the merged
 * word stands elsewhere in the text, or where neither half does; else it stays (4.3).
 */
function softHyphens(source: Source, hyphens: readonly number[]): number[] {
  if (hyphens.length === 0) return []
  const counts = new Map<string, number>()
  for (const match of source.plain.matchAll(hyphened)) {
    const word = match[0].toUpperCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return hyphens.filter((at) => {
    const before = /(?<![A-Za-z])[A-Za-z]+$/.exec(source.plain.slice(Math.max(0, at - 40), at))?.[0]
    const after = /^\s*([A-Za-z]+)/.exec(source.plain.slice(at + 1, at + 160))?.[1]
    if (before === undefined || after === undefined) return false
    const [a, b] = [before.toUpperCase(), after.toUpperCase()]
    if (counts.has(`${a}-${b}`)) return false
    if (counts.has(a + b)) return true
    return (counts.get(a) ?? 0) <= 1 && (counts.get(b) ?? 0) <= 1
  })
}
