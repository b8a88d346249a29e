/** `SECTION 01 OF 02` as read from a classification line. */
export interface SectionWords {
  readonly section: number
  readonly of: number
  readonly start: number
  readonly end: number
}

/**
 * `SECTION 01 OF 02`, and what lines make of it: `ECTION 01 OF 02`, `SECTIO 01OF 02`,
 * `SECTION01 0QF 03`, `SECTION 02F02`, `SECTION 1 GF 2`, `SEC 1/2` (specification 2.4).
 *
 *     SECTIO 01OF 02 LOME 000077
 *     ^^^^^^^^^^^^^^
 */
const sectionWords =
  /^\s*(?:[SECTIONQ]{4,9}|SEC\.?)\s{0,3}(?<section>[0-9OQ]{1,2})\s{0,3}(?:[O0QG]{0,2}[FGQ]|\/)\s{0,3}(?<of>[0-9OQ]{1,2})(?![0-9])/i

/** `FINAL SECTION OF 03`: the last of a telegram of the 1970s. */
const finalSection = /^\s*FINAL SECTION OF\s{1,3}(?<of>\d{1,2})(?!\d)/i

/** Reads the section words at the start of a text, line ends in them allowed. */
export function readSectionWords(words: string): SectionWords | undefined {
  const head = words.slice(0, 60)
  const match = sectionWords.exec(head) ?? finalSection.exec(head)
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const of = numberOf(groups.of ?? '')
  const section = groups.section === undefined ? of : numberOf(groups.section)
  if (section === 0 || of === 0 || section > of) return undefined
  return { section, of, start: match[0].length - match[0].trimStart().length, end: match[0].length }
}

/** Letters O and Q stand for a zero. */
function numberOf(printed: string): number {
  return Number(printed.toUpperCase().replace(/[OQ]/g, '0'))
}
