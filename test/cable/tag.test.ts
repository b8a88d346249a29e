import { describe, expect, it } from 'vitest'
import { readTags } from '../../src/cable/tag.ts'
import { tagName } from '../../src/cable/tag-names.ts'

/** List → codes with the first letter of their kind; parentheses bind. */
const lists: readonly (readonly [string, string])[] = [
  ['PREL PGOV PHUM KN VM', 'PREL:s PGOV:s PHUM:s KN:g VM:g'],
  ['prel pgov', 'PREL:s PGOV:s'],
  ['PREL PREL PGOV PREL', 'PREL:s PGOV:s'],
  ['DPRK', 'DPRK:u'],
  ['KNNP KTIP KXYZ', 'KNNP:p KTIP:p KXYZ:p'],
  ['XA ZK', 'XA:r ZK:r'],
  ['AL BP', 'AL:g BP:g'],
  ['UNGA/C-2 G-77 AU-1 ZANU-PF', 'UNGA/C-2:o G-77:o AU-1:o ZANU-PF:o'],
  ['SIPDIS UNCLASSIFIED TAGS: PREL', 'PREL:s'],
  // Persons.
  ['OVIP (ROE, JANE A.) PREL', 'OVIP:s ROE, JANE A.:p PREL:s'],
  ['OVIP (roe, jane)', 'OVIP:s ROE, JANE:p'],
  ['OVIP ROE JANE PREL', 'OVIP:s ROE, JANE:p PREL:s'],
  ['OVIP ROEX PREL', 'OVIP:s ROEX:p PREL:s'],
  ['OVIP ROE JANE B POE EDGAR PREL', 'OVIP:s ROE, JANE B:p POE, EDGAR:p PREL:s'],
  ['OVIP DE LA ROE JANE PREL', 'OVIP:s DE LA ROE, JANE:p PREL:s'],
  ['OVIP (ROE, JANE A., POE, EDGAR) TO', 'OVIP:s ROE, JANE A.:p POE, EDGAR:p TO:g'],
  ['OVIP (ROE, JANE; POE, EDGAR AND DOE, JOHN)', 'OVIP:s ROE, JANE:p POE, EDGAR:p DOE, JOHN:p'],
  ['OVIP (ROE JANE) (PREL)', 'OVIP:s ROE, JANE:p PREL:s'],
  // Concepts of several words.
  ['HUMAN RIGHTS PREL', 'HUMAN RIGHTS:s PREL:s'],
  ['COUNTER TERRORISM', 'COUNTER TERRORISM:s'],
  ['ISRAELI PALESTINIAN AFFAIRS GOI EXTERNAL', 'ISRAELI PALESTINIAN AFFAIRS:s GOI EXTERNAL:s'],
  ['TIP IN TOGO PHUM', 'TIP IN TOGO:s PHUM:s'],
  ['MEETINGS WITH AMBASSADOR FOREIGN TRADE', 'MEETINGS WITH AMBASSADOR:s FOREIGN TRADE:s'],
  ['WOMEN AND CHILDREN PREL AND PGOV', 'WOMEN AND CHILDREN:s PREL:s PGOV:s'],
  [
    'MIDDLE EAST PEACE PROCESS GANGS HUMAN RIGHTS',
    'MIDDLE EAST PEACE PROCESS:s GANGS:u HUMAN RIGHTS:s',
  ],
  // Fused, misspelt, of another standard.
  ['ETRDEINVECINPGOVCS', 'ETRD:s EINV:s ECIN:s PGOV:s CS:g'],
  ['PBTSRU', 'PBTS:s RS:g'],
  ['VTPREL', 'VT:g PREL:s'],
  ['NATOPREL ETRDECONWTOCS', 'NATO:o PREL:s ETRD:s ECON:s WTO:o CS:g'],
  ['PGOVPHUMPRELPTERKDEMKWMNTOGH', 'PGOV:s PHUM:s PREL:s PTER:s KDEM:p KWMN:p TO:g GH:g'],
  ['TOGHNI NATONATO', 'TOGHNI:u NATONATO:u'],
  ['U.S. E.U. N/A', 'US:g EU:o'],
  ['MOPPS POGOV KWWMN ECOON PRELP', 'MOPS:s PGOV:s KWMN:p ECON:s PREL:s'],
  ['PGVO', 'PGOV:s'],
  ['RU IL IQ JP TR', 'RS:g IS:g IZ:g JA:g TU:g'],
  ['NPT TIP POL', 'NPT:u TIP:u POL:u'],
  ['"PREL", PGOV.', 'PREL:s PGOV:s'],
  ['', ''],
]

function drawn(list: string): string {
  const words = [...list.matchAll(/\([^)]*\)|\S+/g)].map(([text]) => ({
    text,
    person: text.startsWith('('),
  }))
  return readTags(words, 2005)
    .map(({ tag }) => `${tag.code}:${tag.kind === 'person' ? 'p' : tag.kind.charAt(0)}`)
    .join(' ')
}

describe('TAGS', () => {
  it.each(lists)('%s', (list, expected) => {
    expect(drawn(list)).toBe(expected)
  })

  it('keep what was printed where they were repaired', () => {
    expect(readTags([{ text: 'POGOV', person: false }])[0]).toMatchObject({
      tag: { code: 'PGOV' },
      repairedFrom: 'POGOV',
    })
  })

  it('have the name of their time', () => {
    expect(tagName('CG', 1975)).toBe('Zaire')
    expect(tagName('CG', 2005)).toBe('Congo (Kinshasa)')
    expect(tagName('KN', 2008)).toBe('Korea, North')
    expect(tagName('PREL')).toBe('External Political Relations')
    expect(tagName('DPRK')).toBeUndefined()
  })
})
