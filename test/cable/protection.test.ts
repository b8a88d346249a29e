import { describe, expect, it } from 'vitest'
import { protectionMarks } from '../../src/cable/protection.ts'

const marks = [
  'Jane Roe (protect) said so.',
  'Jane Roe (strictly protect) said so.',
  'Jane Roe (STRICTLY PROTECT) said so.',
  'Jane Roe (please protect) said so.',
  'Jane Roe (protect source) said so.',
  'Jane Roe (please protect source) said so.',
  'Jane Roe (strictly\nprotect) said so.',
  'Jane Roe (protect strictly) said so.',
  'Jane Roe (strictly protect throughout) said so.',
  'Jane Roe [protect] said so.',
  'XXXXXXXXXXXX (strictly protect) said so.',
  'Jane Roe <_protect> said so.',
  'She said so. Please protect source.',
  'She said so. PLEASE PROTECT THE IDENTITY of our contact.',
  'She said so. Please strictly protect.',
  'She said so. Protect source and limit the use of it.',
]

const none = [
  'Sensitive but unclassified; please protect accordingly.',
  'SBU - please protect',
  'This message is sensitive but unclassified (please protect accordingly).',
  'They protect sources of water.',
  'measures (to protect the harbour) were taken',
  'to protect people',
  '',
]

describe('a source-protection mark', () => {
  it.each(marks)('%s', (text) => {
    expect(protectionMarks(text)).toHaveLength(1)
  })

  it.each(none)('is not: %s', (text) => {
    expect(protectionMarks(text)).toEqual([])
  })

  it('has a place', () => {
    const text = 'Roe (strictly protect) and Doe (protect).'
    const found = protectionMarks(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '(strictly protect)',
      '(protect)',
    ])
  })

  it('is found in linear time', () => {
    const started = performance.now()
    for (const unit of ['(', '(please ', '( ', 'please protect ', 'protect ']) {
      protectionMarks(unit.repeat(200_000))
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
