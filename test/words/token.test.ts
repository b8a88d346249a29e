import { describe, expect, it } from 'vitest'
import { foldedLetter } from '../../src/words/letter.ts'
import { unicodeVersion } from '../../src/words/letter-table.ts'
import { tokenBytesMax, tokenize } from '../../src/words/token.ts'
import { letterTable } from '../../tools/generate-letters.ts'
import { processorMs } from '../processor-time.ts'

const words = (text: string) => tokenize(text).map(({ token }) => token)

describe('tokenize', () => {
  it.each([
    ['', ''],
    ['Khrushchev’s', 'khrushchev s'],
    ["O'Brien", 'o brien'],
    ['U.S.', 'u s'],
    ['1,000', '1 000'],
    ['co-operate', 'co operate'],
    ['S/NF', 's nf'],
    ['08HANOI905', '08hanoi905'],
    ['Łódź', 'lodz'],
    ['Đà Nẵng', 'da nang'],
    ['TRƯỜNG SA', 'truong sa'],
    ['Straße STRASSE', 'strasse strasse'],
    ['Æsop œuvre Þór', 'aesop oeuvre thor'],
    ['İstanbul ISPARTA ısı', 'istanbul isparta isi'],
    ['e\u0301tat état', 'etat etat'],
    ['Å \u212b Å', 'a a a'],
    ['ﬁnal ﬂoor', 'final floor'],
    ['ＡＢ１２', 'ab12'],
    ['ΣΊΣΥΦΟΣ Σίσυφος', 'σισυφοσ σισυφοσ'],
    ['Москва Йод', 'москва иод'],
    ['서울', '서울'.normalize('NFD')],
    ['Saʿud Saʻud', 'sa ud sa ud'],
    ['x\u00adyz', 'x yz'],
    ['a_b', 'a b'],
    ['½ ² Ⅳ', ''],
    ['a\ud800b\udc00', 'a b'],
    ['𝒳 𐐀', '𝒳 𐐨'],
    ['\u0301\u0301', ''],
    ['x\u0301', 'x'],
  ])('%s → %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  it('gives the place in the original text, with the marks of the last letter', () => {
    const text = '¿Đa\u0323\u0301, nang?'
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Đa\u0323\u0301',
      'nang',
    ])
  })

  it.each([
    ['a'.repeat(300), 255],
    ['é'.repeat(300), 255],
    ['ж'.repeat(300), 254],
    ['한'.repeat(300), 255],
    ['𝒳'.repeat(300), 252],
  ])('keeps at most 255 bytes, whole letters', (text, bytes) => {
    const [token, ...others] = tokenize(text)
    expect(others).toEqual([])
    expect(new TextEncoder().encode(token?.token).length).toBe(bytes)
    expect(bytes).toBeLessThanOrEqual(tokenBytesMax)
    expect(token?.end).toBe(text.length)
  })

  it('takes time in proportion to the text, however hostile', () => {
    for (const part of ['a', 'é', '\u0301', '’', 'ab’', '\ud800', 'a\u0301-']) {
      const time = (count: number) => {
        const text = part.repeat(count)
        const started = processorMs()
        tokenize(text)
        return processorMs() - started
      }
      time(200_000)
      expect(time(400_000)).toBeLessThan(20 * Math.max(time(100_000), 5))
    }
  })
})

describe('the letter table', () => {
  it.runIf(process.versions.unicode === unicodeVersion)(
    'is what the generator writes under the same version of Unicode',
    async () => {
      const { readFileSync } = await import('node:fs')
      const table = new URL('../../src/words/letter-table.ts', import.meta.url)
      expect(readFileSync(table, 'utf8')).toBe(letterTable())
    },
  )

  it.runIf(process.versions.unicode === unicodeVersion)(
    'agrees with the decomposition and the lower case of the runtime on every usual letter',
    () => {
      const odd: string[] = []
      for (let codePoint = 0; codePoint < 0x11_0000; codePoint++) {
        if (codePoint >= 0xd800 && codePoint < 0xe000) continue
        const letter = String.fromCodePoint(codePoint)
        const plain = letter
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .replace(/\p{M}/gu, '')
        const isWord = /^[\p{L}\p{Nd}]+$/u.test(plain)
        const folded = foldedLetter(codePoint)
        if (folded !== (isWord ? plain : /\p{M}/u.test(letter) ? '' : undefined)) odd.push(letter)
      }
      // The committed plain spellings, full-width letters, ligatures and the apostrophes.
      expect(odd.join('')).toMatchInlineSnapshot(
        `"ÆÐØÞßæðøþĐđĦħıĲĳĸĿŀŁłŉŊŋŒœŦŧſƀƁƉƊƗƘƙƵƶǢǣǼǽǾǿɃɓɖɗɨʹʺʻʼʽʾʿʹςẛẞﬀﬁﬂﬃﬄﬅﬆ０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"`,
      )
    },
  )

  it('folds what is folded already to itself', () => {
    for (let codePoint = 0; codePoint < 0x3_0000; codePoint++) {
      for (const letter of foldedLetter(codePoint) ?? '') {
        expect(foldedLetter(letter.codePointAt(0) ?? 0)).toBe(letter)
      }
    }
  })
})
