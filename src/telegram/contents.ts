import type { BodyLine } from './body-line.ts'
import type { Candidate } from './candidate.ts'

/** A candidate with what was decided of it. */
interface Decided {
  readonly candidate: Candidate
  readonly verdict: string
  readonly number: number
}

/** Longest title of a table of contents, UTF-16 code units. */
const contentsCharactersMax = 110

/**
 * How many candidates at the start are a table of contents: lines alone, without a portion or a
 * sentence, whose numbers 1, 2, … all come again below.
 */
export function contentsOf(decisions: readonly Decided[], lines: readonly BodyLine[]): number {
  let count = 0
  for (const { candidate, verdict, number } of decisions) {
    if (verdict !== 'paragraph' || number !== count + 1 || candidate.portion !== undefined) break
    const words = lines[candidate.line]?.words ?? ''
    if (words.length > contentsCharactersMax || candidate.inline) break
    if (!isAlone(lines, candidate.line, decisions[count + 1]?.candidate.line)) break
    count++
  }
  if (count < 2 || decisions[count]?.candidate.number !== 1) return 0
  let again = 0
  let same = 0
  for (const { candidate } of decisions.slice(count)) {
    if (candidate.number !== again + 1) continue
    if (beginning(candidate, lines) === beginning(decisions[again]?.candidate, lines)) same++
    again++
  }
  return again >= count && same * 2 >= count ? count : 0
}

/** The first letters behind a number, the same where a title comes again. */
function beginning(candidate: Candidate | undefined, lines: readonly BodyLine[]): string {
  const line = candidate === undefined ? undefined : lines[candidate.line]
  if (candidate === undefined || line === undefined) return ''
  const from = candidate.labelEnd - line.start - line.indent
  return line.words.slice(from).trim().slice(0, 8).toLowerCase()
}

/** Nothing stands between a line and the next candidate. */
function isAlone(lines: readonly BodyLine[], at: number, next: number | undefined): boolean {
  if (next === undefined) return false
  for (let index = at + 1; index < next; index++) if (lines[index]?.isBlank === false) return false
  return true
}
