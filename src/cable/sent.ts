import type { Diagnostic } from '../telegram/tree.ts'
import { attributesOf, draftDate } from './attributes.ts'
import { isoDay, julianDay, type KnownDate, minutesOf, readDate } from './date.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { parseIdentifier } from './identifier.ts'
import type { Parts } from './parts.ts'
import type { Cable } from './record.ts'

/** When a cable was sent, and how that is known. */
export type Sent = Pick<Cable, 'date' | 'dateFrom' | 'datePrecision'>

/**
 * The date-time group, its year from the archive where it has none; else the archive's date; else
 * the day of drafting; else the date of a leaked record.
 */
export function readSent(parts: Parts, facts: ArchiveFacts, log: EvidenceLog): Sent {
  const group = parts.all('dateTimeGroup').find(({ iso }) => iso !== undefined)
  if (group?.iso !== undefined) {
    log.note('/date', 'date-time-group', group)
    return { date: group.iso, dateFrom: 'dtg', datePrecision: 'minute' }
  }
  const yearless = parts.first('dateTimeGroup')
  const completed = yearless && withYear(yearless.printed, knownYear(facts))
  if (completed !== undefined) {
    log.note('/date', 'date-time-group', yearless)
    return { date: completed, dateFrom: 'dtg', datePrecision: 'minute' }
  }
  const created = facts.created === undefined ? undefined : readDate(facts.created)
  if (created !== undefined) {
    log.noteSpans('/date', 'archive', [])
    return asSent(created, isDefective(facts), 'archive')
  }
  const drafted = draftDate(attributesOf(parts)) ?? givenDraftDay(facts)
  if (drafted !== undefined) {
    log.note('/date', 'draft-date', parts.first('attributes'))
    return { date: drafted, dateFrom: 'draft', datePrecision: 'day' }
  }
  const preface = parts.first('preface')
  const leaked = preface?.date === undefined ? undefined : readDate(preface.date)
  if (leaked === undefined) return {}
  log.note('/date', 'leaked-preface', preface)
  return asSent(leaked, leaked.minutesDoubtful, 'archive')
}

/** The day alone: a time behind it is padding (specification 7.4). */
function givenDraftDay({ drafted }: ArchiveFacts): string | undefined {
  return drafted === undefined ? undefined : readDate(drafted)?.iso.slice(0, 10)
}

/** The year of the archive's date, or the year it gives, or that of its number (2.2). */
function knownYear(facts: ArchiveFacts): number | undefined {
  const created = facts.created === undefined ? undefined : readDate(facts.created)
  if (created !== undefined) return Number(created.iso.slice(0, 4))
  return facts.year ?? parseIdentifier(facts.id ?? '')?.year
}

/** `041010Z MAR` and 2007 → `2007-03-04T10:10Z`; nothing where the group has an impossible day. */
function withYear(printed: string, year: number | undefined): string | undefined {
  const match = /^([\dO]{2}) ?([\dO]{2})([\dO]{2})\s?Z?\s{0,3}([A-Za-z]{3,9})\.?$/i.exec(printed)
  if (match === null || year === undefined) return undefined
  const [day = '', hour = '', minute = ''] = match
    .slice(1, 4)
    .map((figures) => figures.replace(/O/gi, '0'))
  const date = isoDay(String(year), match[4] ?? '', day)
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${date}T${hour}:${minute}Z`
}

/** Where the archive lost the minutes, the day is what is known. */
function asSent(known: KnownDate, defective: boolean, dateFrom: 'archive'): Sent {
  return known.precision === 'minute' && defective
    ? { date: known.iso.slice(0, 10), dateFrom, datePrecision: 'day' }
    : { date: known.iso, dateFrom, datePrecision: known.precision }
}

/**
 * Pages up to April 2011 print hour24:hour12 instead of the time: 0944Z → `09:09` (specification
 * 7.1). A page is one of them if every time on it has that form.
 */
export function isDefective(facts: ArchiveFacts): boolean {
  const times = [facts.created, facts.released]
    .map((printed) => (printed === undefined ? undefined : readDate(printed)))
    .filter((known) => known?.precision === 'minute')
  return times.length > 0 && times.every((known) => known?.minutesDoubtful)
}

/** When the archive released the cable, as far as its clock can be trusted. */
export function readReleased(facts: ArchiveFacts, log: EvidenceLog): string | undefined {
  const known = facts.released === undefined ? undefined : readDate(facts.released)
  if (known === undefined) return undefined
  log.noteSpans('/released', 'archive', [])
  return known.precision === 'minute' && isDefective(facts) ? known.iso.slice(0, 10) : known.iso
}

/** Minutes that filing may be before or behind the date-time group of a post's telegram. */
const filingMinutes = { before: 10, behind: 1440 }

/** Compares the date-time group with the archive, the station line and the receipt. */
export function checkSent(
  parts: Parts,
  facts: ArchiveFacts,
  whole: boolean,
): readonly Diagnostic[] {
  const group = parts.all('dateTimeGroup').find(({ iso }) => iso !== undefined)
  if (group?.iso === undefined) {
    const has = parts.all('dateTimeGroup').length > 0 || !whole || parts.first('from') === undefined
    return has ? [] : [finding('DTG_MISSING', parts.first('from'))]
  }
  const found: Diagnostic[] = []
  const created = facts.created === undefined ? undefined : readDate(facts.created)
  if (created !== undefined && differs(created, group.iso)) {
    const details = { found: group.iso, expected: created.iso }
    found.push(finding('DTG_CREATED_MISMATCH', group, details))
  }
  const station = parts.first('station')
  if (station !== undefined) {
    const day = julianDay(group.iso)
    const apart = Math.abs(station.julianDay - day)
    const filed = minutesInDay(station.time)
    const early = minutesInDay(group.iso.slice(11, 16).replace(':', '')) - filed
    const sameDay = station.julianDay === day
    if ((apart > 1 && apart < 364) || (sameDay && early > filingMinutes.before)) {
      const details = { found: `${station.julianDay} ${station.time}`, expected: day }
      found.push(finding('JULIAN_MISMATCH', station, details))
    }
  }
  return [...found, ...checkReceipt(parts, group.iso)]
}

/** The time on the dash line has no month: only the same day can be compared. */
function checkReceipt(parts: Parts, iso: string): readonly Diagnostic[] {
  const copies = parts.first('distribution')
  const received = copies?.received
  if (received === undefined || received.slice(0, 2) !== iso.slice(8, 10)) return []
  const early =
    minutesInDay(iso.slice(11, 16).replace(':', '')) - minutesInDay(received.slice(2, 6))
  const details = { found: received, expected: iso }
  return early > 0 ? [finding('RECEIPT_BEFORE_DTG', copies, details)] : []
}

function minutesInDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(2, 4))
}

/** More than a minute apart; where the archive lost the minutes, another hour or day. */
function differs(created: KnownDate, iso: string): boolean {
  if (created.precision !== 'minute') return !iso.startsWith(created.iso)
  if (created.minutesDoubtful) return created.iso.slice(0, 13) !== iso.slice(0, 13)
  return Math.abs(minutesOf(created.iso) - minutesOf(iso)) > 1
}
