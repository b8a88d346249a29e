import { expect, it } from 'vitest'
import { repairMojibake } from '../../src/sources/mojibake.ts'
import { readBytes } from '../../src/sources/read-bytes.ts'

const twice = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return new TextDecoder('windows-1252').decode(bytes)
}

it.each(['Charg’ d’Affaires', '¶4. (C) “So,” he said – and left…', 'São Tomé', 'a 😀 b', '→'])(
  'puts %s right',
  (text) => {
    expect(repairMojibake(twice(text)).text).toBe(text)
    expect(repairMojibake(twice(text)).repaired).toBeGreaterThan(0)
  },
)

it.each(['São Tomé and Príncipe', 'plain', 'XXXX \u0425\u0425\u0425', 'Ã', 'É» É» É É É É'])(
  'leaves %s as it is',
  (text) => {
    expect(repairMojibake(text)).toEqual({ text, repaired: 0 })
  },
)

it('is said of the cable', () => {
  const text = 'UNCLAS LOME 000077\n\nSUBJECT: EELS\n\n1. The minister’s eels.\nROE\n'
  const { item } = readBytes(new TextEncoder().encode(twice(text)), {
    file: 'eels.txt',
    locator: 'eels.txt',
  })
  expect(item?.text).toBe(text)
  expect(item?.facts.repairedCharacters).toBe(1)
})
