import { describe, expect, it } from 'vitest'
import { protectionMarks } from '../../src/telegram/protection-mark.ts'
import { processorMs } from '../processor-time.ts'

const marks = [
  'Jane Roe (strictly                                             \n\n\nprotect) said so.',
  'Jane Roe (STRICTLY PROTECT BECAUSE OF HER FAMILY) said so.',
  'A contact, who should be strictly protected, said so.',
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
  'Jane Roe (STRICTLY PROTECT SOURCE) said so.',
  'Jane Roe (protect, please) said so.',
  'Jane Roe (source; please protect) said so.',
  'Jane Roe ( protect ) said so.',
  'Jane Roe (please protect him) said so.',
  'Jane Roe (and please protect her) said so.',
  'A contact (Jane Roe, strictly protect) said so.',
  'A contact (Jane Roe -- protect) said so.',
  'A contact (identity to be protected) said so.',
  'Jane Roe (strictly pro-\ntect) said so.',
  'Jane Roe (strictly protcet) said so.',
  'Jane Roe {protect} said so.',
  'Jane Roe (please strictly protect) said so.',
  'Jane Roe -- protect -- said so.',
  'Jane Roe -- strictly protect -- said so.',
  'Jane Roe, strictly protect, said so.',
  'Jane Roe, please protect, said so.',
  'She agreed to tell no one. Please protect.',
  'She said so today -- protect source.)',
  '4. Protect source.',
  'She said so. Protect identity.',
  'PLEASE PROTECT SOURCE',
  'She said so. Pls protect source.',
  'SBU - please protect source.',
  'The source should be strictly protected.',
  'Please strictly protect the\nidentity of our contact.',
]

const none = [
  'This is sensitive (please protect this cable accordingly).',
  'Sensitive but unclassified; please protect accordingly.',
  'SBU - please protect',
  'This message is sensitive but unclassified (please protect accordingly).',
  'They protect sources of water.',
  'measures (to protect the harbour) were taken',
  'to protect people',
  'They vow to strictly protect sources of income.',
  'They came to protect sources.',
  'It is hard to protect\nidentity papers.',
  'SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT',
  '(SBU - please protect)',
  'This cable is Sensitive But Unclassified. Please protect.',
  'Please protect this message accordingly.',
  'Please protect our embassy from floods.',
  'a (strictly protected species) of owl',
  'laws (which protect names) apply',
  'The Security Protection Group (protectorate)',
  'Protect the harbour.',
  'They must and will protect their names.',
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
    const started = processorMs()
    for (const unit of ['(', '(please ', '( ', 'please protect ', 'protect ']) {
      protectionMarks(unit.repeat(20_000))
    }
    expect(processorMs() - started).toBeLessThan(2_000)
  })
})
