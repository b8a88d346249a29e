import { isoDay } from './date.ts'
import type { ExecutiveOrder } from './record.ts'
import { editDistance } from './station-match.ts'

/** Executive orders on classification, and when they were in force. */
interface Order {
  readonly number: string
  /** ISO days, inclusive. */
  readonly from: string
  readonly to: string
}

const orders: readonly Order[] = [
  { number: '10501', from: '1953-12-15', to: '1972-05-31' },
  { number: '11652', from: '1972-06-01', to: '1978-11-30' },
  { number: '12065', from: '1978-12-01', to: '1982-07-31' },
  { number: '12356', from: '1982-08-01', to: '1995-10-13' },
  { number: '12958', from: '1995-10-14', to: '2010-06-26' },
  { number: '13526', from: '2010-06-27', to: '2099-12-31' },
]

const numberWords: Readonly<Record<string, number>> = {
  FIVE: 5,
  SIX: 6,
  TEN: 10,
  FIFTEEN: 15,
  TWENTY: 20,
  'TWENTY-FIVE': 25,
  'TWENTY FIVE': 25,
}

/** Longest value that is searched for a date, in UTF-16 code units. */
const valueLengthMax = 300

/**
 * Reads the line of the executive order (specification 2.10). `sent` is the ISO date of the
 * telegram: `TWENTY YEARS` count from it.
 */
export function readExecutiveOrder(
  number: string | undefined,
  value: string,
  sent?: string,
): ExecutiveOrder {
  const order = number === undefined ? undefined : orderNumber(number)
  const on = declassifyOn(value, sent)
  return {
    ...(order !== undefined && { number: order }),
    ...(on !== undefined && { declassifyOn: on }),
    printed: value,
  }
}

/** `12598`, `12985`, `1295` are slips of 12958; a number like no order stays as it is. */
export function orderNumber(printed: string): string {
  if (orders.some(({ number }) => number === printed)) return printed
  const near = nearOrder(printed, 1)
  if (near !== undefined) return near
  const swapped = orders.find(({ number }) => sorted(number) === sorted(printed))
  return swapped?.number ?? nearOrder(printed, 2) ?? printed
}

/** The one order whose number is that near. */
function nearOrder(printed: string, limit: number): string | undefined {
  const near = orders.filter(({ number }) => editDistance(printed, number, limit) <= limit)
  return near.length === 1 ? near[0]?.number : undefined
}

function sorted(digits: string): string {
  return [...digits].sort((a, b) => (a < b ? -1 : 1)).join('')
}

/**
 * The day a value says the text is to be declassified: `DECL: 08/05/2018`, `2017/03/04`,
 * `DECLAS 12/31/82`, `04 MARCH 2017`. No day for `N/A`, `X1`, `OADR`, `GDS`, an event, a date of
 * review (`RDS-2 3/4/85`), or one on which it was declassified.
 */
export function declassifyOn(value: string, sent?: string): string | undefined {
  const text = repairDigits(value.slice(0, valueLengthMax).toUpperCase())
  if (/\bRDS\b|\bXDS\b|DECLASSIFIED|\bREVIEW/.test(text)) return undefined
  return dayIn(text) ?? yearsFrom(text, sent)
}

/** `DECLASSIFIED JUNE 21, 2006`, `DECLASSIFIED BY NARA 09/02/2009` → the day it was. */
export function declassifiedOn(value: string): string | undefined {
  const text = value.slice(0, valueLengthMax).toUpperCase()
  const at = text.indexOf('DECLASSIFIED')
  return at < 0 ? undefined : dayIn(text.slice(at))
}

/** `2O17`, `03//04//2017`: a letter O between figures, doubled strokes (specification 2.10). */
function repairDigits(text: string): string {
  return text.replace(/(?<=\d)O(?=\d)/g, '0').replace(/(?<=\d)\/\/(?=\d)/g, '/')
}

/** How a day is written, and which groups are year, month and day. */
const dayForms: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/(?<!\d)((?:19|20)\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/, [1, 2, 3]],
  [/(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)\d{2}|\d{2})(?!\d|\.{2})/, [3, 1, 2]],
  [/(?<!\d)(\d{1,2})\s?([A-Z]{3,9})\.?,?\s?((?:19|20)\d{2}|\d{2})(?!\d)/, [3, 2, 1]],
  [/\b([A-Z]{3,9})\.?\s(\d{1,2}),?\s((?:19|20)\d{2})(?!\d)/, [3, 1, 2]],
  [/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, [1, 2, 3]],
  // A stroke was lost: `03/042017`, `0304/2017`, `03042017`.
  [/(?<!\d)(\d{2})\/?(\d{2})\/?((?:19|20)\d{2})(?!\d)/, [3, 1, 2]],
]

function dayIn(text: string): string | undefined {
  for (const [form, [year, month, day]] of dayForms) {
    const match = form.exec(text)
    if (match === null) continue
    const on = isoDay(match[year] ?? '', match[month] ?? '', match[day] ?? '')
    if (on !== undefined) return on
  }
  return undefined
}

/** `DECL: TWENTY YEARS`, `DECL: 10 YEARS`; not `TEN YEARS AFTER UNIFICATION`. */
function yearsFrom(text: string, sent: string | undefined): string | undefined {
  const words = /(?:^|[\s:])((?:TWENTY[- ]FIVE|[A-Z]+|\d{1,2})) YEARS[.\s]*$/.exec(text)?.[1]
  if (words === undefined || sent === undefined || sent.length < 10) return undefined
  const years = /^\d/.test(words) ? Number(words) : numberWords[words]
  if (years === undefined) return undefined
  return isoDay(String(Number(sent.slice(0, 4)) + years), sent.slice(5, 7), sent.slice(8, 10))
}

/** True where the order was in force at a day, half a year of grace on both sides. */
export function inForceAt(number: string, day: string): boolean | undefined {
  const order = orders.find((each) => each.number === number)
  if (order === undefined) return undefined
  return day >= shift(order.from, -6) && day <= shift(order.to, 6)
}

/** Moves an ISO day by whole months; for comparing only. */
function shift(day: string, months: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}${day.slice(7)}`
}
