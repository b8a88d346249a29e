import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorsOf, textAnchor } from '../../src/cable/anchor.ts'
import { sha256 } from '../../src/cable/digest.ts'

describe('the digest', () => {
  it('is SHA-256 of the bytes of UTF-8, at every length', () => {
    const lengths = Array.from(
      { length: 130 },
      (_, length) => 'é'.repeat(length % 7) + 'x'.repeat(length),
    )
    for (const text of lengths) {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text.toWellFormed()).digest('hex'))
      }),
    )
  })
})

describe('anchors', () => {
  it('name numbered, repeated and unnumbered paragraphs, each once', () => {
    const names = anchorsOf([
      { number: 1, text: 'One' },
      { number: 4, text: 'Four' },
      { text: 'Loose' },
      { number: 4, text: 'Four again' },
      { text: 'One' },
    ])
    expect(names.map(({ anchor }) => anchor)).toEqual(['p1', 'p4', 'u1', 'p4.2', 'u2'])
    expect(names.map(({ textAnchor: name }) => name).at(-1)).toBe(`${textAnchor('One')}.2`)
  })

  it('of words do not move with line ends, signs or capitals', () => {
    expect(textAnchor('The talks\nopened.')).toBe(textAnchor('the  talks “opened”'))
    expect(textAnchor('The talks')).toMatch(/^t-[0-9a-f]{10}$/)
    expect(textAnchor('The talks')).not.toBe(textAnchor('The talk'))
  })
})
