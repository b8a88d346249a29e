import type { LevelCode } from '../telegram/tree.ts'
import type { Draft, DraftParagraph } from './draft.ts'
import { drawParagraph } from './prose.ts'
import { exponential, type Random } from './random.ts'
import { drawNoun, wordOfRank } from './vocabulary.ts'

const headings = ['Background', 'Next Steps', 'A Quiet Round', 'What the Ministry Says', 'Outlook']

/** Words of one text, fewest and most. */
const wordsMin = 60
const wordsMax = 12_000
/** Logarithm of the median length, and its deviation: about 1,000 words in the mean. */
const lengthMedian = 6.4
const lengthSpread = 0.75

/** Share of the cables in which names are covered, and of the classified that shield a source. */
const coveredShare = 0.08
const shieldedShare = 0.006

/** What a text says, paragraph by paragraph. */
export function drawParagraphs(
  random: Random,
  date: string,
  level: LevelCode,
): Pick<Draft, 'paragraphs' | 'protection'> {
  const drawn = exponential(lengthMedian + lengthSpread * random.normal())
  const words = Math.min(wordsMax, Math.max(wordsMin, Math.round(drawn)))
  const count = Math.max(1, Math.min(60, Math.round(words / random.between(70, 140))))
  const isLate = date >= '1985'
  const isClassified = level === 'C' || level === 'S'
  const isMarked = (isClassified || level === 'SBU') && isLate
  const isSummed = isLate && count > 2 && random.chance(0.6)
  const isCommented = isLate && count > 2 && random.chance(0.4)
  const isCovered = isLate && random.chance(coveredShare)
  const shielded = isClassified && random.chance(shieldedShare) ? random.between(1, count) : 0
  const protection: { printed: string; paragraph: number }[] = []
  const paragraphs = Array.from({ length: count }, (_, index): DraftParagraph => {
    const number = index + 1
    const heading = isLate && index > 1 && random.chance(0.2) ? random.pick(headings) : undefined
    let text = drawParagraph(random, words / count)
    if (isCovered) text = text.replace(/(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])/, 'XXXXXXXXXXXX')
    if (number === shielded) {
      const printed = random.pick(['(strictly protect)', '(protect)', '(please protect)'])
      const marked = text.replace(/(?<=[a-z] )([A-Z][a-z]{3,30})(?= [a-z])/, `$1 ${printed}`)
      if (marked !== text) protection.push({ printed, paragraph: number })
      text = marked
    }
    const items = index > 0 && random.chance(0.03) ? drawItems(random) : undefined
    return {
      number,
      ...(isMarked && { portion: drawPortion(random, level) }),
      ...(heading !== undefined && { heading }),
      ...(index === 0 && isSummed && { kind: 'summary' as const }),
      ...(number === count && isCommented && items === undefined && { kind: 'comment' as const }),
      text,
      ...(items !== undefined && { items }),
    }
  })
  return { paragraphs, protection }
}

function drawPortion(random: Random, level: LevelCode): string {
  const share = random.next()
  if (share < 0.8) return level
  return level === 'S' && share < 0.9 ? 'C' : 'U'
}

/** The short lines of a list: `soldiers of the north`. */
function drawItems(random: Random): readonly string[] {
  return Array.from({ length: random.between(2, 6) }, () => {
    const words = [
      drawNoun(random),
      'of the',
      wordOfRank(random.between(120, 5_000)),
      drawNoun(random),
    ]
    return words.join(' ')
  })
}
