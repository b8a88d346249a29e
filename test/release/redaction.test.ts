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
]

for (const [text, marks] of counts) {
  it(`counts ${marks} marks in "${text}"`, () => {
    expect(countRedactions(text).marks).toBe(marks)
  })
}

it('counts the characters, so that the longer mark of two is known', () => {
  expect(countRedactions('XXXXXXXX').characters).toBeGreaterThan(countRedactions('XXXX').characters)
})

it('is linear: hostile texts of a million characters are counted', () => {
  for (const piece of ['X', '[', '[ ', '[ .', '(names ', '[redacted ', '\u2588 ']) {
    expect(countRedactions(piece.repeat(1_000_000 / piece.length)).marks).toBeLessThan(1_000_001)
  }
})
