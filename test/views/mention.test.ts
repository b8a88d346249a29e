import { describe, expect, test } from 'vitest'
import type { Reference } from '../../src/cable/record.ts'
import { piecesOf } from '../../src/views/mention.ts'
import { processorMs } from '../processor-time.ts'

const references: readonly Reference[] = ['A', 'B', 'C'].map((label) => ({
  label,
  kind: 'cable',
  printed: `OSLO ${label}`,
}))

/** Links drawn into the text: `[Ref A>A]`. */
function drawn(text: string, list = references): string {
  return piecesOf(text, list)
    .map((piece) =>
      piece.target === undefined
        ? piece.text
        : `[${piece.text}>${piece.target.replace('ref-', '')}]`,
    )
    .join('')
}

const cases: readonly (readonly [string, string])[] = [
  ['See Ref A.', 'See [Ref A>A].'],
  ['(ref B)', '([ref B>B])'],
  ['REF C SAYS', '[REF C>C] SAYS'],
  ['Reftel A', '[Reftel A>A]'],
  ['refs A, B and C', '[refs A>A], [B>B] and [C>C]'],
  ['Refs A-C', '[Refs A>A]-[C>C]'],
  ['Ref. A', '[Ref. A>A]'],
  ['as reftel notes', 'as [reftel>refers-to] notes'],
  ['Reftels agree', '[Reftels>refers-to] agree'],
  ['Ref D is not listed', 'Ref D is not listed'],
  ['refs A and D', '[refs A>A] and D'],
  ['a reference to it', 'a reference to it'],
  ['Reference A', '[Reference A>A]'],
  ['the ref blew his whistle', 'the ref blew his whistle'],
  ['refs Anna met', 'refs Anna met'],
  ['PREF A', 'PREF A'],
  ['reform', 'reform'],
]

describe('mentions of references', () => {
  test.each(cases)('%s', (text, expected) => {
    expect(drawn(text)).toBe(expected)
  })

  test('are none where nothing is referred to', () => {
    expect(drawn('Ref A and reftel', [])).toBe('Ref A and reftel')
  })

  test('keep every character, in linear time', () => {
    for (const text of ['ref A, '.repeat(30_000), 'ref '.repeat(50_000), 'A, B '.repeat(50_000)]) {
      const start = processorMs()
      const pieces = piecesOf(text, references)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(processorMs() - start).toBeLessThan(2_000)
    }
  })
})
