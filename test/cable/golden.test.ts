import { expect, test } from 'vitest'
import { flaws, goldenPairs } from '../golden.ts'
import { differences } from '../verdict.ts'

test.each(goldenPairs('cable').map((pair) => [pair.name, pair.golden.what, pair] as const))(
  '%s: %s',
  (_name, _what, { golden, text }) => {
    expect(flaws(golden)).toEqual([])
    expect(differences('cable', golden, text)).toEqual([])
  },
)
