import { fullYear } from './century.ts'
import type { Cable } from './record.ts'

/** A date as far as it is known. */
export interface KnownDate {
  /** `2005-05-19T09:59Z`, `2005-05-19` or `2005-05`. */
  readonly iso: string
  readonly precision: NonNullable<Cable['datePrecision']>
  /** The minutes are the hour on a 12-hour clock: maybe lost by the archive (specification 7.1). */
  readonly minutesDoubtful: boolean
}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** Number of a month by its first three letters, 1 … 12. */
function monthNumber(name: string): number | undefined {
  const index = monthNames.indexOf(name.slice(0, 3).toUpperCase())
  return index < 0 ? undefined : index + 1
}

/**
 * Reads a date as archives print it: `2005-05-19 09:59`, ISO, `5/19/2005 9:59`, `01 JAN 1994`,
 * `2006 January 2, 10:50 (Monday)`, `4.3.2007`, with the time of any zone. Month comes before day but
 * where points part them. Undefined if no such day exists.
 */
export function readDate(printed: string): KnownDate | undefined {
  const text = printed.trim().slice(0, 80)
  const day = readDay(text)
  if (day === undefined) return undefined
  if (day.date === undefined) return { iso: day.month, precision: 'month', minutesDoubtful: false }
  const time = /[T\s,](\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*(am|pm)?/i.exec(day.rest)
  if (time === null) return { iso: day.date, precision: 'day', minutesDoubtful: false }
  const [, hours = '', minute = '', half] = time
  const hour = half === undefined ? Number(hours) : afternoon(Number(hours), half)
  if (hour > 24 || Number(minute) > 59) {
    return { iso: day.date, precision: 'day', minutesDoubtful: false }
  }
  const iso = `${day.date}T${two(hour)}:${minute}Z`
  const behind = day.rest.slice(time.index + time[0].length)
  const elsewhere = /^ ?([+-])(\d{2}):?(\d{2})\b/.exec(behind)
  if (elsewhere !== null) return inUtc(iso, elsewhere)
  return { iso, precision: 'minute', minutesDoubtful: Number(minute) === (hour % 12 || 12) }
}

/** `2007-03-04T09:10:00.000-0500`: the time of another zone. */
function inUtc(iso: string, [, sign, hours, minutes]: readonly string[]): KnownDate {
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const date = new Date(Date.parse(iso) - ahead * 60_000)
  const utc = Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 16)}Z`
  return { iso: utc, precision: 'minute', minutesDoubtful: false }
}

function afternoon(hour: number, half: string): number {
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

interface Day {
  readonly date?: string
  /** `2005-05` */
  readonly month: string
  readonly rest: string
}

/** How a date is written, and which groups are year, month and day. */
const dateForms: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/, [1, 2, 3]],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)/, [3, 1, 2]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/, [3, 2, 1]],
  [/^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})(?![\d:])/, [3, 2, 1]],
  [/^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/, [3, 1, 2]],
  [/^(\d{4}) ([A-Za-z]{3,9}) (\d{1,2})(?!\d)/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, [1, 2, 3]],
]

function readDay(text: string): Day | undefined {
  for (const [form, [year, month, day]] of dateForms) {
    const match = form.exec(text)
    if (match === null) continue
    const date = isoDay(match[year] ?? '', match[month] ?? '', match[day] ?? '')
    if (date === undefined) return undefined
    return { date, month: date.slice(0, 7), rest: text.slice(match[0].length) }
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  return month !== null && Number(month[2]) >= 1 && Number(month[2]) <= 12
    ? { month: text, rest: '' }
    : undefined
}

/** `05`, `MAY`, `19` → `2005-05-19`; a month above 12 was the day. Undefined if there is no such day. */
export function isoDay(year: string, month: string, day: string): string | undefined {
  const y = year.length <= 2 ? fullYear(Number(year)) : Number(year)
  let m = /^\d/.test(month) ? Number(month) : (monthNumber(month) ?? 0)
  let d = Number(day)
  if (m > 12 && d <= 12) [m, d] = [d, m]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m))) return undefined
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
}

/** Days of a month, 1 … 12, in a year of our calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Day of the year of an ISO day, 1 … 366. */
export function julianDay(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number)
  let days = day
  for (let before = 1; before < month; before++) days += daysIn(year, before)
  return days
}

/** Minutes since 1900 of an ISO day or minute: for differences, not for the clock. */
export function minutesOf(iso: string): number {
  const year = Number(iso.slice(0, 4))
  let days = 0
  for (let before = 1900; before < year; before++) days += daysIn(before, 2) === 29 ? 366 : 365
  const [hour = 0, minute = 0] = (iso.slice(11, 16) || '00:00').split(':').map(Number)
  return (days + julianDay(iso)) * 1440 + hour * 60 + minute
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
