import { describe, expect, it } from 'vitest'
import { parseIdentifier, repairIdentifier, resolveIdentifier } from '../../src/cable/identifier.ts'

/** Spelling, date of the citing cable → id, `?` with candidates, `!` where it was repaired. */
const spellings: readonly (readonly [string, string | undefined, string])[] = [
  ['08HANOI905', undefined, '08HANOI905'],
  ['08hanoi905', undefined, '08HANOI905'],
  [' 08 HANOI 905 ', undefined, '08HANOI905'],
  ['08HANOI0000905', undefined, '08HANOI905'],
  ['05 Hanoi 1179', undefined, '05HANOI1179'],
  ['2005-HANOI-1179', undefined, '05HANOI1179'],
  ['2005 Hanoi 1179', undefined, '05HANOI1179'],
  ['#05HANOI1179', undefined, '05HANOI1179'],
  ['(A) HANOI 1179', '2005-05-19', '05HANOI1179'],
  ['REF A. HANOI 1179', '2005-05-19', '05HANOI1179'],
  ['Reftel: 05 HANOI 1179', undefined, '05HANOI1179'],
  ['Hanoi 1179 (05)', undefined, '05HANOI1179'],
  ['HANOI 1179', undefined, '?'],
  ['05 HANOI 1179 AND 1180', undefined, '?05HANOI1179 05HANOI1180'],
  ['AMEMBASSY HANOI 08-905', undefined, '08HANOI905'],
  ['KL 5', '2006-03-01', '06KUALALUMPUR5'],
  ['06 Port of Spain 12', undefined, '06PORTOFSPAIN12'],
  ["07 N'Djamena 12", undefined, '07NDJAMENA12'],
  ['O5HANOI1179', undefined, '!05HANOI1179'],
  ['05 HAN0I 1179', undefined, '!05HANOI1179'],
  // Document numbers of the 1970s.
  ['1976NEWDE01234', undefined, '76NEWDELHI1234'],
  ['1976NEWDE01234_b', undefined, '76NEWDELHI1234'],
  ['1973SAIGON01234', undefined, '73SAIGON1234'],
  ['1974LOUREN00012', undefined, '74LOURENCOMARQUES12'],
  ['1976STATE012345', undefined, '76STATE12345'],
  ['1975PORTO01234', undefined, '?75PORTOALEGRE1234 75PORTOFSPAIN1234'],
  // Addresses.
  ['08HANOI905_a', undefined, '08HANOI905'],
  ['/cable/2008/08/08HANOI905.html', undefined, '08HANOI905'],
  ['http://example.org/cable/2008/08/08HANOI905.html', undefined, '08HANOI905'],
  ['https://example.org/plusd/cables/08HANOI905_a.html', undefined, '08HANOI905'],
  ['https://example.org/cable.php?id=08HANOI905', undefined, '08HANOI905'],
  ['/cable/08HANOI905.json', undefined, '08HANOI905'],
  ['08%20HANOI%20905', undefined, '08HANOI905'],
  // Names that changed keep the spelling they were issued with.
  ['06KIEV123', undefined, '06KIEV123'],
  ['76TAIPEI123', undefined, '76TAIPEI123'],
  ['08PARISFR12', undefined, '08PARISFR12'],
  // Twins and airgrams.
  ['08HANOI905~2', undefined, '08HANOI905~2'],
  ['73BANGKOK-A50', undefined, '73BANGKOK-A50'],
  ['73 BANGKOK A-50', undefined, '73BANGKOK-A50'],
  // Damage (specification 3.2).
  ['08SECTION01OF02REYKJAVIK123', undefined, '!08REYKJAVIK123'],
  ['08ECTON02F02LIMA77', undefined, '!08LIMA77'],
  ['08SECTIOQ1OF02LIMA77', undefined, '!08LIMA77'],
  ['09SQCTION02OF02DUSHANBE5', undefined, '!09DUSHANBE5'],
  ['08SECTION02OF03QLOME9', undefined, '!08LOME9'],
  ['0901OF02RPODUBAI5', undefined, '!09RPODUBAI5'],
  ['08EFTOLIMA77', undefined, '!08LIMA77'],
  ['08AMEMBASSYLIMA77', undefined, '!08LIMA77'],
  ['08NOFORNLIMA77', undefined, '!08LIMA77'],
  ['09SIFIEDABUJA7', undefined, '!09ABUJA7'],
  ['07EYKJAVIK123', undefined, '!07REYKJAVIK123'],
  ['07REYKJQVIK123', undefined, '!07REYKJAVIK123'],
  ['07BUENOSQRES1', undefined, '!07BUENOSAIRES1'],
  ['06REYKJAVIK000123ZFR125', undefined, '!06REYKJAVIK123'],
  ['07OSLO000160ZDK163', undefined, '!07OSLO160'],
  ['90STATE255000TOSEC140001', undefined, '!90STATE255000'],
  ['08LIMA001382SUSPECTEDDUPLICATE1392', undefined, '!08LIMA1392'],
  ['7575LIMA77', undefined, '!75LIMA77'],
  // Never a guess: too short, or nothing left.
  ['07QIMA77', undefined, '?07LIMA77'],
  ['08LMA77', undefined, '?08LIMA77'],
  ['06X', undefined, '?'],
  ['082OF3', undefined, '?'],
  ['06LIMA', undefined, '?'],
  ['', undefined, '?'],
  ['hello', undefined, '?'],
  ['💥', undefined, '?'],
]

function drawn(spelling: string, date: string | undefined): string {
  const { id, candidates, repaired } = resolveIdentifier(spelling, date)
  return id === undefined ? `?${candidates.join(' ')}` : `${repaired ? '!' : ''}${id}`
}

describe('an identifier', () => {
  it.each(spellings)('%s (%s) → %s', (spelling, date, expected) => {
    expect(drawn(spelling, date)).toBe(expected)
  })

  it('stands among its own candidates', () => {
    expect(resolveIdentifier('08HANOI905').candidates).toEqual(['08HANOI905'])
  })

  it('has a station, a year and a serial', () => {
    expect(parseIdentifier('07REYKJAVIK123')).toEqual({
      id: '07REYKJAVIK123',
      post: 'REYKJAVIK',
      year: 2007,
      serial: 123,
    })
    expect(parseIdentifier('66LIMA1')?.year).toBe(1966)
    expect(parseIdentifier('X-0123456789ab')).toBeUndefined()
  })

  it('is stable: what was repaired needs no repair', () => {
    for (const [spelling, date] of spellings) {
      const { id } = resolveIdentifier(spelling, date)
      if (id !== undefined) expect(repairIdentifier(id)).toMatchObject({ id, repaired: false })
    }
  })
})
