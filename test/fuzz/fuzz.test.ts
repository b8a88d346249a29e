import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { dialects, telegram } from './grammar.ts'
import { brokenPromises } from './promises.ts'
import { textOf } from './round.ts'
import { shrunk } from './shrink.ts'

/** `npm run fuzz` goes on for as long as one likes; this beginning is the same until a golden text comes. */
const seed = 7
const rounds = 300

test('telegrams of all dialects, damaged in all ways, keep every promise', () => {
  for (let round = 0; round < rounds; round++) {
    const text = textOf(seed, round)
    const broken = brokenPromises(text)
    if (broken.length === 0) continue
    const small = shrunk(text, (less) => brokenPromises(less).length > 0)
    expect.fail(`seed ${seed}, round ${round}: ${broken.join('; ')}\n${JSON.stringify(small)}`)
  }
})

test('the same seed gives the same text, another another', () => {
  expect(textOf(seed, 3)).toBe(textOf(seed, 3))
  expect(textOf(seed, 3)).not.toBe(textOf(seed + 1, 3))
  expect(new Set(Array.from({ length: 50 }, (_, n) => telegram(chanceOf(n)))).size).toBe(50)
  expect(dialects.length).toBe(8)
})

test('a broken text is cut down to what breaks it', () => {
  const text = 'a line\nthe eels are here\nanother line\n'
  expect(shrunk(text, (less) => less.includes('eels'))).toBe('eels')
})
