import { describe, expect, it } from 'vitest'
import { readableTitle } from '../../src/words/title.ts'

const names = new Set(['Grand Fenwick', 'Fredville', 'Roe', 'Doe'])

describe('readableTitle', () => {
  it.each([
    ['', ''],
    ['123', '123'],
    ['WATER TALKS', 'Water talks'],
    ['Already written WITH small letters', 'Already written WITH small letters'],
    [
      'RURITANIA–FREEDONIA TIES: OPPORTUNITIES FOR AND CONSTRAINTS ON A POSITIVE ROLE FOR FREDVILLE',
      'Ruritania–Freedonia ties: opportunities for and constraints on a positive role for Fredville',
    ],
    ['VIETNAM-DPRK TIES', 'Vietnam-DPRK ties'],
    ['GVN AND US ON MFN; EU WAITS', 'GVN and US on MFN; EU waits'],
    ['U.S.-EU SUMMIT', 'U.S.-EU summit'],
    ["THE ROK'S PM MEETS THE FM", "The ROK's PM meets the FM"],
    ['NGOS AND IDPS', 'NGOs and IDPs'],
    ['UNITED STATES’ AND SAUDI ARABIA’S VIEWS', 'United States’ and Saudi Arabia’s views'],
    ['IRAQIS AND BRITONS IN THE MIDDLE EAST', 'Iraqis and Britons in the Middle East'],
    ['GRAND FENWICK, GRAND PLANS', 'Grand Fenwick, grand plans'],
    [
      'VISIT TO HO CHI MINH CITY AND PORT-AU-PRINCE',
      'Visit to Ho Chi Minh City and Port-au-Prince',
    ],
    ['ELECTIONS IN CÔTE D’IVOIRE', 'Elections in Côte d’Ivoire'],
    ['ST. PETERSBURG AND NEW YORK', 'St. Petersburg and New York'],
    ["MCDONALD AND O'BRIEN", "McDonald and O'Brien"],
    ['CODEL DOE MEETS MR. SMITH. NEXT STEPS', 'Codel Doe meets Mr. Smith. Next steps'],
    ['PART II OF III', 'Part II of III'],
    ['1ST REPORT OF THE 1990S: G-8 AND F16', '1st report of the 1990s: G-8 and F16'],
    ['MARCH 12 MEETING IN MAY', 'March 12 meeting in May'],
    ['STUDENTS MARCH AND MAY MARCH AGAIN', 'Students march and may march again'],
    ['WHAT NOW? WE WAIT', 'What now? We wait'],
    ['"QUIET" TALKS', '"Quiet" talks'],
    ['A DOG, A CAT AND JANE A. DOE', 'A dog, a cat and jane A. Doe'],
    ['ANTI-AMERICAN FEELING', 'Anti-American feeling'],
    ['McCAIN VISITS DoD', 'McCAIN visits DoD'],
    ['  TWO\n LINES ', 'Two lines'],
    ['(C) VISIT', '(C) visit'],
    ['ÉTAT DES LIEUX', 'État des lieux'],
    ['\ud800 ODD', '\ud800 Odd'],
  ])('%s → %s', (subject, title) => {
    expect(readableTitle(subject, names)).toBe(title)
  })

  it('needs no names', () => {
    expect(readableTitle('TALKS IN HANOI ON MONDAY')).toBe('Talks in Hanoi on Monday')
  })

  it('changes no letter but its case', () => {
    const subject = 'NEW ZEALAND’S “NGOS” (PART 2/3): ŁÓDŹ—VISIT OF MR. ROE... 50% OF U.S. AID!'
    expect(readableTitle(subject, names).toUpperCase()).toBe(subject)
  })

  it('takes time in proportion to the subject', () => {
    const time = (count: number) => {
      const started = performance.now()
      readableTitle('UNITED STATES UNITED NATIONS’S. '.repeat(count), names)
      return performance.now() - started
    }
    time(2000)
    expect(time(20_000)).toBeLessThan(25 * Math.max(time(5000), 5))
  })
})
