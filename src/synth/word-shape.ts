import { mix } from './random.ts'

/** Parts of English syllables, as often in a list as they are in words, roughly. */
const onsets =
  'b c d f g h l m n p r s t v w b c d f m n p r s t c d m n p r s t l r s t br cl cr dr fl fr gl gr pl pr pr sc sp st st tr tr ch sh th wh qu j k'.split(
    ' ',
  )
const vowels =
  'a e i o u a e i o a e i e i o a e i a e i o u a e i o a e o ai ea ee ie oo ou io au'.split(' ')
const inner =
  '- - - - - - - - n n n r r r s s l l m t c n- ct nt nd mp st ll ss tt rr rt rm ns x p b d g v'.split(
    ' ',
  )
const codas =
  '- - - - - n n r r s t t l d m y k nd nt st ct rt ck sh th ll ss nce te re le se'.split(' ')
const endings =
  '- - - - - - - - - - - s s s s ed ed ed ing ing er al ly tion ity ment ic ive able ous ist ness ate'.split(
    ' ',
  )
const nameEndings =
  '- - - - - - - - a a o i an in ov ova ski ez es son sen berg ville stan abad polis ara uri'.split(
    ' ',
  )

const shortEndings = 'ther lish tent nal ver'.split(' ')
const shortNameEndings = 'ov ska man dez ric'.split(' ')

/** What a rank of the vocabulary is. */
export type WordKind = 'word' | 'name' | 'acronym'

/** Of a hundred ranks so many are names, and so many acronyms. */
const nameShare = 16
const acronymShare = 5

/** What the word of a rank is; the same for every seed. */
export function kindOfRank(rank: number): WordKind {
  const share = mix(rank, 77) % 100
  return share < nameShare ? 'name' : share < nameShare + acronymShare ? 'acronym' : 'word'
}

/** The word of a rank or of any other number: pronounceable, the rarer the longer. */
export function shapeWord(rank: number, kind: WordKind): string {
  if (kind === 'acronym') return shapeAcronym(rank)
  const take = taker(rank, kind === 'name' ? 3 : 5)
  const least = rank < 400 ? 1 : rank < 60_000 ? 2 : rank < 2_000_000 ? 3 : 4
  const syllables = Math.max(1, least - (take(longer) === '+' ? 1 : 0))
  let word = take(opening) === '-' ? '' : take(onsets)
  word += take(vowels)
  for (let count = 1; count < syllables; count++) {
    const middle = take(inner)
    word += middle === '-' ? take(onsets) : middle.replace('-', take(onsets))
    word += take(vowels)
  }
  const tail = `${take(codas)}${take(kind === 'name' ? nameEndings : endings)}`
  word += tail.replaceAll('-', '')
  // Short ones would be words that mean something: `and`, `no`, `tier`.
  if (word.length < 5) word += take(kind === 'name' ? shortNameEndings : shortEndings)
  return kind === 'word' ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

const opening = '- + + + + + +'.split(' ')
const longer = '- - - +'.split(' ')
const capitals = 'A B C D E F G I L M N O P R S T U A C D E I N O P R S U'.split(' ')
const acronymLengths = [3, 3, 3, 4, 4, 5]

function shapeAcronym(rank: number): string {
  const take = taker(rank, 9)
  const length = acronymLengths[mix(rank, 21) % acronymLengths.length] ?? 3
  let word = ''
  for (let count = 0; count < length; count++) word += take(capitals)
  return word
}

/** Takes one item of a list after another, as a number decides. */
function taker(rank: number, salt: number): (items: readonly string[]) => string {
  let state = mix(rank, salt)
  return (items) => {
    state = mix(state, salt)
    return items[state % items.length] ?? ''
  }
}
