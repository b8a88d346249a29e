import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { readReferences } from '../../src/cable/reference.ts'
import { processorMs } from '../processor-time.ts'

/** A cable of Lome, June 2007, number 300, cites. */
const citing = { post: 'LOME', year: 2007, month: 6, serial: 300 }

/** Item → what is read: `LABEL kind id` with `*` where the year was inferred, `-` without an id. */
const forms: readonly (readonly [string, string])[] = [
  // Years, in every position.
  ['ACCRA 9', 'cable 07ACCRA9*'],
  ['05 ACCRA 0009', 'cable 05ACCRA9'],
  ['2005 ACCRA 9', 'cable 05ACCRA9'],
  ["'05 ACCRA 9", 'cable 05ACCRA9'],
  ['(05) ACCRA 9', 'cable 05ACCRA9'],
  ['(2005) ACCRA 9', 'cable 05ACCRA9'],
  ['ACCRA (05) 9', 'cable 05ACCRA9'],
  ['ACCRA 9 (05)', 'cable 05ACCRA9'],
  ['ACCRA 9 (2005)', 'cable 05ACCRA9'],
  ['ACCRA 9-05', 'cable 05ACCRA9'],
  ['ACCRA 0009/05', 'cable 05ACCRA9'],
  ['ACCRA 9 05', 'cable 05ACCRA9'],
  ['ACCRA 9 2005', 'cable 05ACCRA9'],
  ['ACCRA 123 06', 'cable 06ACCRA123'],
  ['ACCRA 07 9', 'cable 07ACCRA9'],
  ['ACCRA 06-905', 'cable 06ACCRA905'],
  ['STATE (01) 9', 'cable 01STATE9'],
  ['05ACCRA0009', 'cable 05ACCRA9'],
  ['05ACCRA 9', 'cable 05ACCRA9'],
  ['05-ACCRA-9', 'cable 05ACCRA9'],
  ['2005ACCRA9', 'cable 05ACCRA9'],
  ['10-OTTAWA-57', 'cable 10OTTAWA57'],
  ['98 ACCRA 12', 'cable 98ACCRA12'],
  ['005 ACCRA 9', 'cable 05ACCRA9'],
  ['O4 ACCRA 9', 'cable 04ACCRA9'],
  ['0 4 ACCRA 9', 'cable 04ACCRA9'],
  // Signs and zeros.
  ['ACCRA: 9', 'cable 07ACCRA9*'],
  ['ACCRA, 9', 'cable 07ACCRA9*'],
  ['ACCRA #9', 'cable 07ACCRA9*'],
  ['ACCRA (C)0009', 'cable 07ACCRA9*'],
  ['ACCRA 000009', 'cable 07ACCRA9*'],
  ['STATE 00000009', 'cable 07STATE9*'],
  ['ACCRA O9', 'cable 07ACCRA9*'],
  ['9 ACCRA', 'cable 07ACCRA9*'],
  // Notes.
  ['ACCRA 9 (NOTAL)', 'cable 07ACCRA9*'],
  ['ACCRA 9 (TITLE OF THE CABLE)', 'cable 07ACCRA9*'],
  ['ACCRA 9 ("TITLE 12")', 'cable 07ACCRA9*'],
  ['ACCRA 9 AND PREVIOUS', 'cable 07ACCRA9*'],
  ['ACCRA 9 OF MARCH 5', 'cable 07ACCRA9*'],
  ['STATE 123456 (DTG 301601Z SEP 06)', 'cable 06STATE123456*'],
  ['STATE 311722 TOSEC 340058', 'cable 07STATE311722*'],
  // Several.
  ['ACCRA 9 AND 12', 'cable 07ACCRA9*; cable 07ACCRA12*'],
  ['ACCRA CABLES 9 AND 12', 'cable 07ACCRA9*; cable 07ACCRA12*'],
  ['ACCRA 9, 12, 15', 'cable 07ACCRA9*; cable 07ACCRA12*; cable 07ACCRA15*'],
  ['ACCRA 9/12/15', 'cable 07ACCRA9*; cable 07ACCRA12*; cable 07ACCRA15*'],
  [
    'HO CHI MINH CITY 12, 14, AND 18',
    'cable 07HOCHIMINHCITY12*; cable 07HOCHIMINHCITY14*; cable 07HOCHIMINHCITY18*',
  ],
  ['ACCRA 9 AND LOME 4', 'cable 07ACCRA9*; cable 07LOME4*'],
  ['ACCRA 9; LOME 12; OSLO 5', 'cable 07ACCRA9*; cable 07LOME12*; cable 07OSLO5*'],
  ['ACCRA 9, 05 LOME 12', 'cable 07ACCRA9*; cable 05LOME12'],
  ['ACCRA 9 AND 05 LOME 12', 'cable 07ACCRA9*; cable 05LOME12'],
  ['ACCRA 9/05, LOME 12/06', 'cable 05ACCRA9; cable 06LOME12'],
  ['05 ACCRA 9 AND 12', 'cable 05ACCRA9; cable 05ACCRA12'],
  ['STATE 41252 AND 44603', 'cable 07STATE41252*; cable 07STATE44603*'],
  // Numbers without a station.
  ['159, 161', 'cable 07LOME159*; cable 07LOME161*'],
  ['59032', 'cable 07STATE59032*'],
  ['2006', ''],
  // Names.
  ['PORT AU PRINCE 12', 'cable 07PORTAUPRINCE12*'],
  ['PORT-LOUIS 12', 'cable 07PORTLOUIS12*'],
  ["N'DJAMENA 9", 'cable 07NDJAMENA9*'],
  ['ST. PETERSBURG 5', 'cable 07STPETERSBURG5*'],
  ['RIO DE JANEIRO 1291', 'cable 07RIODEJANEIRO1291*'],
  ['RIO 12', 'cable 07RIODEJANEIRO12*'],
  ['EMBASSY VIENNA 12', 'cable 07VIENNA12*'],
  ['UNVIE 5', 'cable 07UNVIEVIENNA5*'],
  ['USMISSION GENEVA 4', 'cable 07GENEVA4*'],
  ['AMEMBASSY ACCRA 9', 'cable 07ACCRA9*'],
  ['UNCLAS ACCRA 9', 'cable 07ACCRA9*'],
  ['SECSTATE 12345', 'cable 07STATE12345*'],
  ['DEPT 12345', 'cable 07STATE12345*'],
  ['SECDEF 12345', 'cable 07SECDEF12345*'],
  ['USDA FAS 12', 'cable 07USDAFAS12*'],
  ['USUN NEW YORK 12', 'cable 07USUNNEWYORK12*'],
  ['HCMC 12', 'cable 07HOCHIMINHCITY12*'],
  ['KL 5', 'cable 07KUALALUMPUR5*'],
  ['C0TONOU 9', 'cable 07COTONOU9*'],
  ['0SLO 9', 'cable 07OSLO9*'],
  ['AC CRA 9', 'cable 07ACCRA9*'],
  ['SAN JSE 9', 'cable 07SANJOSE9*'],
  ['REYKJQVIK 9', 'cable 07REYKJAVIK9*'],
  ['06 KIEV 123', 'cable 06KIEV123'],
  ['KIEV 123', 'cable 07KYIV123*'],
  ['05 KYIV 123', 'cable 05KIEV123'],
  ['08 DUBAI RPO 9', 'cable 08IRANRPODUBAI9'],
  ['Ref: Accra 9', 'cable 07ACCRA9*'],
  // Letters.
  ['A. LOME 1 B. ACCRA 2', 'A cable 07LOME1*; B cable 07ACCRA2*'],
  ['A) LOME 1 B) ACCRA 2 C) 05 OSLO 3', 'A cable 07LOME1*; B cable 07ACCRA2*; C cable 05OSLO3'],
  ['(A) LOME 1 (B)ACCRA 2', 'A cable 07LOME1*; B cable 07ACCRA2*'],
  ['[A] LOME 1, [B] ACCRA 2', 'A cable 07LOME1*; B cable 07ACCRA2*'],
  ['A: LOME 1 B: ACCRA 2', 'A cable 07LOME1*; B cable 07ACCRA2*'],
  ['A. A) STATE 1 B. B) ACCRA 2', 'A cable 07STATE1*; B cable 07ACCRA2*'],
  ['A. (A) STATE 1', 'A cable 07STATE1*'],
  ['A. REF A ACCRA 9', 'A cable 07ACCRA9*'],
  ['(1) LOME 1 (2) ACCRA 2', '1 cable 07LOME1*; 2 cable 07ACCRA2*'],
  // Not cables.
  ['STATE A-3400', 'airgram 07STATE-A3400*'],
  ['CA-3400 NOV 2, 1966', 'airgram 66STATE-CA3400'],
  ['73 BANGKOK A-50', 'airgram 73BANGKOK-A50'],
  ["LOME'S A-007 OF MAY 15, 1972", 'airgram 72LOME-A7'],
  ['SECDEF MSG DTG 301601Z SEP 08', 'dtg -'],
  ['SECDEF R162245Z OCT 06', 'dtg -'],
  ['DOE/ROE EMAIL 05/11/07', 'email -'],
  ['ROE-DOE E-MAIL 03/12/07 (NOTAL)', 'email -'],
  ['ROE/DOE TELCON 3/4/2007', 'telcon -'],
  ['ROE LETTER OF MARCH 4', 'letter -'],
  ['IIR 6 832 0617 08', 'report -'],
  ['TD-314/12345-07', 'report -'],
  ['OSC EUP20080707950031', 'report -'],
  ['PARIS POINTS JULY 15', 'report -'],
  ['LOME DAILY REPORT FOR MARCH 4', 'report -'],
  ['9 FAM 41.31', 'other -'],
  ['MEETING WITH ROE 3/4/2007', 'other -'],
  ['LOME 12 AND ROE-DOE EMAIL OF 03/04/07', 'cable 07LOME12*; email -'],
  ['N/A', ''],
  ['NONE', ''],
  ['SEPTEL', ''],
  ['AS NOTED IN TEXT', ''],
  ['', ''],
  // The own number is never a reference.
  ['LOME 300', ''],
  ['UNCLAS LOME 000300', ''],
]

