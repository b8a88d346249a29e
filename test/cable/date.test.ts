import { describe, expect, it } from 'vitest'
import { daysIn, isoDay, julianDay, minutesOf, readDate } from '../../src/cable/date.ts'
import { isDefective } from '../../src/cable/sent.ts'

const dates: readonly (readonly [string, string | undefined])[] = [
  ['2005-05-19 09:59', '2005-05-19T09:59Z minute'],
  ['2005-05-19T09:59:00Z', '2005-05-19T09:59Z minute'],
  ['5/19/2005 9:59', '2005-05-19T09:59Z minute'],
  ['2006 January 2, 10:50 (Monday)', '2006-01-02T10:50Z minute'],
  ['12/31/1999 11:05 pm', '1999-12-31T23:05Z minute'],
  ['2005-05-19', '2005-05-19 day'],
  ['2005/05/19', '2005-05-19 day'],
  ['01 JAN 1994', '1994-01-01 day'],
  ['01-Jan-1994', '1994-01-01 day'],
  ['March 4, 2007', '2007-03-04 day'],
  ['31/12/2019', '2019-12-31 day'],
  ['20140320', '2014-03-20 day'],
  ['04-Mar-07', '2007-03-04 day'],
  ['4.3.2007 9:10', '2007-03-04T09:10Z minute'],
  ['2007-03-04T22:10:00.000-0500', '2007-03-05T03:10Z minute'],
  ['2007-03-04T09:10:00+00:00', '2007-03-04T09:10Z minute'],
  ['2005-05', '2005-05 month'],
  ['2004-02-29', '2004-02-29 day'],
  ['2005-02-29', undefined],
  ['13/45/2000', undefined],
  ['2005-05-19 29:99', '2005-05-19 day'],
  ['n/a', undefined],
  ['', undefined],
]

describe('a date', () => {
  it.each(dates)('%s', (printed, expected) => {
    const known = readDate(printed)
    expect(known && `${known.iso} ${known.precision}`).toBe(expected)
  })

  it('whose minutes are the hour may have lost them', () => {
    expect(readDate('2006-08-06 18:06')?.minutesDoubtful).toBe(true)
    expect(readDate('2006-08-06 00:12')?.minutesDoubtful).toBe(true)
    expect(readDate('2006-08-06 09:59')?.minutesDoubtful).toBe(false)
    expect(isDefective({ created: '2006-08-06 09:09' })).toBe(true)
    expect(isDefective({ created: '2006-08-06 09:09', released: '2011-08-30 01:44' })).toBe(false)
  })

  it('turns over centuries at 66', () => {
    expect([isoDay('66', '1', '1'), isoDay('65', 'JAN', '1')]).toEqual(['1966-01-01', '2065-01-01'])
  })

  it('counts days and minutes', () => {
    expect(julianDay('2008-08-05')).toBe(218)
    expect([daysIn(1900, 2), daysIn(2000, 2)]).toEqual([28, 29])
    const apart = (Date.UTC(2008, 7, 5, 7, 14) - Date.UTC(1973, 0, 1)) / 60_000
    expect(minutesOf('2008-08-05T07:14Z') - minutesOf('1973-01-01')).toBe(apart)
  })
})
