import { acronyms, spokenAcronyms, vowellessWords } from './acronyms.ts'
import { ambiguousMonths, personalTitles } from './proper-names.ts'
import type { Atom } from './title.ts'

/** How a title writes one word of a subject in capitals that belongs to no known name. */
export function titleWord(atoms: readonly Atom[], at: number): string {
  const word = atoms[at]?.word ?? ''
  // A word with a small letter inside was written so on purpose: `McCAIN`, `GVNs`, `DoD`.
  if (word !== word.toUpperCase()) return word
  const plain = word.replaceAll('’', "'")
  const ending = /(?:'S|S'|')$/.exec(plain)?.[0] ?? ''
  const stem = word.slice(0, word.length - ending.length)
  const end = word.slice(stem.length).toLowerCase()
  const next = atoms[at + 1]
  if (stem.length === 1) return singleLetter(stem, next?.before ?? '') + end
  const fixed = acronym(stem) ?? numeral(stem) ?? month(atoms, at)
  if (fixed !== undefined) return fixed + end
  if (followsPersonalTitle(atoms, at)) return person(word)
  return personal(word) ?? word.toLowerCase()
}

/** `A` is the article unless it is an initial; every other letter names something. */
function singleLetter(letter: string, after: string): string {
  return letter === 'A' && !after.startsWith('.') ? 'a' : letter
}

/** `NATO`, `DPRK`, `NGOS` → NGOs; `MR` → Mr. */
function acronym(word: string): string | undefined {
  const fixed = spokenAcronyms.get(word) ?? vowellessWords.get(word)
  if (fixed !== undefined) return fixed
  if (acronyms.has(word)) return word
  const stem = word.slice(0, -1)
  if (word.endsWith('S') && stem.length >= 3 && (acronyms.has(stem) || isVowelless(stem))) {
    return `${spokenAcronyms.get(stem) ?? stem}s`
  }
  return isVowelless(word) ? word : undefined
}

/** Letters of such an acronym, at most; longer ones are misprints or groans. */
const vowellessMax = 7

function isVowelless(word: string): boolean {
  return word.length <= vowellessMax && /^[BCDFGHJ-NP-TVWXZ]+$/.test(word)
}

/** `VIII`; `2ND` → 2nd; `1990S` → 1990s; `F16` and whatever else has a digit stays. */
function numeral(word: string): string | undefined {
  if (/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(word)) return word
  if (!/[0-9]/.test(word)) return undefined
  return /^[0-9]+(?:ST|ND|RD|TH|S)$/.test(word) ? word.toLowerCase() : word
}

/** `MARCH 12`, `12 MAY`, `IN MAY`; but `MAY VISIT` and `PROTEST MARCH`. */
function month(atoms: readonly Atom[], at: number): string | undefined {
  const word = atoms[at]?.word ?? ''
  if (!ambiguousMonths.has(word)) return undefined
  const number = /^[0-9]{1,4}(?:ST|ND|RD|TH)?$/
  const beside = number.test(atoms[at - 1]?.word ?? '') || number.test(atoms[at + 1]?.word ?? '')
  const timed = timeWords.has(atoms[at - 1]?.word ?? '')
  return beside || timed ? capitalised(word) : undefined
}

const timeWords: ReadonlySet<string> = new Set(
  'IN BY SINCE UNTIL EARLY LATE MID DURING THROUGH LAST NEXT'.split(' '),
)

function followsPersonalTitle(atoms: readonly Atom[], at: number): boolean {
  const title = atoms[at - 1]?.word ?? ''
  if (!personalTitles.has(title) || smallWords.has(atoms[at]?.word ?? '')) return false
  return /^\.? $/.test(atoms[at]?.before ?? '')
}

const smallWords: ReadonlySet<string> = new Set(
  'A AN AND AS AT BY FOR FROM IN IS OF ON ON OR THE TO WITH VISIT VISITS MEETS MEETING'.split(' '),
)

/** `MCDONALD` → McDonald, `O'BRIEN` → O'Brien; else undefined. */
function personal(word: string): string | undefined {
  if (/^MC[B-DF-HJ-NP-TV-Z][A-Z]{2,}/.test(word) || /^MCA[A-Z]{4,}/.test(word)) {
    return `Mc${capitalised(word.slice(2))}`
  }
  if (/^O['’][A-Z]{3,}/.test(word)) return `O${word.slice(1, 2)}${capitalised(word.slice(2))}`
  return undefined
}

function person(word: string): string {
  return personal(word) ?? capitalised(word)
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase()
}
