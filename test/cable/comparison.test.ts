import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, wordsMax } from '../../src/cable/comparison.ts'
import { editScript, editsMax } from '../../src/cable/edit-script.ts'

/** `the [-harbour-] {+quay+} freezes` */
function drawn(before: string, after: string): string {
  return compareTexts(before, after)
    .pieces.map(({ kind, text }) => {
      const words = text.trim().replace(/\s+/g, ' ')
      return kind === 'same' ? words : kind === 'removed' ? `[-${words}-]` : `{+${words}+}`
    })
    .join(' ')
}

const cases: [before: string, after: string, drawn: string][] = [
  ['', '', ''],
  ['a b c', 'a b c', 'a b c'],
  ['', 'a b', '{+a b+}'],
  ['a b', '', '[-a b-]'],
  ['a b c', 'a c', 'a [-b-] c'],
  ['Mr. Roe said so', 'Mr. XXXXXXXXXXXX said so', 'Mr. [-Roe-] {+XXXXXXXXXXXX+} said so'],
  ['a Jane Doe b', 'a XXXX b', 'a [-Jane Doe-] {+XXXX+} b'],
  ['one two\nthree', 'one\n\n two three', 'one two three'],
  ['a b c d e', 'v w x y z', '[-a b c d e-] {+v w x y z+}'],
]

describe('two texts', () => {
  for (const [before, after, expected] of cases) {
    it(`"${before}" and "${after}" differ in ${expected}`, () => {
      expect(drawn(before, after)).toBe(expected)
    })
  }

  it('are both in the pieces, whatever they hold', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'XXXX', '\ud800', '<b>')
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ')), { maxLength: 40 })
      .map((words) => words.flat().join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pieces, removed, added } = compareTexts(before, after)
        const all = (...kinds: string[]): string =>
          pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? text : [])).join('')
        expect(all('same', 'added')).toBe(after)
        const count = (words: string): number => words.split(/\s+/).filter(Boolean).length
        expect(all('same', 'removed').split(/\s+/).filter(Boolean)).toEqual(
          before.split(/\s+/).filter(Boolean),
        )
        expect([removed, added]).toEqual([count(all('removed')), count(all('added'))])
      }),
    )
  })

  it('that are too long or too different stand one behind the other, and it is said', () => {
    const long = 'a '.repeat(wordsMax + 1)
    expect(compareTexts(long, 'a').stopped).toEqual({ limit: 'wordsMax', value: wordsMax })
    const numbers = (from: number): string =>
      Array.from({ length: editsMax }, (_, n) => String(from + n)).join(' ')
    const { pieces, stopped } = compareTexts(numbers(0), numbers(editsMax))
    expect(stopped).toEqual({ limit: 'editsMax', value: editsMax })
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

it('finds no longer way than the shortest', () => {
  const sequence = fc.array(fc.nat(3), { maxLength: 12 })
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      const edits = editScript(Int32Array.from(a), Int32Array.from(b)) ?? []
      const steps = edits
        .filter(({ kind }) => kind !== 'same')
        .reduce((sum, { before, after }) => sum + before[1] - before[0] + after[1] - after[0], 0)
      expect(steps).toBe(a.length + b.length - 2 * longestCommon(a, b))
    }),
  )
})

/** By the table that everybody knows. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (const [n, other] of b.entries()) {
      next.push(one === other ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
