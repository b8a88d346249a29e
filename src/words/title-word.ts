import { acronyms, ambiguousAcronyms, spokenAcronyms, units, vowellessWords } from './acronyms.ts'
import { abbreviations, lettered, smallWords } from './small-words.ts'
import type { Atom } from './title.ts'

/** How a title writes one word of a subject in capitals that belongs to no known name. */
export function titleWord(atoms: readonly Atom[], at: number, own: ReadonlySet<string>): string {
  const word = atoms[at]?.word ?? ''
  // A word with a small letter inside was written so on purpose: `McCAIN`, `GVNs`, `DoD`.
  if (word !== word.toUpperCase()) return word
  // `XXXXXXXXXXXX` covers a name.
  if (word.startsWith('XXXX')) return word
  const plain = word.replaceAll('’', "'")
  const ending = /(?:'S|S'|')$/.exec(plain)?.[0] ?? ''
  const stem = word.slice(0, word.length - ending.length)
  const end = word.slice(stem.length).toLowerCase()
  if (stem.length === 1) return singleLetter(atoms, at) + end
  const dotted = clock(atoms, at)
  if (dotted !== undefined) return dotted
  // `S/WCI`, `G/TIP`: an office of the Department
  const isOffice = stem.length <= 4 && atoms[at]?.before === '/' && atoms[at - 1]?.word.length === 1
  if (isOffice) return stem + end
  if (own.has(stem) || isDesignation(atoms, at)) return stem + end
  const fixed = numeral(stem) ?? honorific(atoms, at, stem) ?? acronym(stem) ?? ambiguous(atoms, at)
  if (fixed !== undefined) return fixed + end
  // `BUSES'` is a plural of its own; an apostrophe inside opens a name: O'BRIEN, D'AFFAIRES.
  return apostrophe(word) ?? personal(word) ?? afterPrefix(atoms, at) ?? capitalised(word)
}

/** `UH-1H`, `G-77`: up to three letters before a hyphen and a number. */
function isDesignation(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]?.word ?? ''
  const next = atoms[at + 1]
  if (word.length > 3 || next?.before !== '-' || !/^[0-9]/.test(next.word)) return false
  return (
    atoms[at]?.before !== '-' &&
    !/^(?:MID|PRE|MAY|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)$/.test(word)
  )
}

/** True for a word that is small inside a title. */
export function isSmallWord(word: string): boolean {
  return smallWords.has(word)
}