function drawn(text: string): string {
  const { record } = readCable(`REF: ${text}\n`, { id: '07LOME300', created: '2007-06-15' })
  return record.references
    .map(({ label, kind, id, yearInferred }) =>
      `${label ?? ''} ${kind} ${id ?? '-'}${yearInferred ? '*' : ''}`.trim(),
    )
    .join('; ')
}

describe('a reference', () => {
  it.each(forms)('%s', (text, expected) => {
    expect(drawn(text)).toBe(expected)
  })

  it('keeps the post and year of the item before for a bare number', () => {
    const read = readReferences([{ text: '05 STATE 188314' }, { text: '259032' }], citing)
    expect(read.references.map(({ reference }) => reference.id)).toEqual([
      '05STATE188314',
      '05STATE259032',
    ])
    expect(read.references[1]?.notes.map(({ code }) => code)).toContain('REF_BARE_NUMBER')
  })

  it('keeps what is printed, and says PREVIOUS and NOTAL', () => {
    const [first] = readReferences(
      [{ text: '06 OSLO 431 AND PREVIOUS (NOTAL)' }],
      citing,
    ).references
    expect(first?.reference).toEqual({
      kind: 'cable',
      id: '06OSLO431',
      printed: '06 OSLO 431 AND PREVIOUS (NOTAL)',
      notes: ['PREVIOUS', 'NOTAL'],
    })
  })

  it('gives no id where the year is not known', () => {
    const [first] = readReferences([{ text: 'OSLO 431' }], {}).references
    expect(first?.reference.id).toBeUndefined()
    expect(first?.notes.map(({ code }) => code)).toContain('REF_UNRESOLVED')
  })

  it('takes the year before where the own post had not come that far', () => {
    expect(drawn('LOME 331')).toBe('cable 06LOME331*')
    expect(drawn('LOME 330')).toBe('cable 07LOME330*')
  })

  it('takes the year before where the table of serials says so', () => {
    const january = { post: 'LOME', year: 2007, month: 1, serial: 12 }
    const [first] = readReferences([{ text: 'ANKARA 6500' }], january).references
    expect(first?.reference.id).toBe('06ANKARA6500')
  })

  it('stays linear in hostile fields', () => {
    const started = processorMs()
    for (const unit of ['A. ', '( ', 'ACCRA 9, ', 'ABCDE 1 ', 'A ', '9', '"', '- ']) {
      readReferences([{ text: unit.repeat(200_000 / unit.length) }], citing)
    }
    expect(processorMs() - started).toBeLessThan(5_000)
  })
})
