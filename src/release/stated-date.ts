import type { ArchiveFacts } from '../cable/facts.ts'

/** `2011-08-30 01:44`, `2011-08-30T01:44Z`, `2011-08-30`, `2011`. */
const isoDate = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?)?)?/

/** `8/30/2011 1:44`: month, day, year. */
const slashedDate = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/

/**
 * The date a source states of a text, as a string that sorts by time: its release, else its
 * creation, else nothing (which sorts first).
 */
export function statedDate(facts: ArchiveFacts): string {
  return sortable(facts.released) || sortable(facts.created) || String(facts.year ?? '')
}

function sortable(printed: string | undefined): string {
  const iso = isoDate.exec(printed ?? '')
  if (iso !== null) return padded(iso.slice(1))
  const slashed = slashedDate.exec(printed ?? '')
  if (slashed === null) return ''
  const [month, day, year, ...time] = slashed.slice(1)
  return padded([year, month, day, ...time])
}

function padded(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('')
}
