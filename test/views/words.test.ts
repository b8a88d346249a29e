import { describe, expect, test } from 'vitest'
import { addresseeInWords } from '../../src/views/addressee.ts'
import { annotate } from '../../src/views/annotation.ts'
import { counted, grouped } from '../../src/views/count.ts'
import { dayInWords, timeInWords } from '../../src/views/day.ts'
import { linesOf } from '../../src/views/transmission.tsx'
import { processorMs } from '../processor-time.ts'

describe('numbers and days in words', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [251_287, '251,287'],
    [1_421_070, '1,421,070'],
  ])('%d', (count, words) => {
    expect(grouped(count)).toBe(words)
  })

  test('one is one', () => {
    expect([counted(1, 'cable'), counted(2, 'cable'), counted(0, 'cable')]).toEqual([
      '1 cable',
      '2 cables',
      '0 cables',
    ])
  })

  test.each([
    ['2005-05-19T09:59Z', '19 May 2005', '19 May 2005, 09:59 UTC'],
    ['2005-05-09', '9 May 2005', '9 May 2005'],
    ['2005-09', 'September 2005', 'September 2005'],
    ['2005', '2005', '2005'],
    ['some day', 'some day', 'some day'],
  ])('%s', (iso, day, time) => {
    expect(dayInWords(iso)).toBe(day)
    expect(timeInWords(iso)).toBe(time)
  })

  test.each([
    ['AMEMBASSY HO CHI MINH', 'Embassy Ho Chi Minh'],
    ['SECSTATE WASHDC', 'Secretary of State'],
    ['EUROPEAN POLITICAL COLLECTIVE', 'EUROPEAN POLITICAL COLLECTIVE'],
    ['constructor', 'constructor'],
  ])('%s', (name, words) => {
    expect(addresseeInWords(name)).toBe(words)
  })
})

describe('a telegram taken apart', () => {
  const text = `VZCZCXRO0042
PP RUEHFL RUEHNY
DE RUEHRK #0123/01 0731530
ZNY CCCCC ZZH
P R 141530Z MAR 07
FM AMEMBASSY REYKJAVIK
TO RUEHC/SECSTATE WASHDC PRIORITY 9999
INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE
RUEHNY/AMEMBASSY OSLO 0001
C O N F I D E N T I A L SECTION 01 OF 02 REYKJAVIK 000123

SIPDIS

DEPT FOR EUR/NB (RROE)

E.O. 12958: DECL: 03/14/2017
TAGS: PREL EFIS IC NO (DOE, JANE)
SUBJECT: (U) MACKEREL TALKS: A QUIET
FIRST ROUND

REF: A. OSLO 88
     B. 06 REYKJAVIK 431

Classified By: DCM Jane Doe for reasons 1.4 (b
and d).

1. (C) SUMMARY: The talks opened without
agreement on quotas. END SUMMARY.

2. (SBU) A second round is planned for May.
VAN EXAMPLE
`

  test('has its parts named in order, with their own lines', () => {
    const parts = annotate(text)
    expect(parts.map(({ name }) => name)).toEqual([
      'Transmission',
      'Speed and time',
      'From',
      'To',
      'Info',
      'Classification and number',
      'Captions',
      'Attention',
      'Executive order',
      'Tags',
      'Subject',
      'References',
      'Classified by',
      'First paragraph',
      'And so on',
      'Signature',
    ])
    const lines = new Map(parts.map((part) => [part.name, part.lines]))
    expect(lines.get('Info')).toHaveLength(2)
    expect(lines.get('Subject')).toEqual(['SUBJECT: (U) MACKEREL TALKS: A QUIET', 'FIRST ROUND'])
    expect(lines.get('Signature')).toEqual(['VAN EXAMPLE'])
  })

  test('of any text is something, in linear time', () => {
    for (const odd of [
      '',
      '\n\n',
      'no telegram at all',
      ' '.repeat(200_000),
      'TO '.repeat(90_000),
    ]) {
      const start = processorMs()
      expect(Array.isArray(annotate(odd))).toBe(true)
      expect(processorMs() - start).toBeLessThan(2_000)
    }
  })
})

test('lines are counted as diagnostics count them', () => {
  expect(linesOf('a\nb\r\nc\rd\u2028e\n')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(linesOf('')).toEqual([''])
})
