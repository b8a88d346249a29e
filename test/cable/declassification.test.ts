import { describe, expect, it } from 'vitest'
import {
  declassifiedOn,
  declassifyOn,
  inForceAt,
  orderNumber,
} from '../../src/cable/declassification.ts'

/** Value of a line of 14 March 2007 → day of declassification. */
const values: readonly (readonly [string, string | undefined])[] = [
  ['DECL: 08/05/2018', '2018-08-05'],
  ['DECL: 8/5/2018', '2018-08-05'],
  ['DECL: 3/4/17', '2017-03-04'],
  ['DECL: 03/04/2017 TAGS: PREL', '2017-03-04'],
  ['DECL: 2017/03/04', '2017-03-04'],
  ['DECL: 2017-03-04', '2017-03-04'],
  ['DECL:03-04-17', '2017-03-04'],
  ['decl: 03/04/2017', '2017-03-04'],
  ['DECL: DECL: 03/04/2017', '2017-03-04'],
  ['DECLl: 03/04/2017', '2017-03-04'],
  ['DECL: 04 MARCH 2017', '2017-03-04'],
  ['DECL: MARCH 4, 2017', '2017-03-04'],
  ['DECL: 04MAR17', '2017-03-04'],
  ['DNG: CO 03/04/2017', '2017-03-04'],
  ['1.4 (B) DECLASSIFY 03/04/2017', '2017-03-04'],
  ['DECLASSIFY ON 03/04/2017', '2017-03-04'],
  ['DECL: 19/05/2015', '2015-05-19'],
  ['DECL: 02/29/2016', '2016-02-29'],
  ['ADS, DECLAS 12/31/82', '1982-12-31'],
  ['XGDS-2, DECLAS 12/31/99', '1999-12-31'],
  ['GDS 3/4/85 (ROE, JANE)', '1985-03-04'],
  ['DECL: TWENTY YEARS', '2027-03-14'],
  ['DECL: 10 YEARS', '2017-03-14'],
  ['DECL: 02/29/2017', undefined],
  ['DECL: 02/30/2017', undefined],
  ['DECL: 013/4/2017', undefined],
  ['DECL: TEN YEARS AFTER UNIFICATION', undefined],
  ['DECL: CLOSURE OF COURT X', undefined],
  ['DECL: AFTER ELECTIONS', undefined],
  ['DECL: OADR', undefined],
  ['DECL: X1', undefined],
  ['DECL: X1, X6', undefined],
  ['DECL: 1.6X1', undefined],
  ['DECL: 25X1-HUMAN', undefined],
  ['MR', undefined],
  ['GDS', undefined],
  ['XGDS-2', undefined],
  ['RDS-2 3/4/85 (ROE, JANE) OR-P', undefined],
  ['AS AMENDED; DECLASSIFIED JUNE 21, 2006', undefined],
  ['N/A', undefined],
  ['DECL: XXXXXXXXXXXX', undefined],
  ['', undefined],
]

describe('the day of declassification', () => {
  it.each(values)('%s → %s', (value, expected) => {
    expect(declassifyOn(value, '2007-03-14T15:30Z')).toBe(expected)
  })

  it('counts years only from a known date', () => {
    expect(declassifyOn('DECL: TWENTY YEARS')).toBeUndefined()
  })

  it('tells a text that was declassified', () => {
    expect(declassifiedOn('AS AMENDED; DECLASSIFIED JUNE 21, 2006')).toBe('2006-06-21')
    expect(declassifiedOn('DECL: DECLASSIFIED BY NARA 09/02/2009')).toBe('2009-09-02')
    expect(declassifiedOn('DECL: 03/04/2017')).toBeUndefined()
  })
})

describe('an executive order', () => {
  it.each([
    ['12958', '12958'],
    ['12598', '12958'],
    ['12985', '12958'],
    ['1295', '12958'],
    ['19528', '12958'],
    ['11652', '11652'],
    ['12065', '12065'],
    ['99', '99'],
  ])('%s is %s', (printed, expected) => {
    expect(orderNumber(printed)).toBe(expected)
  })

  it('was in force for a time, half a year of grace on both sides', () => {
    expect(inForceAt('12958', '2007-03-14')).toBe(true)
    expect(inForceAt('12958', '1990-01-01')).toBe(false)
    expect(inForceAt('11652', '1979-02-01')).toBe(true)
    expect(inForceAt('12345', '2007-03-14')).toBeUndefined()
  })
})
