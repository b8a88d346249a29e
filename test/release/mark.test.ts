import { describe, expect, it } from 'vitest'
import type { Decisions } from '../../src/cable/holding.ts'
import { readCable } from '../../src/cable/read.ts'
import { marksOf, openMarks, waiverKey } from '../../src/release/mark.ts'
import { cableText } from '../press/memory-vault.ts'

const text = cableText('05OSLO7', 'Jane Doe (strictly protect) smiled.')
const { record } = readCable(text, { id: '05OSLO7' })
const subject = { id: '05OSLO7', sha256: 'ab'.repeat(32) }

function waiving(...marks: readonly string[]): Decisions {
  return {
    policies: {},
    withheld: new Set(),
    chosen: new Map(),
    waived: new Map([['05OSLO7', new Set(marks)]]),
  }
}

describe('marks of a text', () => {
  it('are named by where they stand, each once, in the order of the text', () => {
    const marks = marksOf(record)
    const first = text.indexOf('(strictly protect)')
    const last = text.lastIndexOf('(strictly protect)')
    expect(
      marks.map(({ kind, span, paragraph }) => ({ kind, at: span?.start, paragraph })),
    ).toEqual([
      { kind: 'protection', at: first, paragraph: 1 },
      { kind: 'protection', at: last, paragraph: 2 },
    ])
    expect(new Set(marks.map(({ key }) => key)).size).toBe(2)
  })

  it('stand in titles of an archive too', () => {
    const title = 'A TALK WITH JANE DOE (PLEASE PROTECT)'
    const titled = readCable(cableText('05OSLO7', 'It rained.'), { id: '05OSLO7', title })
    expect(marksOf(titled.record)).toEqual([
      {
        kind: 'protection',
        key: 'protection:(PLEASE PROTECT)',
        printed: '(PLEASE PROTECT)',
        part: 'title',
      },
    ])
  })

  it('another cable behind this one is one, and so is a text that is another cable whole', () => {
    const two = `${cableText('05OSLO7', 'It rained.')}
70002
2005-03-05 09:10:00
05BERN12
Embassy Bern
SECRET

S E C R E T BERN 000012

SUBJECT: CHEESE

1. (S) The cheese was round.
`
    const behind = marksOf(readCable(two, { id: '05OSLO7' }).record)
    expect(behind.map(({ kind }) => kind)).toEqual(['otherCable'])
    expect(behind[0]?.printed).toContain('BERN')
    const wrong = marksOf(readCable(cableText('05OSLO7', 'x'), { id: '05BERN12' }).record)
    expect(wrong.map(({ kind }) => kind)).toEqual(['otherCable'])
  })

  it('none in a text that asks for nothing', () => {
    expect(
      marksOf(readCable(cableText('05OSLO7', 'It rained.'), { id: '05OSLO7' }).record),
    ).toEqual([])
  })
})

describe('a waiver', () => {
  const [first = '', second = ''] = marksOf(record).map(({ key }) => waiverKey(subject.sha256, key))

  it('holds for its own mark', () => {
    expect(openMarks(subject, marksOf(record), waiving())).toHaveLength(2)
    expect(
      openMarks(subject, marksOf(record), waiving(first)).map(({ paragraph }) => paragraph),
    ).toEqual([2])
    expect(openMarks(subject, marksOf(record), waiving(first, second))).toEqual([])
  })

  it('does not hold for another text of the cable, nor for the same text of another cable', () => {
    const both = waiving(first, second)
    expect(openMarks({ ...subject, sha256: 'cd'.repeat(32) }, marksOf(record), both)).toHaveLength(
      2,
    )
    expect(openMarks({ ...subject, id: '05OSLO8' }, marksOf(record), both)).toHaveLength(2)
  })
})
