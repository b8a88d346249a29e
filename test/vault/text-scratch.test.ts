import { expect, test } from 'vitest'
import { openTextScratch } from '../../src/vault/text-scratch.ts'

test('gives every text back, in any order, those that had to leave the memory among them', () => {
  const scratch = openTextScratch()
  // Numbers that compress little: more than the memory that the scratch keeps for itself.
  const long = Array.from({ length: 24 }, (_, n) =>
    Array.from({ length: 100_000 }, (_, at) => Math.imul(at + 1, 2654435761 + n) >>> 5).join(' '),
  )
  const texts = ['', 'The ferry froze.', 'A lone \ud800 sign.', 'Łódź\0\r\n', ...long]
  const read = texts.map((text) => scratch.keep(text))
  for (const at of [...texts.keys()].reverse()) expect(read[at]?.() === texts[at]).toBe(true)
  scratch.close()
  expect(() => read[1]?.()).toThrow()
})
