import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { flaws, goldenPairs } from '../golden.ts'
import { differences, treeFacts } from '../verdict.ts'

test.each(goldenPairs('telegram').map((pair) => [pair.name, pair.golden.what, pair] as const))(
  '%s: %s',
  (_name, _what, { file, golden, text }) => {
    expect(flaws(golden)).toEqual([])
    expect(differences('telegram', golden, text)).toEqual([])
    const all = treeFacts(parse(text, golden.options))
    if (process.env.UPDATE === '1')
      writeFileSync(file, `${JSON.stringify({ ...golden, all }, undefined, 2)}\n`)
    else expect(all).toEqual(golden.all)
  },
)
