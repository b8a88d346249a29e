/** Four-digit year of a two-digit one: 66 … 99 → 19YY, else 20YY (specification 2.2). */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 66 ? 1900 + twoDigits : 2000 + twoDigits
}

/** Two digits of a year, as ids begin with: 2007 → `07`. */
export function shortYear(year: number): string {
  return String(year % 100).padStart(2, '0')
}
