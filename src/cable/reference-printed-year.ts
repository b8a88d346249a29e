import { fullYear } from './century.ts'
import type { ReferenceToken } from './reference-token.ts'

/** Last year that ids of the corpus carry. */
const lastYear = 2010

/** A number as a year no later than one after the citing cable's (New Year's skew), or none. */
export function yearOf(value: string, citingYear: number): number | undefined {
  const year = /^\d{2}$/.test(value)
    ? fullYear(Number(value))
    : /^(?:19|20)\d\d$/.test(value)
      ? Number(value)
      : undefined
  return year !== undefined && year <= citingYear + 1 && year > citingYear - 60 ? year : undefined
}

/** Year before a station: `03`, `2003`, `'08`, `(99)`, `094`, `0 8`. */
export function yearBefore(
  tokens: readonly ReferenceToken[],
  pending: number,
  i: number,
  citingYear: number,
): number | undefined {
  const value = tokens[pending]?.value ?? ''
  const second = tokens[pending + 1]
  if (value === '0' && pending + 1 < i && second?.kind === 'number') {
    return yearOf(`0${second.value}`, citingYear)
  }
  if (/^0\d\d$/.test(value)) return threeDigits(value, citingYear)
  // A year after the citing cable's is read all the same, and reported.
  return yearOf(value, Math.max(citingYear, lastYear))
}

/** `094` is 09 with a digit too many, `005` is 2005 with one lost: the later one that can be. */
function threeDigits(value: string, citingYear: number): number | undefined {
  const years = [value.slice(0, 2), value.slice(1)].map((two) => fullYear(Number(two)))
  return years.filter((year) => year <= citingYear).sort((a, b) => b - a)[0]
}
