import { describe, expect, test } from 'vitest'
import type { ArchiveFacts } from '../../src/cable/facts.ts'
import { readCable } from '../../src/cable/read.ts'

const plain = '1. The harbour is open.\n\nRoe\n'
const telegram = `P 041010Z MAR 07
FM AMEMBASSY LOME
TO SECSTATE WASHDC 1234
UNCLAS LOME 000077

SIPDIS

SUBJECT: A CRANE

1. (U) No crane moved.
ROE
`

describe('what the archive says beside a text', () => {
  const facts: ArchiveFacts = {
    drafted: '04-Mar-1974 12:00:00 am',
    from: 'Embassy Accra',
    to: ['Department of State'],
    info: ['Embassy Lome'],
    captions: ['Exdis'],
    precedence: 'Immediate',
    status: {
      original: 'SECRET',
      current: 'unclassified',
      declassified: '30 JUN 2005',
      declassifiedBy: 'Jane Doe',
    },
  }

  test('fills the record where the text has no header', () => {
    const { record, evidence } = readCable(plain, facts)
    expect(record).toMatchObject({
      date: '1974-03-04',
      dateFrom: 'draft',
      datePrecision: 'day',
      from: 'Embassy Accra',
      to: [{ name: 'Department of State' }],
      info: [{ name: 'Embassy Lome' }],
      captions: ['EXDIS'],
      precedence: { action: 'IMMEDIATE' },
      status: {
        original: 'S',
        current: 'U',
        declassified: { on: '2005-06-30', by: 'Jane Doe' },
      },
    })
    for (const field of ['/from', '/to', '/info', '/captions', '/precedence', '/status'])
      expect(evidence[field], field).toEqual({ rule: 'archive', spans: [] })
  })

  test('gives way to what the text says, save captions, which are added', () => {
    const { record } = readCable(telegram, facts)
    expect(record).toMatchObject({
      date: '2007-03-04T10:10Z',
      dateFrom: 'dtg',
      from: 'AMEMBASSY LOME',
      to: [{ name: 'SECSTATE WASHDC', mcn: '1234' }],
      captions: ['SIPDIS', 'EXDIS'],
      precedence: { action: 'PRIORITY' },
    })
  })

  test('says itself how much of the text is held', () => {
    expect(readCable(telegram, { textState: 'withdrawn' }).record.text).toBe('withdrawn')
    expect(readCable('', { id: '07LOME77', textState: 'index-only' }).record.text).toBe(
      'index-only',
    )
  })
})
