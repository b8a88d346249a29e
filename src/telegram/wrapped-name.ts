/** Words that end no name: the rest stands on the next line (specification 2.6). */
const neverLast =
  /(?:^|[\s/])(?:AMEMBASSY|AMCONSUL|USMISSION|OF|AND|FOR|THE|DE|AU|ES|EL|LA|NEW|SAN|SANTO|SAO|PORT|ADDIS|BUENOS|KUALA|BANDAR|SERI|CHI|HONG|TEL|ABU|RIO|PHNOM|CAPE|USUN|DEPT|DEPARTMENT|HQ)$/
/** Words that open no name of their own, with what may stand behind a name. */
const neverFirst =
  /^(?:WASHDC|WASHINGTON(?: DC)?|DC|COLLECTIVE|CITY|BEGAWAN|SALAAM)(?: (?:NIACT |IMMEDIATE|PRIORITY|ROUTINE|FLASH)+)?(?: \d{3,4}(?:-\d{4})?)?$/
/** `PRIORITY 1234`: what belongs behind the name of the line before. */
const restOfLine = /^(?:NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH)(?: \d{3,4}(?:-\d{4})?)?$/
/** A line that begins an addressee of its own, or another part of the header. */
const opensName = /^(?:[A-Z]{3,8}\/|AM(?:EMBASSY|CONSUL)|USMISSION |(?:FM|TO|INFO|XMT) )/

/**
 * True where a name goes on in the next line.
 *
 *     RUEHBC/AMEMBASSY BANDAR SERI
 *     BEGAWAN 1234
 */
export function wrapsOn(before: string, next: string): boolean {
  if (next === '' || opensName.test(next) || !/^[A-Z]/.test(next)) return false
  const words = before.trim().toUpperCase()
  if (/\d$/.test(words) || words === '') return false
  if (restOfLine.test(next)) return !/(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH)$/.test(words)
  if (neverFirst.test(next))
    return !/(?:WASHDC|WASHINGTON DC|COLLECTIVE|PRIORITY|IMMEDIATE)$/.test(words)
  return neverLast.test(words)
}
