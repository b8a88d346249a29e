import { expect, test } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { processorMs } from '../processor-time.ts'

/** A cable in which a run of signs may stand anywhere: behind a word, before another. */
const text = `P 300909Z NOV 06
FM AMEMBASSY LOME
TO SECSTATE WASHDC PRIORITY 0777
S E C R E T LOME 000219

E.O. 12958: DECL: 11/29/2026
TAGS: PREL, PINR
SUBJECT: THE STORE

REF: A. 04 LOME 71 B. STATE 1

Classified By: Charge Rufus Doe for reasons 1.4 (b), (c).

1. (S) SUMMARY: One thing is sure. END SUMMARY.

2. (C) Text goes on.

DOE
`
const places = ['TAGS: PREL', 'SUBJECT: THE', 'LOME 71', 'Rufus', 'One', 'Text', '\nDOE']
const signs = [' ', '.', ',', '-', '/', '(', ')', ';', '\t', '1', 'A', '"']

/** Quadratic reading of a run this long takes many seconds, linear reading some milliseconds. */
const runLength = 120_000
const timeMsMax = 4_000

test.each(places)('a long run of any sign behind “%s” costs no more than its length', (place) => {
  const at = text.indexOf(place) + place.length
  for (const sign of signs) {
    const long = `${text.slice(0, at)}${sign.repeat(runLength)}x${text.slice(at)}`
    const before = processorMs()
    readCable(long)
    expect(processorMs() - before, sign).toBeLessThan(timeMsMax)
  }
})

test('a long tag that an archive lists costs no more than its length', () => {
  const before = processorMs()
  readCable(text, { id: '06LOME219', tags: ['A'.repeat(runLength)] })
  expect(processorMs() - before).toBeLessThan(timeMsMax)
})
