import { smallWords } from './small-words.ts'
import type { Atom } from './title.ts'

/** Most words an acronym stands for. */
const spelledWordsMax = 10

/**
 * Acronyms that the subject itself explains, in parentheses behind the words they stand for:
 * `GLOBAL PEACE OPERATIONS INITIATIVE (GPOI)`.
 */
export function explainedAcronyms(atoms: readonly Atom[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 2; at < atoms.length; at++) {
    const { word = '', before = '' } = atoms[at] ?? {}
    if (!before.endsWith('(') || word.length < 3 || word.length > spelledWordsMax) continue
    if (!(atoms[at + 1]?.before ?? '').startsWith(')')) continue
    const spelled = atoms.slice(Math.max(0, at - spelledWordsMax), at).map((atom) => atom.word)
    if (isSpelledBy(word, spelled)) found.add(word)
  }
  return found
}

/** The last words begin with its letters, small words counted or not. */
function isSpelledBy(acronym: string, words: readonly string[]): boolean {
  const initials = (list: readonly string[]): string =>
    list.map((each) => each.slice(0, 1)).join('')
  const plain = acronym.endsWith('S') ? [acronym, acronym.slice(0, -1)] : [acronym]
  const ways = [initials(words), initials(words.filter((word) => !smallWords.has(word)))]
  return plain.some((each) => each.length > 2 && ways.some((way) => way.endsWith(each)))
}
