import { expect, test } from 'vitest'
import { alternatives } from '../tools/mutants/alternation.ts'
import { rulesOf } from '../tools/mutants/rule.ts'

const source = `
const marks: readonly string[] = ['SIPDIS', 'NOFORN']
const levels: Readonly<Record<string, string>> = { U: 'UNCLAS', S: 'SECRET' }
const kinds = [['fish', /eel|cod/], ['bird', 'wren']]
const limits = { linesMax: 3 }
function isFish(word: string): boolean {
  return /eel/.test(word)
}
const findBird = (word: string): string | undefined => word
function readFish(word: string): string | undefined {
  return new RegExp(word, 'i').exec(word)?.[0]
}
`

test('every expression, row, list, predicate and reading function is a rule', () => {
  const found = rulesOf(source, 'coarse').map(({ kind, line }) => `${line} ${kind}`)
  expect(found.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    '10 reading',
    '11 expression',
    '2 list',
    '3 row',
    '3 row',
    '4 expression',
    '4 row',
    '6 predicate',
    '7 expression',
  ])
})

test('finer: each alternative, each word of a list', () => {
  const found = rulesOf(source, 'fine').map(({ kind, excerpt }) => `${kind} ${excerpt}`)
  expect(found).toEqual(['alternative eel', 'alternative cod', "word 'SIPDIS'", "word 'NOFORN'"])
})

test.each([
  ['a|b', ['b', 'a']],
  ['^(?:a|[|]|\\|)$', ['^(?:[|]|\\|)$', '^(?:a|\\|)$', '^(?:a|[|])$']],
  ['x(?<n>a|b(?:c|d))', ['x(?<n>b(?:c|d))', 'x(?<n>a)']],
  ['abc', []],
])('%s without each of its alternatives', (pattern, without) => {
  expect(alternatives(pattern).map((each) => each.without)).toEqual(without)
})
