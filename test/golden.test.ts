import { expect, test } from 'vitest'
import { goldenPairs } from './golden.ts'
import sections from './specification.json' with { type: 'json' }

const pairs = [...goldenPairs('telegram'), ...goldenPairs('cable')]
const known = new Set(sections.map(([number]) => number))

/** `2.13`, `1.7 P3` (a family of foreign prefaces), `wild 7` (of the second document). */
const section = /^(?:((?:wild )?\d+(?:\.\d+)?)|(1\.7) P[1-7])$/

const keys = [
  'what',
  'spec',
  'options',
  'facts',
  'expect',
  'aliases',
  'codes',
  'has',
  'lacks',
  'all',
]

test.each(pairs.map((pair) => [`${pair.kind}/golden/${pair.name}`, pair] as const))(
  '%s says what it shows, which section asks for it, and what is expected',
  (_name, { golden }) => {
    expect(golden.what).toMatch(/\S{2}/)
    expect(golden.spec ?? '').not.toBe('')
    for (const item of golden.spec.split(', ')) {
      const [, plain, family] = section.exec(item) ?? []
      expect(known, `“${item}”: such as 2.13, 1.7 P3, wild 7`).toContain(plain ?? family)
    }
    expect(Object.keys(golden.expect)).not.toEqual([])
    expect(keys).toEqual(expect.arrayContaining(Object.keys(golden)))
  },
)

test('no golden pair repeats the text and the facts of another', () => {
  const seen = new Map<string, string>()
  for (const { kind, name, text, golden } of pairs) {
    const key = JSON.stringify([kind, text, golden.options, golden.facts])
    expect(seen.get(key), name).toBeUndefined()
    seen.set(key, name)
  }
})
