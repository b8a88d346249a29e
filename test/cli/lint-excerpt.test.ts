import { expect, it } from 'vitest'
import { excerptOf } from '../../src/cli/lint-excerpt.ts'

const at = (text: string, offset: number) => {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset }
}
const excerpt = (text: string, start: number, end: number) =>
  excerptOf(text, at(text, start), at(text, end))

it('shows the line and marks the span', () => {
  expect(excerpt('one\ntwo words\nthree', 8, 13)).toBe(
    ['     2 | two words', '       |     ^^^^^'].join('\n'),
  )
})

it('marks at least one place, at the end of a text as well', () => {
  expect(excerpt('', 0, 0)).toBe('     1 | \n       | ^')
  expect(excerpt('word', 4, 4)).toBe('     1 | word\n       |     ^')
})

it('marks only the first line of a longer span and says that it goes on', () => {
  expect(excerpt('a line\nand more', 2, 10)).toBe('     1 | a line\n       |   ^^^^ …')
})

it('cuts a long line around the place', () => {
  const text = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`
  const [line = '', carets = ''] = excerpt(text, 500, 504).split('\n')
  expect(line.length).toBeLessThan(130)
  expect(line.indexOf('HERE')).toBe(carets.indexOf('^^^^'))
})

it('shows what could move the cursor as it is written', () => {
  const [line = '', carets = ''] = excerpt('a\u001b[2Jb\tc', 5, 6).split('\n')
  expect(line).toBe('     1 | a\\x1b[2Jb c')
  expect(line.indexOf('b c')).toBe(carets.indexOf('^'))
})
