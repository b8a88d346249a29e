import type { Random } from './random.ts'

/** The words that make up half of any English text, the most frequent first. */
const common =
  'the of to and a in that is for on was with as by he said it at be from his had not but has are which will an have would they this their been or were its more who also after about than no could some other into them when new if only most there all government president over such two first during should any between support officials meeting political against however'.split(
    ' ',
  )

const onsets =
  'b c d f g h l m n p r s t v b d k l m n p r s t br dr gr pl pr st tr ch sh th'.split(' ')
const vowels = 'a e i o u a e i o a e i o u ai ea ou io'.split(' ')
const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'n', 'nd', 'nt', 'st', 'm', 'd', 'k']
const endings = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  's',
  's',
  's',
  'ed',
  'ed',
  'ing',
  'ion',
  'al',
  'er',
  'ly',
]

/** Words that can be met: made ones have ranks up to this. */
const vocabularySize = 400_000

/**
 * A word by Zipf's law: the word of rank r comes once where the first comes r times. Made words
 * have the shape of English ones; that of a rank is always the same.
 */
export function drawWord(random: Random): string {
  // Of ranks with weight 1/r, the logarithm of the rank is spread evenly.
  const rank = Math.floor(Math.exp(random.next() * Math.log(vocabularySize)))
  return common[rank - 1] ?? madeWord(rank)
}

/** The made word of a rank: one to four syllables, the rarer the longer. */
function madeWord(rank: number): string {
  let left = rank * 2_654_435_761
  const take = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.abs(Math.trunc(left)) % items.length]
    left = Math.floor(left / items.length)
    if (item === undefined) throw new Error('no such part of a word')
    return item
  }
  const syllables = rank < 250 ? 1 : rank < 9_000 ? 2 : rank < 150_000 ? 3 : 4
  let word = ''
  for (let count = 0; count < syllables; count++) {
    // The product is used up by then: the rank again, and the place.
    if (left < 1_000) left += (rank + count) * 40_503
    word += take(onsets) + take(vowels)
  }
  return word + take(codas) + take(endings)
}

/** A made word that is none of the common ones. */
export function drawNoun(random: Random): string {
  return madeWord(random.between(600, 40_000))
}

/** A name as of a person or a place: capitalised, of its own. */
export function drawName(random: Random): string {
  const word = madeWord(random.between(500, 60_000)).replace(/(?:ed|ing|ion|ly)$/, '')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
