import { expect, test } from 'vitest'
import { goldenPairs } from './golden.ts'

const pairs = [...goldenPairs('telegram'), ...goldenPairs('cable')]

test('there is a golden pair for each behaviour: there are many', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(150)
})

test('no golden pair repeats the text and the facts of another', () => {
  const seen = new Map<string, string>()
  for (const { kind, name, text, golden } of pairs) {
    const key = JSON.stringify([kind, text, golden.options, golden.facts])
    expect(seen.get(key), name).toBeUndefined()
    seen.set(key, name)
  }
})
