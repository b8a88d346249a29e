import { describe, expect, it } from 'vitest'
import { coveredFacts } from '../../src/release/covered-facts.ts'
import { comparedWordsMax, maskedWords, uncoveredBy } from '../../src/release/uncovered.ts'

function shownWords(text: string, other: string): readonly string[] | undefined {
  const found = uncoveredBy(maskedWords(text), maskedWords(other))
  return found?.map(({ start, end }) => text.slice(start, end))
}

describe('the words that another text masks', () => {
  it.each([
    ['Doe met XXXX there', 'XXXX met Roe there', ['Doe']],
    [
      'Jane Doe met Richard Roe there',
      '[NAME REMOVED] met ████ there',
      ['Jane Doe', 'Richard Roe'],
    ],
    // Neither mask says where the other stands.
    ['XXXX Doe said so', 'Roe XXXX said so', ['Doe']],
    // The same masks, of whatever kind and wrapped anyhow.
    ['Doe met XXXXXXXX\nthere', 'DOE MET (b)(6) THERE', []],
    ['Doe met XXXX there', 'Doe met Roe there', []],
    // A part shows nothing of what it does not hold.
    ['2. The crane stands.', '1. XXXX drove it.\n2. The crane stands.', []],
    // Words that name nobody.
    ['XXXX of the XXXX', 'XXXX with the XXXX', []],
  ])('of %j beside %j', (text, other, words) => {
    expect(shownWords(text, other)).toEqual(words)
  })

  it('cannot be told where texts differ in too much or are too long', () => {
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, n) => `w${from + n}`).join(' ')
    expect(shownWords(words(0, 4000), `${words(4000, 8000)} XXXX`)).toBeUndefined()
    expect(shownWords('a', `XXXX ${words(0, comparedWordsMax)}`)).toBeUndefined()
  })
})

describe('what an archive says beside a masked text', () => {
  const text = 'TAGS: PREL, XXXXXXXX\nSUBJECT: WHAT XXXXXXXX SAW\nOF IT\n\n1. (C) It rained.\n'

  it('is not public where it tells the masked words', () => {
    const facts = { id: '07LOME9', title: 'WHAT DOE SAW OF IT', tags: ['PREL', 'DOE, JANE'] }
    expect(coveredFacts(facts, () => text)).toEqual({ id: '07LOME9' })
  })

  it.each([
    [{ title: 'WHAT XXXXXXXXXXXX SAW OF IT', tags: ['PREL'] }, text],
    [{ title: 'WHAT DOE SAW' }, 'SUBJECT: WHAT DOE SAW\n\n1. XXXX said so.\n'],
    [{ title: 'Telegram From the Embassy in Togo' }, '[2 lines not declassified]'],
  ])('is public otherwise: %j', (facts, words) => {
    expect(coveredFacts(facts, () => words)).toEqual(facts)
  })
})
