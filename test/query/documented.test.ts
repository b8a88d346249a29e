import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clausesMax, depthMax, pageHitsMax, questionLengthMax } from '../../src/query/limits.ts'
import { parseQuestion } from '../../src/query/parse-question.ts'
import { searchTimeMsMax } from '../../src/search/limits.ts'
import { tokenBytesMax } from '../../src/words/token.ts'

const page = readFileSync(new URL('../../docs/query.md', import.meta.url), 'utf8')

describe('docs/query.md', () => {
  const table = page.split('## What can be written')[1]?.split('\n\n`-` stands')[0] ?? ''
  const written = table
    .split('\n')
    .flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? ''),
    )
  const examples = (page.split('### Examples')[1]?.split('## Words')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    '))

  it('shows the whole language', () => {
    expect(written.length).toBeGreaterThan(25)
    expect(examples.length).toBeGreaterThan(3)
  })

  it.each([...written, ...examples])('%s is understood as it stands', (text) => {
    expect(parseQuestion(text).notes).toEqual([])
  })

  it.each([
    ['length of a question', questionLengthMax],
    ['words and filters', clausesMax],
    ['brackets within brackets', depthMax],
    ['hits on a page', pageHitsMax],
    ['time for a question', searchTimeMsMax],
    ['length of a word', tokenBytesMax],
  ])('names the limit of the %s', (name, value) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? ''
    expect(row.replaceAll(',', '')).toContain(`| ${value}`)
  })
})
