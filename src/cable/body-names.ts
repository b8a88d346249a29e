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
 *
 * With a `subject` only the names that begin with one of its words are taken: the others could not
 * be used, and most words of a body then need no look into a table.
 */
export function namesInBody(texts: readonly string[], subject?: string): ReadonlySet<string> {
  const wanted = subject === undefined ? undefined : headsOf(subject)
  const found: Found = { wanted, small: new Set(), runs: [], written: new Set(), count: 0 }
  let left = namesTextMax
  for (const text of texts) {
    if (left <= 0 || found.count >= namesMax) break
    collect(text.slice(0, left), found)
    left -= text.length
  }
  const names = new Set<string>()
  for (const run of found.runs) {
    if (run.length > 1 && run.length <= runWordsMax) names.add(run.join(' '))
    for (const word of run) if (!isSmallToo(word, found.small) && isOwnName(word)) names.add(word)
  }
  for (const word of found.written) {
    const isShort = word === word.toUpperCase()
    if (!isShort || !(found.small.has(word.toLowerCase()) || shouted.test(word))) names.add(word)
  }
  return names
}

/** Words that bodies print in capitals and that are no acronyms. */
const shouted =
  /^(?:NOT|AND|OR|END|BEGIN|NOTE|TEXT|SUMMARY|COMMENT|ACTION|REQUEST|QUOTE|UNQUOTE|REF|REFTEL|SEPTEL|PARA|THE|OF|IN|TO|FOR|ON|BY|AT|NO)$/
/** Letters of an acronym or of a name with an inner capital. */
const writtenLettersMax = 12

/** What was gathered so far. */
interface Found {
  readonly wanted: Heads | undefined
  /** Words that also occur in small letters. */
  readonly small: Set<string>
  readonly runs: string[][]
  /** `GNEP` beside words in small letters, `DeSutter`. */
  readonly written: Set<string>
  /** Runs seen, those included that no name of the subject begins with. */
  count: number
}

/** First letters of the wanted words, in small letters, and by first letter their lengths as bits. */
interface Heads {
  readonly words: ReadonlySet<string>
  readonly lengths: Int32Array
}

/** `KESSEL BRIDGES` → kessel, bridges, bridge: the letters up to the first sign of each word. */
function headsOf(subject: string): Heads {
  const words = new Set<string>()
  const lengths = new Int32Array(32)
  // Compatible forms and accents apart, as a title's words are compared.
  for (const word of subject
    .normalize('NFD')
    .toUpperCase()
    .toLowerCase()
    .match(/[a-z]+/g) ?? []) {
    for (const form of word.endsWith('s') ? [word, word.slice(0, -1)] : [word]) {
      words.add(form)
      const letter = form.charCodeAt(0) & 31
      lengths[letter] = (lengths[letter] ?? 0) | (1 << (form.length & 31))
    }
  }
  return { words, lengths }
}

/** Whether the letters from `start` to `end` open a wanted word; most are told by their length. */
function isWanted(wanted: Heads | undefined, text: string, start: number, end: number): boolean {
  if (wanted === undefined) return true
  const lengths = wanted.lengths[text.charCodeAt(start) & 31] ?? 0
  if ((lengths & (1 << ((end - start) & 31))) === 0) return false
  return wanted.words.has(text.slice(start, end).toLowerCase())
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
/** Longest of them, in letters. */
const openerLettersMax = 5

/** Signs and digits after which no sentence goes on: `. ! ? : " “ ” (`, a line end. */
const stops: ReadonlySet<number> = new Set(Array.from('.!?:"“”(\n', (sign) => sign.charCodeAt(0)))

/**
 * Gathers the small words of a text, and its runs of words with a capital within a sentence. Reads
 * code by code: a body is mostly words that are looked at once and never cut out.
 */
function collect(text: string, found: Found): void {
  let inSentence = false
  /** Starts and ends of the words of the run. */
  let run: number[] = []
  let relevant = false
  let end = -1
  let afterSmall = false
  const close = (): void => {
    found.count++
    if (relevant) found.runs.push(wordsOf(text, run))
    run = []
    relevant = false
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === 0x20) {
      at++
      continue
    }
    if (!isLetter(code)) {
      if (stops.has(code) || (code >= 0x30 && code <= 0x39)) {
        if (run.length > 0) close()
        inSentence = false
        end = at + 1
      }
      at++
      continue
    }
    const start = at
    const isSmall = code >= 0x61
    const capitalEnd = smallLettersEnd(text, at + 1)
    const headEnd = lettersEnd(text, capitalEnd)
    at = wordEnd(text, headEnd)
    const capital = inSentence && !isSmall && capitalEnd > start + 1 && capitalEnd === headEnd
    const joined = capital && end === start - 1 && text.charCodeAt(end) === 0x20
    if (!joined && run.length > 0) close()
    const beside = (afterSmall && end === start - 1) || isSmallWordAt(text, at)
    if (!isSmall && capitalEnd < headEnd && at - start <= writtenLettersMax) {
      if ((beside || capitalEnd > start + 1) && isWanted(found.wanted, text, start, headEnd))
        found.written.add(text.slice(start, headEnd))
    }
    afterSmall = isSmall
    end = at
    if (isSmall) {
      if (isWanted(found.wanted, text, start, headEnd)) found.small.add(text.slice(start, at))
      inSentence = true
      continue
    }
    if (capital) {
      run.push(start, at)
      relevant ||= isWanted(found.wanted, text, start, headEnd)
    }
    inSentence ||= at - start <= openerLettersMax && openers.has(text.slice(start, at))
  }
  if (run.length > 0) close()
}

/** True where a blank and a word in small letters stand at `at`. */
function isSmallWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0x20 && code >= 0x61 && code <= 0x7a
}

/** The words of a run, the possessive taken off. */
function wordsOf(text: string, run: readonly number[]): string[] {
  const words: string[] = []
  for (let at = 0; at + 1 < run.length; at += 2) {
    words.push(text.slice(run[at], run[at + 1]).replace(/['’]s$/, ''))
  }
  return words
}

function isLetter(code: number): boolean {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a && code < 0x80
}

function smallLettersEnd(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x61 || code > 0x7a) break
  }
  return at
}

function lettersEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && isLetter(text.charCodeAt(at))) at++
  return at
}

/** The end of a word whose first letters end at `start`: `al-Sadr`, `d'Affaires`. */
function wordEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    const sign = text.charCodeAt(at)
    const joins = sign === 0x2d || sign === 0x27 || sign === 0x2019
    if (!joins || !isLetter(text.charCodeAt(at + 1))) return at
    at = lettersEnd(text, at + 1)
  }
}

/** Endings of common nouns and adjectives, which bodies capitalise in the names of things. */
const common =
  /(?:tions?|sions?|ments?|ity|ities|ings?|ives?|ial|ical|onal|ences?|ances?|isms?|ists?|works?|ports?|forces?|ships?|ary|ory|ics|ous|ures?|ness|ees?|ers?|ors?|ates?|groups?|days?)$/

function isOwnName(word: string): boolean {
  return word.length > 2 && !isOfficeWord(word) && !common.test(word.toLowerCase())
}
