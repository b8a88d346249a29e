const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The name of a month, 1 to 12, in full: `May`. */
export function monthName(month: number): string {
  return months[month - 1] ?? String(month)
}

/** A day or month in words: `2005-05-19T09:59Z` → `19 May 2005`; `2005-05` → `May 2005`. */
export function dayInWords(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso)
  if (parts === null) return iso
  const [, year, month, day] = parts
  if (year === undefined || month === undefined) return year ?? iso
  const name = monthName(Number(month)).slice(0, 3)
  if (day === undefined) return `${monthName(Number(month))} ${year}`
  return `${Number(day)} ${name} ${year}`
}

/** The same with the time where it is known: `19 May 2005, 09:59 UTC`. */
export function timeInWords(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1]
  return time === undefined ? dayInWords(iso) : `${dayInWords(iso)}, ${time} UTC`
}
