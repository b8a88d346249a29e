import { expect, test } from 'vitest'
import { readCable } from '../../src/cable/read.ts'

/** A post that no list holds is taken at the word of the cable that names it. */
const telegram = (ref: string): string =>
  `P 141530Z MAR 94
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC PRIORITY 0141
INFO AMEMBASSY PORT MERLE
C O N F I D E N T I A L STRELSAU 000152

E.O. 12356: DECL: OADR
TAGS: PREL
SUBJECT: PAINT

REF: ${ref}

1. (C) Paint.
ROE
`

const ids = (ref: string): (string | undefined)[] =>
  readCable(telegram(ref)).record.references.map(({ id }) => id)

test('the number on the classification line is the id, whatever the post', () => {
  const { record } = readCable(telegram('NONE'))
  expect([record.id, record.post, record.serial]).toEqual(['94STRELSAU152', 'STRELSAU', 152])
})

test.each([
  ['STRELSAU 90', ['94STRELSAU90']],
  ['PORT MERLE 12 AND 14', ['94PORTMERLE12', '94PORTMERLE14']],
  ['A. 93 ORDABAZ 17 B. 92 STATE 199', ['93ORDABAZ17', '92STATE199']],
  ['STRELSAU 90, 93 PORT MERLE 19', ['94STRELSAU90', '93PORTMERLE19']],
])('%s', (ref, expected) => {
  expect(ids(ref)).toEqual(expected)
})

test.each(['ORDABAZ 17', '93 ANNEX 4', '12 MARCH 7', 'RESOLUTION 1540'])(
  '%s is no cable: nothing says that it is a post',
  (ref) => {
    expect(ids(ref)).toEqual([undefined])
  },
)

test('a damaged spelling of a listed post is repaired, not taken for a new one', () => {
  expect(ids('93 REYKJQVIK 17')).toEqual(['93REYKJAVIK17'])
})

test('an id of the archive is kept as it is, and is no damaged one', () => {
  const { record } = readCable(telegram('NONE'), { id: '94STRELSAU152' })
  expect(record.id).toBe('94STRELSAU152')
  expect(record.diagnostics.map(({ code }) => code)).not.toContain('ID_REPAIRED')
})
