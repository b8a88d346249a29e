import type { Preface } from './tree.ts'

/** Date, origin and classification as the leaked record prints them. */
export function prefaceFactsOf(
  words: string,
): Pick<Preface, 'id' | 'date' | 'origin' | 'classification'> {
  const date = isoDate(words)
  const origin =
    /(?:^|[\t,"\n])((?:Embassy|Consulate|Secretary of State|Mission|US|American)[A-Za-z .'-]{2,40})(?=[\t,"\r\n\\ ]|$)/m.exec(
      words,
    )?.[1] ?? /^origin: ?(.{2,60})$/im.exec(words)?.[1]
  const classification =
    /(?:^|[\t,"\n ])((?:UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:\/\/[A-Z ]{2,30})?)(?=[\t,"\r\n\\ ]|$)/m.exec(
      words,
    )?.[1]
  const id = /^Class: .{0,200}\bKey:\s{0,4}(\d{2}[A-Z]{3,}\d+)/m.exec(words)?.[1]
  return {
    ...(id === undefined ? {} : { id }),
    ...(date === undefined ? {} : { date }),
    ...(origin === undefined ? {} : { origin: origin.trim() }),
    ...(classification === undefined ? {} : { classification: classification.trim() }),
  }
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

/**
 * `2007-03-04 09:10:00`, `3/4/2007 9:10` (month first), `Monday, 05 May 2008, 10:10`,
 * `Sun Mar 04 09:10:00 2007`.
 */
function isoDate(words: string): string | undefined {
  const iso = /(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?/.exec(words)
  if (iso !== null) return join(iso[1], iso[2], iso[3], iso[4], iso[5])
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d))?/.exec(words)
  if (slashed !== null) return join(slashed[3], slashed[1], slashed[2], slashed[4], slashed[5])
  const long = /day, (\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4}),? (\d{1,2}):(\d\d)/.exec(words)
  if (long !== null) return join(long[3], monthOf(long[2]), long[1], long[4], long[5])
  const printed =
    /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):\d\d (\d{4})/.exec(
      words,
    )
  if (printed === null) return undefined
  return join(printed[5], monthOf(printed[1]), printed[2], printed[3], printed[4])
}

/** `05` for `May`; `00`, which is no month, for any other word. */
function monthOf(name = ''): string {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function join(year = '', month = '', day = '', hour?: string, minute?: string): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute ?? '00'}`
}

/** The references a leaked record names: ids joined by `|`, or the value of `destination:`. */
export function prefaceReferencesOf(words: string, own: string | undefined): string[] {
  const listed =
    /^destination: ?([^\n\r]*)$/im.exec(words)?.[1] ??
    /(?<=[\t,"\n\r])(\d{2}[A-Z]+\d+(?:\|\d{2}[A-Z]+\d+)+)/.exec(words)?.[1] ??
    /(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)[A-Z/ ]{0,40}[\t,"\r\n]{1,4}(\d{2}[A-Z]{3,}\d+)(?!\w)/.exec(
      words,
    )?.[1] ??
    ''
  return listed
    .split('|')
    .map((each) => each.trim())
    .filter((each) => /^\d{2}[A-Z]+\d+$/.test(each) && each !== own)
}
