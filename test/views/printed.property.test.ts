import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typable, visible } from '../../src/views/printed.ts'

const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}|\p{M}{9}/u

describe('text on a page', () => {
  test.each([
    ['plain text stays', 'plain text stays'],
    ['Żółć, Đặng, 東京, שלום', 'Żółć, Đặng, 東京, שלום'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u202eb', 'a[U+202E]b'],
    ['\ud800', '[U+D800]'],
    ['\u{e0041}', '[U+E0041]'],
    [`e${'\u0301'.repeat(10)}`, `e${'\u0301'.repeat(8)}[2 more marks]`],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('holds nothing invisible, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(visible(text)).not.toMatch(unsafe)
        expect(typable(text)).not.toMatch(unsafe)
        expect(visible(text).isWellFormed()).toBe(true)
      }),
    )
  })

  test('stays as it is once it is visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        expect(visible(visible(text))).toBe(visible(text))
      }),
    )
  })
})
