import { describe, expect, it } from 'vitest'
import { comparedText, comparedWordsMax, isNearDuplicate } from '../../src/desk/near-duplicate.ts'

const words =
  'the harbour master said that the new crane would stand on the second quay before the rains ' +
  'and that nobody in the town had asked who was to drive it when the old men had gone home to ' +
  'their villages for the feast at the end of the month of march as they always did in the past'

function alike(a: string, b: string): boolean {
  const left = comparedText(a)
  const right = comparedText(b)
  expect(isNearDuplicate(right, left)).toBe(isNearDuplicate(left, right))
  return isNearDuplicate(left, right)
}

const every = (step: number, word: string): string =>
  words
    .split(' ')
    .map((each, index) => (index % step === step - 1 ? word : each))
    .join(' ')

describe('isNearDuplicate', () => {
  it.each<[string, string, string]>([
    ['the same words in other lines and cases', words, words.toUpperCase().replaceAll(' ', '\n')],
    ['a word in twelve replaced', words, every(12, 'garble')],
    ['a word in six masked', words, every(6, 'XXXXXXXXXXXX')],
    ['masks in Cyrillic letters', words, every(6, 'ХХХХХХХХХХХХ')],
    ['names removed in words', words, every(5, '[NAME REMOVED]')],
    ['a word in three blacked out', words, every(3, '\u2588\u2588\u2588\u2588')],
    [
      'a short text, half of it masked',
      words.slice(0, 120),
      'XXXX XXXX master said that the XXXX XXXX would stand on the XXXX XXXX before the XXXX',
    ],
    ['the first half alone', words, words.slice(0, words.length / 2)],
    ['a sentence more', words, `${words}. It rained on all of them without any end in sight.`],
    [
      'one word changed in a short text',
      'The crane arrived late on Monday morning again',
      'The crane arrived late on Tuesday morning again',
    ],
    ['nothing at all, twice', '', '---'],
  ])('takes for one cable: %s', (_, a, b) => {
    expect(alike(a, b)).toBe(true)
  })

  it.each<[string, string, string]>([
    [
      'other words',
      words,
      'cocoa prices fell again in the hills while ministers argued over a road',
    ],
    ['every third word another', words, every(3, 'other')],
    ['a few common words', words, 'the new crane would stand'],
    ['two short texts', 'Rain fell late in Accra', 'The crane stands in Lome'],
    ['nothing and something', '', words],
  ])('takes for two cables: %s', (_, a, b) => {
    expect(alike(a, b)).toBe(false)
  })

  it('looks at the first words of a text without end', () => {
    const long = 'rain fell on the quay '.repeat(comparedWordsMax / 5)
    expect(comparedText(`${long} and more`).words).toBe(comparedWordsMax)
    expect(alike(`${long} and more`, `${long} and less`)).toBe(true)
  })
})
