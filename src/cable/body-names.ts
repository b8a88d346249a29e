import { isOfficeWord } from './office-words.ts'

/** How much of a body is looked through for names, in UTF-16 code units. */
const namesTextMax = 40_000
/** Most names taken from one cable. */
const namesMax = 400
/** Longest name, in words. */
const runWordsMax = 4

/**
 * Names as a cable's own body writes them: runs of capitals in the middle of a sentence, and single
 * words whose small form occurs nowhere. A subject in capitals becomes readable with them.
 *
 *     … said that Roe Un Chun of the Harbour Works would visit …   →  Roe Un Chun; Harbour Works
 */
export function namesInBody(texts: readonly string[]): ReadonlySet<string> {
  const small = new Set<string>()
  const runs: string[][] = []
  let left = namesTextMax
  for (const text of texts) {
    if (left <= 0 || runs.length >= namesMax) break
    collect(text.slice(0, left), small, runs)
    left -= text.length
  }
  const names = new Set<string>()
  for (const run of runs) {
    if (run.length > 1 && run.length <= runWordsMax) names.add(run.join(' '))
    for (const word of run) if (isOwnName(word) && !isSmallToo(word, small)) names.add(word)
  }
  return names
}

/** `Bridges` is no name of its own where the body speaks of a bridge. */
function isSmallToo(word: string, small: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase()
  return small.has(lower) || (lower.endsWith('s') && small.has(lower.slice(0, -1)))
}

/** Words that open a sentence and are no part of the name behind them: `The Kessel bridge`. */
const openers: ReadonlySet<string> = new Set(
  'The A An At By For From In Of On To With But And As Both When While After Since Until'.split(
    ' ',
  ),
)

/** Gathers the small words of a text, and its runs of words with a capital within a sentence. */
function collect(text: string, small: Set<string>, runs: string[][]): void {
  let inSentence = false
  let run: string[] = []
  let end = -1
  for (const match of text.matchAll(/[A-Za-z]+(?:['’-][A-Za-z]+)*|[.!?:"“”(\n]|\d/g)) {
    const word = match[0]
    const capital = inSentence && /^[A-Z][a-z]+(?:[-'’][A-Za-z]+)*$/.test(word)
    const joined = capital && text.slice(end, match.index) === ' '
    if (!joined && run.length > 0) {
      runs.push(run)
      run = []
    }
    if (capital) run.push(word.replace(/['’]s$/, ''))
    end = match.index + word.length
    if (/^[a-z]/.test(word)) small.add(word)
    const opens = /^[a-z]/.test(word) || openers.has(word)
    inSentence = opens || (inSentence && /^[A-Za-z]/.test(word))
  }
  if (run.length > 0) runs.push(run)
}

/** Endings of common nouns and adjectives, which bodies capitalise in the names of things. */
const common =
  /(?:tions?|sions?|ments?|ity|ities|ings?|ives?|ial|ical|onal|ences?|ances?|isms?|ists?|works?|ports?|forces?|ships?|ary|ory|ics|ous|ures?|ness|ees?|ers?|ors?|ates?|groups?|days?)$/

function isOwnName(word: string): boolean {
  return word.length > 2 && !isOfficeWord(word) && !common.test(word.toLowerCase())
}
