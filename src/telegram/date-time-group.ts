import type { ReadLines } from './envelope-line.ts'
import { headerTextOf } from './header-line.ts'
import { fillLine, groupLeaves, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { report, type Source } from './source.ts'
import type { DateTimeGroup, Leaf } from './tree.ts'

/**
 * `P R 141530Z MAR 07 ZDK CTG RUEHXX #1234`
 *  ^^^ prosigns       ^^^^ tail: operating signals and free text
 *
 * A partial extract has it without prosigns and in mixed case: `141530Z Mar 06`. Letter O and zero
 * stand for each other, prosigns are doubled as on the routing line, blanks lost, the month spelled
 * out, the century given, the year missing (specification 1.6, 2.2).
 */
const dateTimeGroup =
  /^\s*(?:(?<prosigns>[ZOPR0]{1,2}(?:[ /]{0,3}[ZOPR0]{1,2}){0,2})(?: {1,4}|(?=\d{6}Z)))?(?<dtg>(?<day>[0-9O]{2}) ?(?<hour>[0-9O]{2})(?<minute>[0-9O]{2})(?:[Zz] {0,3}| (?=[A-Z]{3,9}\.? {1,3}\d{2}(?!\d)))(?<month>[A-Za-z]{3,9})\.?(?: {0,3}(?<century>19|20(?=\d))?(?<year>[0-9O]{2}))?)(?![A-Za-z0-9])(?<tail>.*)$/d
/** A second group behind the first on one line. */
const secondGroup = /(?<!\d)\d{6}Z [A-Z]{3} \d{2}(?!\d)/

const months: readonly string[] = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
]

/** Cheap look before the long pattern: five figures of a time near the start of a line. */
const mayHoldTime = /^[\sZOPR0/]{0,12}[0-9O]{2} ?[0-9O]{4}/

/** `O P`, `OO`, `O/P` and the zero of `0 P` → O, P: one letter for each precedence. */
function prosignsOf(printed: string): string[] {
  const letters = printed.replaceAll('0', 'O').split(/[ /]+/)
  return letters
    .flatMap((each) => (each.length === 2 && each[0] !== each[1] ? [...each] : [each[0] ?? '']))
    .filter((each) => each !== '')
}

/** `MAR`, `SEPT`, `MARCH` → 3, 9, 3; 0 for any other word. */
function monthOf(groups: Readonly<Record<string, string | undefined>>): number {
  const printed = (groups.month ?? '').toUpperCase()
  return months.findIndex((name) => name.startsWith(printed)) + 1
}

/** Years from 66 on are of the twentieth century: the corpus spans 1966 … 2010 (2.2). */
const pivotYear = 66

/** Reads format line 5, or the date line of a partial extract. */
export function readDateTimeGroup(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<DateTimeGroup> | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const text = headerTextOf(source, line)
  const match = mayHoldTime.test(text) ? dateTimeGroup.exec(text) : null
  const groups = match?.groups
  if (match === null || groups === undefined || monthOf(groups) === 0) return undefined
  const iso = isoOf(groups)
  const printed = (groups.dtg ?? '').trim()
  if (iso === undefined && groups.year !== undefined)
    report(source, 'DTG_INVALID', line.start, line.end, { printed })
  if (secondGroup.test(groups.tail ?? ''))
    report(source, 'DTG_MULTIPLE', line.start, line.end, { printed })
  const node: DateTimeGroup = {
    type: 'dateTimeGroup',
    prosigns: prosignsOf(groups.prosigns ?? ''),
    ...(iso === undefined ? {} : { iso }),
    printed,
    tail: (groups.tail ?? '').trim(),
    children: fillLine(
      source,
      line.start,
      line.next,
      piecesOf(source, match, line.start),
      'signal',
    ),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}

function piecesOf(source: Source, match: RegExpExecArray, base: number): Leaf[] {
  const prosigns = match.indices?.groups?.prosigns
  const pieces = groupLeaves(source, match, base, { dtg: 'dtg' })
  if (prosigns === undefined) return pieces
  for (let at = prosigns[0]; at < prosigns[1]; at++) {
    const offset = base + at
    if (!' /'.includes(source.plain[offset] ?? ' '))
      pieces.push(leaf(source, 'prosign', offset, offset + 1))
  }
  return pieces
}

/** `2007-03-14T15:30Z`, or nothing where day, hour, minute or month cannot be. */
function isoOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const digits = (name: string): number => Number((groups[name] ?? '').replaceAll('O', '0'))
  const month = monthOf(groups)
  if (groups.year === undefined) return undefined
  const century = Number(groups.century ?? (digits('year') >= pivotYear ? 19 : 20))
  const year = century * 100 + digits('year')
  const day = digits('day')
  if (day < 1 || day > daysIn(year, month)) return undefined
  // 2400Z is the midnight that ends the day: the next day's 0000Z.
  if (digits('hour') === 24 && digits('minute') === 0) return nextMidnight(year, month, day)
  if (digits('hour') > 23 || digits('minute') > 59) return undefined
  return `${year}-${two(month)}-${two(day)}T${two(digits('hour'))}:${two(digits('minute'))}Z`
}

function nextMidnight(year: number, month: number, day: number): string {
  if (day < daysIn(year, month)) return `${year}-${two(month)}-${two(day + 1)}T00:00Z`
  if (month < 12) return `${year}-${two(month + 1)}-01T00:00Z`
  return `${year + 1}-01-01T00:00Z`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
