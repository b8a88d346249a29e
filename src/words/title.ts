import { foldedLetter } from './letter.ts'
import { committedNames, type NameIndex, nameIndex } from './name-index.ts'
import { personalTitles } from './proper-names.ts'
import { titleWord } from './title-word.ts'

/**
 * A subject in readable form. Capitals become sentence case with names and acronyms kept; a subject
 * that has small letters already stays as it is. Runs of blanks become one.
 *
 *     RURITANIA-FREEDONIA TIES: OPPORTUNITIES FOR GVN
 *     Ruritania-Freedonia ties: opportunities for GVN
 *
 * `names` are further proper names as they are to be written (`Fredville`, `Ho Chi Minh City`);
 * countries, peoples, months and the larger cities are known. Linear in the subject.
 */
export function readableTitle(subject: string, names: ReadonlySet<string> = noNames): string {
  const text = subject.trim().replace(/\s+/g, ' ')
  if (!inCapitals(text)) return text
  return written(atomsOf(text), [nameIndex(names), committedNames])
}

const noNames: ReadonlySet<string> = new Set<string>()

/** A word of the subject and what stands between it and the next. */
export interface Atom {
  readonly word: string
  /** What stands before the word: blanks, hyphens, quotes. */
  readonly before: string
}

/** True when at most one letter in six is small: `McCAIN VISITS GVNs MINISTRY` is in capitals. */
function inCapitals(text: string): boolean {
  let small = 0
  let capital = 0
  for (const letter of text) {
    const lower = letter.toLowerCase()
    if (letter !== lower) capital++
    else if (letter !== letter.toUpperCase()) small++
  }
  return capital > 0 && small * 6 <= capital + small
}

/** Words with what stands before each; the last atom holds what stands at the end. */
function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = []
  let before = ''
  let word = ''
  for (const letter of text) {
    const inWord = foldedLetter(letter.codePointAt(0) ?? 0) !== undefined
    const apostrophe = word !== '' && (letter === "'" || letter === '’')
    if (inWord || apostrophe) word += letter
    else {
      if (word !== '') {
        atoms.push({ word, before })
        before = ''
        word = ''
      }
      before += letter
    }
  }
  atoms.push({ word, before })
  return word === '' ? atoms : [...atoms, { word: '', before: '' }]
}

function written(atoms: readonly Atom[], indexes: readonly NameIndex[]): string {
  const parts: string[] = []
  let at = 0
  while (at < atoms.length) {
    const words = nameAt(atoms, at, indexes) ?? [titleWord(atoms, at)]
    for (const [index, word] of words.entries()) {
      const atom = atoms[at + index]
      const opens = opensSentence(atoms, at + index)
      parts.push(atom?.before ?? '', opens ? upperFirst(word) : word)
    }
    at += words.length
  }
  return parts.join('')
}

/** The longest known name that begins here, as it is written; else undefined. */
function nameAt(
  atoms: readonly Atom[],
  at: number,
  indexes: readonly NameIndex[],
): readonly string[] | undefined {
  const first = bare(atoms[at]?.word ?? '')
  let best: readonly string[] | undefined
  for (const index of indexes) {
    for (const name of index.get(first) ?? []) {
      if (name.capitals.length <= (best?.length ?? 0)) break
      if (name.capitals.every((word, offset) => matches(atoms, at, offset, word))) {
        best = name.written.map((word, offset) => cased(atoms[at + offset]?.word ?? '', word))
        break
      }
    }
  }
  return best
}

function matches(atoms: readonly Atom[], at: number, offset: number, word: string): boolean {
  const atom = atoms[at + offset]
  if (atom === undefined || bare(atom.word) !== word) return false
  return offset === 0 || /^(?:\. ?|[ \-–])$/.test(atom.before)
}

/** Compared in capitals, without accents and the possessive: `Vietnam’s` → VIETNAM. */
function bare(word: string): string {
  const capitals = plain(word).toUpperCase().replaceAll('’', "'")
  if (capitals.endsWith("'S")) return capitals.slice(0, -2)
  return capitals.endsWith("'") ? capitals.slice(0, -1) : capitals
}

/** The printed word with the capitals of the name: `CÔTE`, Cote → Côte; `VIETNAM'S` → Vietnam's. */
function cased(printed: string, name: string): string {
  const end = printed.slice(name.length).toLowerCase()
  const stem = printed.slice(0, name.length)
  return (
    [...stem].map((letter, at) => (isSmall(name[at]) ? letter.toLowerCase() : letter)).join('') +
    end
  )
}

function isSmall(letter = ''): boolean {
  return letter !== letter.toUpperCase()
}

/** Without the accents of single letters; the number of letters stays. */
function plain(word: string): string {
  if (/^[ -~]*$/.test(word)) return word
  return [...word].map((letter) => letter.normalize('NFD').slice(0, letter.length)).join('')
}

/** First word of all, or after `. `, `? ` and `! ` unless the stop ends an initial or abbreviation. */
function opensSentence(atoms: readonly Atom[], at: number): boolean {
  if (at === 0) return true
  const before = atoms[at]?.before ?? ''
  if (/^["'”’)\]]*[?!]["'”’)\]]* /.test(before)) return true
  const previous = atoms[at - 1]?.word ?? ''
  const stop = /^["'”’)\]]*\.["'”’)\]]* /.test(before)
  return stop && previous.length >= 3 && !personalTitles.has(previous)
}

function upperFirst(word: string): string {
  const first = word.slice(0, (word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
  // An acronym of the form `e-mail` or `al-Sadr` opens a sentence like any other word.
  return first.toUpperCase() + word.slice(first.length)
}
