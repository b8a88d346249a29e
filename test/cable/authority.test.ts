import { describe, expect, it } from 'vitest'
import { readAuthority } from '../../src/cable/authority.ts'
import { processorMs } from '../processor-time.ts'

/** Text → `names | title | section letters`. */
const texts: readonly (readonly [string, string])[] = [
  [
    "Charge d'Affaires, a.i., John Roe per 1.4 (b), (d)",
    "John Roe | Charge d'Affaires, a.i. | 1.4 bd",
  ],
  ['Pol Counselor Jane Roe for Reasons 1.4 (B and D)', 'Jane Roe | Pol Counselor | 1.4 bd'],
  ['DCM Jane Doe for reasons 1.4 (b and d).', 'Jane Doe | DCM | 1.4 bd'],
  ['Ambassador Jane Roe for reasons 1.4 (b) and (d).', 'Jane Roe | Ambassador | 1.4 bd'],
  ['Jane Roe, Charge, Embassy Lome, State. REASON: 1.4 (b), (d)', 'Jane Roe | Charge | 1.4 bd'],
  ['CLASSIFIED BY POLOFF JANE ROE, REASON 1.5 (D)', 'JANE ROE | POLOFF | 1.5 d'],
  ['Classified by DCM Jane Roe for reasons 1.4 (B/D)', 'Jane Roe | DCM | 1.4 bd'],
  ['Clasified by DCM Jane Roe, 1.4 (d)', 'Jane Roe | DCM | 1.4 d'],
  ['(U) Classified by Ambassador Jane Roe, 1.4 (b,d)', 'Jane Roe | Ambassador | 1.4 bd'],
  ['DCM Jane Q. Roe, E.O. 12958, reasons 1.4 b and d', 'Jane Q. Roe | DCM | 1.4 bd'],
  ['A/DCM JANE ROE. REASON: 1.4 (B AND D)', 'JANE ROE | A/DCM | 1.4 bd'],
  ['Jane Roe, DCM, for reasons 1.4 (b,d)', 'Jane Roe | DCM | 1.4 bd'],
  [
    'Acting Deputy Assistant Secretary for African Affairs Jane Roe, reasons 1.4 (b) (d)',
    'Jane Roe | Acting Deputy Assistant Secretary for African Affairs | 1.4 bd',
  ],
  [
    'Ambassador Jane Doe and DCM Richard Roe for reasons 1.4 b, d',
    'Jane Doe + Richard Roe | Ambassador and DCM | 1.4 bd',
  ],
  [
    'Political and Economic Counselor Jane Roe, reason 1.4 (b+d)',
    'Jane Roe | Political and Economic Counselor | 1.4 bd',
  ],
  ['JROE, reason 1.4 (d)', 'JROE |  | 1.4 d'],
  [
    'Charge d,Affaires a.i. Jane Roe for reas ons 1.4 (b) and (d)',
    "Jane Roe | Charge d'Affaires a.i. | 1.4 bd",
  ],
  ['AF/C - Jane Roe; reasons 1.4(b)(d)', 'Jane Roe | AF/C | 1.4 bd'],
  [
    'Political Officer John Doe, Jr. for reasons 1.5.D',
    'John Doe, Jr. | Political Officer | 1.5 d',
  ],
  [
    'Ambassador John Q. Roe III, for reasons 1.4 (b) and (d)',
    'John Q. Roe III | Ambassador | 1.4 bd',
  ],
  ['AIT Director Jane de la Roe, Reason(s): 1.4 (B/D)', 'Jane de la Roe | AIT Director | 1.4 bd'],
  ['EconOff Jane Roe, reasons: b, d', 'Jane Roe | EconOff |  bd'],
  ['CDA Jane Roe per 1.5 (b) through (d)', 'Jane Roe | CDA | 1.5 bcd'],
  ['Amb. Jane Roe, reason: 1,4 (C)', 'Jane Roe | Amb | 1.4 c'],
  ["P/E Counselor Jane O'Roe for reason 1.4 (d)", "Jane O'Roe | P/E Counselor | 1.4 d"],
  ['PolCouns: Jane Roe: Reasons 1.4 (b/d)', 'Jane Roe | PolCouns | 1.4 bd'],
  ['Jane Roe, Director, EAP/MLS; Reasons 1.4 (b)', 'Jane Roe | Director | 1.4 b'],
  ['Ambassador Jane Roe-Doe for 1 .4 (b)', 'Jane Roe-Doe | Ambassador | 1.4 b'],
  ['Section 1.5 (b) and (d)', ' |  | 1.5 bd'],
  ['DCM Jane Roe for reasons 1.4', 'Jane Roe | DCM | 1.4 '],
  ['', ' |  |  '],
]

describe('an authority', () => {
  it.each(texts)('%s', (text, expected) => {
    const { names, title, section, reasons } = readAuthority(text)
    const drawn = `${names.join(' + ')} | ${title ?? ''} | ${section ?? ''} ${reasons.join('')}`
    expect(drawn).toBe(expected)
  })

  it('may be another paper', () => {
    expect(
      readAuthority('Derived from: Multiple Sources. Declassify on: source marked 25X1-human'),
    ).toEqual({ names: [], reasons: [], derivedFrom: 'Multiple Sources' })
    expect(readAuthority('DERIVED FROM: DSCG 05-1 B, D').derivedFrom).toBe('DSCG 05-1 B, D')
  })

  it('stays linear in hostile text', () => {
    const started = processorMs()
    for (const unit of ['(', 'a ', '1.4 ', 'for ', 'and ', ', ', 'r e a s ', 'classified by ']) {
      readAuthority(unit.repeat(100_000))
    }
    expect(processorMs() - started).toBeLessThan(2_000)
  })
})
