import type { DateClause } from './question.ts'

/**
 * The days a date filter means, or undefined where it is no date.
 *
 *     2005   2004..2006   2004-03..2006-03-05   2004..   ..2006   >2008   >=2008-05   <2005
 *
 * A range written the wrong way round is turned.
 */
export function readDateRange(value: string): DateClause | undefined {
  const compared = /^(>=?|<=?)(.*)$/s.exec(value)
  if (compared !== null) return comparison(compared[1] ?? '', compared[2] ?? '')
  const parts = /^(\d{4})[-–](\d{4})$/.exec(value)?.slice(1) ?? value.split(/\.{2,3}|…/)
  if (parts.length > 2) return undefined
  const [first = '', last = first] = parts
  if (first === '' && last === '') return undefined
  const from = first === '' ? undefined : span(first)
  const to = last === '' ? undefined : span(last)
  if ((first !== '' && from === undefined) || (last !== '' && to === undefined)) return undefined
  if (from !== undefined && to !== undefined && from.first > to.last) {
    return { type: 'date', from: to.first, to: from.last }
  }
  return {
    type: 'date',
    ...(from && { from: from.first }),
    ...(to && { to: to.last }),
  }
}

function comparison(sign: string, value: string): DateClause | undefined {
  const days = span(value.trim())
  if (days === undefined) return undefined
  if (sign === '>=') return { type: 'date', from: days.first }
  if (sign === '<=') return { type: 'date', to: days.last }
  const edge = sign === '>' ? neighbour(days.last, 1) : neighbour(days.first, -1)
  if (edge === undefined) return undefined
  return sign === '>' ? { type: 'date', from: edge } : { type: 'date', to: edge }
}

/** The shortest spelling of the range that reads back as it. */
export function printDateRange(clause: DateClause): string {
  const { from, to } = clause
  if (from !== undefined && to !== undefined) {
    const whole = [from.slice(0, 4), from.slice(0, 7), from].find((short) => {
      const days = span(short)
      return days?.first === from && days.last === to
    })
    if (whole !== undefined) return whole
  }
  return `${shortest(from, 'first')}..${shortest(to, 'last')}`
}

function shortest(day: string | undefined, end: 'first' | 'last'): string {
  if (day === undefined) return ''
  const short = [day.slice(0, 4), day.slice(0, 7)].find((text) => span(text)?.[end] === day)
  return short ?? day
}

/** First and last day of what is known of a time: `2008-02` → 2008-02-01, 2008-02-29. */
export interface DaySpan {
  readonly first: string
  readonly last: string
}

/** The days of `2008`, `2008-02`, `2008-02-29` or a time of such a day; undefined if there are none. */
export function span(date: string): DaySpan | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/s.exec(date)
  if (match === null) return undefined
  const [, year = '', month, day] = match
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const length = monthLength(Number(year), Number(month))
  if (length === 0) return undefined
  if (day === undefined) {
    return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` }
  }
  if (Number(day) < 1 || Number(day) > length) return undefined
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` }
}

/** Days of a month of the Gregorian calendar; 0 where there is no such month. */
function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** The day after (1) or before (-1); undefined beyond the years 0000 and 9999. */
function neighbour(day: string, step: 1 | -1): string | undefined {
  let [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  date += step
  if (date < 1) {
    month -= 1
    if (month < 1) [year, month] = [year - 1, 12]
    date = monthLength(year, month)
  } else if (date > monthLength(year, month)) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    date = 1
  }
  if (year < 0 || year > 9999) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}
