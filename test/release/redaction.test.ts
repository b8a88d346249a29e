import { expect, it } from 'vitest'
import { countRedactions } from '../../src/release/redaction.ts'

const counts: [string, number][] = [
  ['', 0],
  ['XXXXXXXXXXXX said', 1],
  ['XXXXXXXXXXXX and XXXX said', 2],
  ['ХХХХХХ said, XХXХ replied', 2], // Cyrillic, and both
  ['xxxxxxxx of XXXXXXXXXXXX’s office', 2],
  ['Part XXX of the series, XXIII', 0],
  ['the [...] harbour [ . . . ] freezes [\u2026]', 3],
  ['[ ] ( ) [a] (U)', 0],
  ['[name withheld] [3 lines EXCISED] [Text Removed]', 3],
  ['(name redacted) (text removed)', 2],
  ['the minister (who was removed from office in May) smiled', 0],
  ['\u2588\u2588\u2588\u2588 said \u25a0\u25a0\u25a0', 2],
  ['the \u2588 said, \u2593\u2593 replied; \u25a0 first, \u25a0 second', 2],
  ['ΧΧΧΧ, ＸＸＸＸ and \u00d7\u00d7\u00d7\u00d7\u00d7', 3], // Greek, full width, the sign
  ['xxx said, and xxx’s wife', 2],
  ['X X X X X said', 1],
  ['PLAN X AND PLAN X', 0],
  ['XXXXXXXXXXXX\n    XXXXXXXX said', 1], // one mask over a line end, or a name of two words
  ['XXXXXXXXXXXX, XXXXXXXXXXXX and XXXXXXXXXXXX', 3],
  ['Mr. ____ said, Mrs. ***** denied', 2],
  ['________________________________\n\n*****************\n', 0], // rules
  ['[NAME REMOVED] [name] <Name> [source protected] [      ]', 5],
  ['[text not declassified] [less than 1 line not declassified]', 2],
  ['(b)(1) and (b)(7)(C), b(6)', 3],
  ['for reasons 1.4 (b) and (d); paragraph 1 (b)', 0],
  ['{names blacked out} <redacted> REDACTED', 3],
  ['he was excised, she was not', 0],
  ['(...) he said ... nothing', 1],
]

for (const [text, marks] of counts) {
  it(`counts ${marks} marks in "${text}"`, () => {
    expect(countRedactions(text).marks).toBe(marks)
  })
}

it('counts what a copy holds twice once', () => {
  const text = 'XXXXXXXXXXXX said. XXXXXXXXXXXX said.'
  expect(countRedactions(text, [{ start: 19, end: text.length }]).marks).toBe(1)
})

it('counts dots between blanks apart', () => {
  const found = countRedactions('Mr. ... said \u2026 nothing. And so on...')
  expect(found).toEqual({ marks: 0, characters: 0, ellipses: 2 })
})

it('gives a text wrapped otherwise the same count', () => {
  const text = 'XXXXXXXXXXXX said that XXXXXXXX XXXXXXXX and [name withheld] met Mr. ____ there.'
  for (const width of [14, 24, 33, 80]) {
    const wrapped = text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
    const { marks } = countRedactions(wrapped.replace(/\[name\n/, '[name '))
    expect([width, marks]).toEqual([width, 4])
  }
})

it('counts the characters, so that the longer mark of two is known', () => {
  expect(countRedactions('XXXXXXXX').characters).toBeGreaterThan(countRedactions('XXXX').characters)
})

it('is linear: hostile texts of a million characters are counted', () => {
  for (const piece of [
    'X',
    '[',
    '[ ',
    '[ .',
    '(names ',
    '[redacted ',
    '\u2588 ',
    'X ',
    '_',
    '_ ',
    '*a',
    '... ',
    '(b) ',
  ]) {
    expect(countRedactions(piece.repeat(1_000_000 / piece.length)).marks).toBeLessThan(1_000_001)
  }
})
