import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuestion } from '../../src/query/parse-question.ts'
import { holds, narrowed, term, without } from '../../src/views/refine.ts'

describe('a facet', () => {
  test.each([
    ['', 'class:C', 'class:C'],
    ['fish', 'class:C', 'fish class:C'],
    ['fish OR chips', 'class:C', '(fish OR chips) class:C'],
    ['"fish OR chips"', '-class:C', '("fish OR chips") -class:C'],
  ])('narrows %j by %j', (q, condition, expected) => {
    expect(narrowed(q, condition)).toBe(expected)
  })

  test.each([
    ['tag', 'PREL', 'tag:PREL'],
    ['tag', 'DOE, JANE', 'tag:"DOE, JANE"'],
    ['tag', 'a"b', 'tag:"a b"'],
  ])('writes %s and %j', (field, value, expected) => {
    expect(term(field, value)).toBe(expected)
  })

  test('that was chosen is found and taken away again', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const value = fc.stringMatching(/^[A-Z]{2,6}(, [A-Z]{2,6})?$/)
    fc.assert(
      fc.property(fc.array(word), value, (words, code) => {
        const q = words.join(' ')
        const condition = term('tag', code)
        expect(holds(narrowed(q, condition), condition)).toBe(true)
        expect(without(narrowed(q, condition), condition)).toBe(q)
      }),
    )
  })

  test('asks for what it says, in the language of questions', () => {
    const { clause } = parseQuestion(narrowed('fish OR chips', term('tag', 'DOE, JANE')))
    expect(clause).toMatchObject({
      type: 'and',
      clauses: [{ type: 'or' }, { type: 'tag', code: 'DOE, JANE' }],
    })
  })
})
