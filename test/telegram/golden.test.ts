import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ParseOptions } from '../../src/telegram/parse.ts'
import { parse } from '../../src/telegram/parse.ts'
import { print } from '../../src/telegram/print.ts'
import { factsOf } from './facts.ts'

/**
 * `golden/*.txt` holds an invented telegram or a piece of one. `expect` in the `.json` beside it is
 * written by hand and never refreshed; `all` is everything the tree says, and `UPDATE=1` rewrites it.
 */
interface Golden {
  readonly what: string
  readonly options?: ParseOptions
  readonly expect: Record<string, unknown>
  readonly all?: Record<string, unknown>
}

const folder = new URL('./golden/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

test('there is a golden file for each construct', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
})

for (const name of names) {
  const file = new URL(`${name}.json`, folder)
  const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden
  test(`${name}: ${golden.what}`, () => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    const tree = parse(text, golden.options)
    const facts = JSON.parse(JSON.stringify(factsOf(tree))) as Record<string, unknown>
    expect(print(tree)).toBe(text)
    for (const [key, value] of Object.entries(golden.expect))
      expect([key, facts[key]]).toEqual([key, value])
    if (process.env.UPDATE === '1')
      writeFileSync(file, `${JSON.stringify({ ...golden, all: facts }, undefined, 2)}\n`)
    else expect(facts).toEqual(golden.all)
  })
}
