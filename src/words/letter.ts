import { foldings, markRuns, sameRuns } from './letter-table.ts'

/**
 * What a code point is to a token: `undefined` separates, the empty string is dropped (a combining
 * mark), anything else is the text that stands for it: `É` → `e`, `ß` → `ss`, `7` → `7`.
 *
 * NFD, combining marks, simple lower case and the plain spellings are one committed table
 * (`tools/generate-letters.ts`): no runtime's Unicode version takes part.
 */
export function foldedLetter(codePoint: number): string | undefined {
  if (codePoint < plane) {
    const kind = kinds[codePoint]
    if (kind === separates) return undefined
    if (kind === dropped) return ''
    if (kind === same) return String.fromCharCode(codePoint)
    if (kind === syllable) return jamo(codePoint)
    return folded.get(codePoint)
  }
  const other = folded.get(codePoint)
  if (other !== undefined) return other
  if (inRuns(sameBounds, codePoint)) return String.fromCodePoint(codePoint)
  return inRuns(markBounds, codePoint) ? '' : undefined
}

const separates = 0
const same = 1
const dropped = 2
const changed = 3
const syllable = 4

/** Code points that have a direct entry; the rest is found by bisection. */
const plane = 0x10000

/** Bounds of runs, `[first, end, first, end, …]`, from `gap,length` pairs in base 36. */
function bounds(lines: readonly string[]): readonly number[] {
  const result: number[] = []
  let end = 0
  for (const run of lines.join(' ').split(' ')) {
    const comma = run.indexOf(',')
    const first = end + Number.parseInt(run.slice(0, comma), 36)
    end = first + Number.parseInt(run.slice(comma + 1), 36)
    result.push(first, end)
  }
  return result
}

function foldingMap(lines: readonly string[]): ReadonlyMap<number, string> {
  const result = new Map<number, string>()
  let codePoint = 0
  for (const entry of lines.join(' ').split(' ')) {
    const colon = entry.indexOf(':')
    codePoint += Number.parseInt(entry.slice(0, colon), 36)
    const parts = entry.slice(colon + 1).split('.')
    result.set(codePoint, String.fromCodePoint(...parts.map((part) => Number.parseInt(part, 36))))
  }
  return result
}

const sameBounds = bounds(sameRuns)
const markBounds = bounds(markRuns)
const folded = foldingMap(foldings)
const kinds = kindTable()

function kindTable(): Uint8Array {
  const result = new Uint8Array(plane)
  fillRuns(result, sameBounds, same)
  fillRuns(result, markBounds, dropped)
  for (const codePoint of folded.keys()) if (codePoint < plane) result[codePoint] = changed
  result.fill(syllable, 0xac00, 0xd7a4)
  return result
}

function fillRuns(table: Uint8Array, runs: readonly number[], kind: number): void {
  for (let index = 0; index + 1 < runs.length; index += 2) {
    const first = runs[index] ?? plane
    if (first < plane) table.fill(kind, first, Math.min(runs[index + 1] ?? plane, plane))
  }
}

/** A position lies in a run when an odd number of bounds is at or before it. */
function inRuns(runs: readonly number[], codePoint: number): boolean {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((runs[middle] ?? 0) <= codePoint) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}

/** Canonical decomposition of a Hangul syllable, by the arithmetic of the Unicode standard 3.12. */
function jamo(codePoint: number): string {
  const index = codePoint - 0xac00
  const lead = 0x1100 + Math.floor(index / 588)
  const vowel = 0x1161 + Math.floor((index % 588) / 28)
  const tail = index % 28
  return tail === 0
    ? String.fromCharCode(lead, vowel)
    : String.fromCharCode(lead, vowel, 0x11a7 + tail)
}