/** `A` is the article unless it is an initial, a mark or part of `A/S`, `Q&A`. */
function singleLetter(atoms: readonly Atom[], at: number): string {
  const letter = atoms[at]?.word.slice(0, 1) ?? ''
  const before = atoms[at]?.before ?? ''
  const after = atoms[at + 1]?.before ?? ''
  if (isClock(atoms, at)) return letter.toLowerCase()
  if (letter !== 'A' && letter !== 'Y') return letter
  const isMark = /^[./&\-–'"”’)\]:]/.test(after) || /[/&\-–.]$/.test(before)
  if (isMark || lettered.has(atoms[at - 1]?.word ?? '') || after === '') return letter
  return letter.toLowerCase()
}

/** `9 A.M.` → a.m.; behind a number only, since `P.M.` is a prime minister too. */
function isClock(atoms: readonly Atom[], at: number): boolean {
  const first = atoms[at]?.word === 'M' ? at - 1 : at
  if (!/^[AP]$/.test(atoms[first]?.word ?? '') || atoms[first + 1]?.word !== 'M') return false
  const dots = atoms[first + 1]?.before === '.' && /^\./.test(atoms[first + 2]?.before ?? '')
  return dots && /[0-9]$/.test(atoms[first - 1]?.word ?? '')
}

/** `10 KM` → km, `9 AM` → am. */
function clock(atoms: readonly Atom[], at: number): string | undefined {
  const word = atoms[at]?.word ?? ''
  if (atoms[at]?.before !== ' ' || !/^[0-9]+$/.test(atoms[at - 1]?.word ?? '')) return undefined
  return word === 'AM' ? 'am' : units.get(word)
}

/** `DR. ROE`, `ST LUCIA`; but `CAFTA-DR`, `THE DR` at the end. */
function honorific(atoms: readonly Atom[], at: number, stem: string): string | undefined {
  const written = vowellessWords.get(stem)
  if (written === undefined) return undefined
  const joined = /[-/&]$/.test(atoms[at]?.before ?? '')
  const next = atoms[at + 1]
  const leads = /^\.? $|^\.?$|^\./.test(next?.before ?? '') && next?.word !== ''
  const title = abbreviations.has(stem) && /^(?:MR|MRS|MS|DR|ST|LT|SGT)$/.test(stem)
  return joined || (title && !leads) ? stem : written
}

/** `NATO`, `DPRK`, `NGOS` → NGOs, `GOSL`; `IPCC` by its ending. */
function acronym(word: string): string | undefined {
  const fixed = spokenAcronyms.get(word)
  if (fixed !== undefined) return fixed
  if (isAcronym(word)) return word
  const stem = word.slice(0, -1)
  if (!word.endsWith('S') || stem.length < 3) return undefined
  if (spokenAcronyms.has(stem) || acronyms.has(stem) || isVowelless(stem)) {
    return `${spokenAcronyms.get(stem) ?? stem}s`
  }
  return undefined
}

function isAcronym(word: string): boolean {
  return acronyms.has(word) || isVowelless(word) || government.test(word) || isUnspeakable(word)
}

/** `GOI`, `GOSL`: the government of; `GOD`, `GOA` are words. */
const government = /^GO(?:[BCEFGHIJKLMNPQRSTUVYZ]|SL|TT|AJ|AZ|CI|DR|AF|UK|RF|SS)$/

/** Three consonants at the end of a short word, the last of which closes no word: `IPCC`. */
function isUnspeakable(word: string): boolean {
  return word.length <= 6 && /[BCDFGHJ-NP-TVWXZ]{2}(?<!TH)[BCFGJMPQVWX]$/.test(word)
}

/** Letters of such an acronym, at most; longer ones are misprints or groans. */
const vowellessMax = 7

function isVowelless(word: string): boolean {
  return word.length <= vowellessMax && /^[BCDFGHJ-NP-TVWXZ]+$/.test(word)
}

/** `START TREATY`, but `START TALKS NOW` has no treaty: read by the words beside it. */
function ambiguous(atoms: readonly Atom[], at: number): string | undefined {
  const word = atoms[at]?.word ?? ''
  const context = ambiguousAcronyms.get(word)
  if (context === undefined) return undefined
  const before = context.before?.test(atoms[at - 1]?.word ?? '') ?? false
  const after = context.after?.test(atoms[at + 1]?.word ?? '') ?? false
  return before || after ? word : undefined
}

const months = 'JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC'
const dayAndMonth = new RegExp(`^([0-9]{1,2})(${months})([0-9]{0,4})$`)

/** `VIII`; `2ND` → 2nd; `1990S` → 1990s; `4ES` → 4Es; `21AUG` → 21Aug; `F16` stays. */
function numeral(word: string): string | undefined {
  if (/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(word)) return word
  if (!/[0-9]/.test(word)) return undefined
  if (/^[0-9]+(?:ST|ND|RD|TH|S|AM|PM|KM|KG)$/.test(word)) return word.toLowerCase()
  if (/^[0-9]+[A-Z]S$/.test(word)) return `${word.slice(0, -1)}s`
  const day = dayAndMonth.exec(word)
  return day === null ? word : `${day[1]}${capitalised(day[2] ?? '')}${day[3]}`
}

/** `MCDONALD` → McDonald; else undefined. */
function personal(word: string): string | undefined {
  if (/^MC[B-DF-HJ-NP-TV-Z][A-Z]{2,}/.test(word) || /^MCA[A-Z]{4,}/.test(word)) {
    return `Mc${capitalised(word.slice(2))}`
  }
  return undefined
}

/** `O'BRIEN` → O'Brien, `L'AQUILA` → L'Aquila, `D'AFFAIRES` → d'Affaires; `DON'T` → Don't. */
function apostrophe(word: string): string | undefined {
  if (!/^[A-Z]['’][A-Z]{3,}/.test(word)) return undefined
  const first = word.startsWith('D') ? 'd' : word.slice(0, 1)
  return first + word.slice(1, 2) + capitalised(word.slice(2))
}

/** `RE-ELECTION`, `CO-OPERATION`: a prefix takes no second capital before its own vowel. */
function afterPrefix(atoms: readonly Atom[], at: number): string | undefined {
  const word = atoms[at]?.word ?? ''
  if (atoms[at]?.before !== '-') return undefined
  const prefix = atoms[at - 1]?.word ?? ''
  const isPrefixed = prefix === 'RE' || (prefix === 'CO' && word.startsWith('O')) || prefix === 'E'
  return isPrefixed ? word.toLowerCase() : undefined
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase()
}
