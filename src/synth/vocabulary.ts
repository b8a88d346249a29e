import { mix, type Random } from './random.ts'
import { kindOfRank, shapeWord } from './word-shape.ts'

/** The words that make up half of any English text, the most frequent first. */
const common =
  'the of to and a in that is for on was with as by he said it at be from his had not but has are which will an have would they this their been or were its more who also after about than no could some other into them when new if only most there all government president over such two first during should any between support officials meeting political against however because while since under told many even what one may up out then did so can she her we our us you i my me do does now these those where both each own same being very way much well still before through again against within without until next last year years month months week weeks time day days country countries state people public national international foreign local minister ministry party parties opposition election elections vote votes leader leaders group groups member members issue issues policy plan plans work working made make take taken give given see seen believe believes noted added asked agreed expressed continue continued remain remains appears recent recently current currently possible likely important major number several three four five percent million security military police army forces force trade economic energy oil gas market bank budget law court human rights press media visit talks process agreement relations cooperation development program programs project projects assistance aid problem problems situation question view views position role effort efforts interest interests concern concerns information report reports contact contacts source sources ambassador embassy official office department senior deputy chief head general council parliament cabinet committee commission union region regional border area areas city capital north south east west'.split(
    ' ',
  )

/** Words that have a rank of their own; what is rarer is a slip, a name, a number or a code. */
export const vocabularySize = 400_000

/** Down to this rank a word comes once where the first comes as many times as the rank. */
const bend = 6_000

/**
 * Draws words by Zipf's law, and beyond a bend more steeply, as real text has it (two regimes):
 * weight 1/r down to the bend, then falling with r to the power of 1.875. The law goes on past the
 * vocabulary: this share of draws gives `undefined`, for what stands in one text only.
 */
export function openVocabulary(): (random: Random) => string | undefined {
  const { share, other } = aliases(weights())
  const made: (string | undefined)[] = new Array<string | undefined>(vocabularySize)
  return (random) => {
    const at = Math.floor(random.next() * share.length)
    const rank = random.next() < (share[at] ?? 1) ? at : (other[at] ?? at)
    if (rank === vocabularySize) return undefined
    const known = made[rank]
    if (known !== undefined) return known
    const word = wordOfRank(rank)
    made[rank] = word
    return word
  }
}

/** The word of a rank, from 0: always the same. */
export function wordOfRank(rank: number): string {
  return common[rank] ?? shapeWord(rank, kindOfRank(rank))
}

function weights(): Float64Array {
  const all = new Float64Array(vocabularySize + 1)
  for (let rank = 1; rank <= vocabularySize; rank++) {
    all[rank - 1] = rank <= bend ? 1 / rank : steep(rank)
  }
  // The integral of the rest of the law.
  all[vocabularySize] = (steep(vocabularySize) * vocabularySize) / 0.875
  return all
}

/** (r/bend)^-1.875 / bend by square roots only, which are equal on every machine. */
function steep(rank: number): number {
  const ratio = rank / bend
  const eighth = Math.sqrt(Math.sqrt(Math.sqrt(ratio)))
  return eighth / (ratio * ratio * bend)
}

/** Walker's tables: a place is kept with its share, else the other one is taken. */
function aliases(all: Float64Array): { share: Float64Array; other: Int32Array } {
  const size = all.length
  let total = 0
  for (const weight of all) total += weight
  const share = all.map((weight) => (weight * size) / total)
  const other = new Int32Array(size)
  const small: number[] = []
  const large: number[] = []
  for (let at = size - 1; at >= 0; at--) ((share[at] ?? 0) < 1 ? small : large).push(at)
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() ?? 0
    const rich = large.at(-1) ?? 0
    other[poor] = rich
    share[rich] = (share[rich] ?? 0) - (1 - (share[poor] ?? 0))
    if ((share[rich] ?? 0) < 1) small.push(large.pop() ?? 0)
  }
  for (const at of [...small, ...large]) share[at] = 1
  return { share, other }
}

/** What is in no vocabulary: a slip of a pen, a name met once, a number, a code. */
export function drawRare(random: Random): string {
  const kind = random.next()
  if (kind < 0.4) return slip(random, wordOfRank(random.between(200, 60_000)))
  if (kind < 0.7) return shapeWord(2_000_000 + (random.bits() % 50_000_000), 'name')
  if (kind < 0.9) return `${random.between(1_000, 10_000_000)}`
  return drawCode(random)
}

/** A word with one letter lost, doubled, replaced or moved. */
function slip(random: Random, word: string): string {
  const at = random.between(1, Math.max(1, word.length - 2))
  const before = word.slice(0, at)
  const letter = word.charAt(at)
  const after = word.slice(at + 1)
  switch (random.between(0, 3)) {
    case 0:
      return before + after
    case 1:
      return before + letter + letter + after
    case 2:
      return `${before}${String.fromCharCode(97 + random.between(0, 25))}${after}`
    default:
      return before + after.charAt(0) + letter + after.slice(1)
  }
}

/** `KR4471`, `MSI0822`: of a form, a licence, a plate. */
function drawCode(random: Random): string {
  const letters = shapeWord(random.bits(), 'acronym').slice(0, random.between(2, 3))
  return `${letters}${random.between(10, 99_999)}`
}

/** Names are taken from the first ranks more often than from the last. */
const nameRanks = 120_000

/** A name as of a person or a place: capitalised, of its own. */
export function drawName(random: Random): string {
  const share = random.next()
  const rank = 400 + Math.floor(share * share * share * nameRanks)
  return shapeWord(mix(rank, 5) % (nameRanks * 4), 'name')
}

/** A made word that is none of the common ones. */
export function drawNoun(random: Random): string {
  const share = random.next()
  return shapeWord(400 + Math.floor(share * share * share * 60_000), 'word')
}
