import { acronyms } from './acronyms.ts'
import { foldedLetter } from './letter.ts'
import { committedNames, type NameIndex, nameIndex } from './name-index.ts'
import { abbreviations } from './small-words.ts'
import { explainedAcronyms } from './title-acronym.ts'
import { isSmallWord, titleWord } from './title-word.ts'

/**
 * A subject in readable form. Capitals become title case with acronyms and names kept; a subject
 * that has small letters already stays as it is. Runs of blanks become one.
 *
 *     RURITANIA-FREEDONIA TIES: OPPORTUNITIES FOR GVN
 *     Ruritania-Freedonia Ties: Opportunities for GVN
 *
 * `names` are further names and acronyms as they are to be written (`DeSutter`, `GNEP`); those of
 * countries, peoples and the larger cities are known. Linear in the subject.
 */
export function readableTitle(subject: string, names: ReadonlySet<string> = noNames): string {
  const text = subject.trim().replace(/\s+/g, ' ')
  if (!inCapitals(text)) return text
  const atoms = atomsOf(text)
  return written(atoms, [nameIndex(names), committedNames], explainedAcronyms(atoms))
}

const noNames: ReadonlySet<string> = new Set<string>()

/** A word of the subject and what stands between it and the next. */
export interface Atom {
  readonly word: string
  /** What stands before the word: blanks, hyphens, quotes. */
  readonly before: string
}

/** True when at most one letter in six is small: `McCAIN VISITS GVNs MINISTRY` is in capitals. */
export function inCapitals(text: string): boolean {
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

function written(
  atoms: readonly Atom[],
  indexes: readonly NameIndex[],
  own: ReadonlySet<string>,
): string {
  const parts: string[] = []
  let at = 0
  while (at < atoms.length) {
    const words = nameAt(atoms, at, indexes) ?? [single(atoms, at, own)]
    for (const [index, word] of words.entries()) {
      const atom = atoms[at + index]
      parts.push(
        atom?.before ?? '',
        index === 0 && opensPhrase(atoms, at) ? upperFirst(word) : word,
      )
    }
    at += words.length
  }
  return parts.join('')
}

/** A word of no name: small where it is an article or preposition inside a phrase. */
function single(atoms: readonly Atom[], at: number, own: ReadonlySet<string>): string {
  const word = atoms[at]?.word ?? ''
  if (word.length > 1 && isSmallWord(word) && !closesPhrase(atoms, at)) return word.toLowerCase()
  if (/^(?:LA|LAS|LOS)$/.test(word) && atoms[at - 1]?.word === 'DE') return word.toLowerCase()
  // `AL-SADR`, `EL-BARADEI`
  if ((word === 'AL' || word === 'EL') && atoms[at + 1]?.before === '-') return word.toLowerCase()
  return titleWord(atoms, at, own)
}

/** The last word of a phrase takes a capital whatever it is: `WHAT FOR?`, `FOLLOW-ON`, `GOES ON,`. */
function closesPhrase(atoms: readonly Atom[], at: number): boolean {
  const next = atoms[at + 1]
  if (next === undefined || next.word === '') return true
  if (/^["'”’)\]]*(?:[:?!]| -+ )/.test(next.before)) return true
  if (/^[,;]/.test(next.before)) return /^(?:ON|IN|BY)$/.test(atoms[at]?.word ?? '')
  return atoms[at]?.before === '-' && next.before !== '-'
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
      if (isOverruled(name.written)) continue
      if (name.capitals.every((word, offset) => matches(atoms, at, offset, word))) {
        best = name.written.map((word, offset) => cased(atoms[at + offset]?.word ?? '', word))
        break
      }
    }
  }
  return best
}

/** `Nato`, as the press of a body writes it: a known acronym stays one. */
function isOverruled(written: readonly string[]): boolean {
  const [only = ''] = written
  return written.length === 1 && only.length > 3 && acronyms.has(only.toUpperCase())
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

/**
 * First word of all; after a colon, a dash, an opening quote or parenthesis, a semicolon; after
 * `. `, `? ` and `! ` unless the stop ends an initial or abbreviation; first part of a compound.
 */
function opensPhrase(atoms: readonly Atom[], at: number): boolean {
  if (at === 0) return true
  const before = atoms[at]?.before ?? ''
  if (/[:?!]["'”’)\]]* *$|[-–—]{2} *$| [-–—] $|(?:^|[ (])["“‘'([]{1,9}$|[([]$/.test(before))
    return true
  const word = atoms[at]?.word ?? ''
  if (/^["'”’)\]]*; /.test(before)) return !/^(?:AND|OR|BUT)$/.test(word)
  // `IN-DEPTH`
  if (atoms[at + 1]?.before === '-' && before !== '-') return !isParticle(word)
  const previous = atoms[at - 1]?.word ?? ''
  const stop = /^["'”’)\]]*\.+["'”’)\]]* /.test(before)
  return stop && previous.length >= 2 && !abbreviations.has(previous)
}

function isParticle(word: string): boolean {
  return word === 'AL' || word === 'EL' || word.length === 1
}

function upperFirst(word: string): string {
  const first = word.slice(0, (word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
  // An acronym of the form `e-mail` or `al-Sadr` opens a sentence like any other word.
  return first.toUpperCase() + word.slice(first.length)
}
