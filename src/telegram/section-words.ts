/** `SECTION 01 OF 02` as read from a classification line. */
export interface SectionWords {
  readonly section: number
  readonly of: number
  readonly start: number
  readonly end: number
}

/**
 * `SECTION 01 OF 02`, and what lines make of it: `ECTION 01 OF 02`, `SECTIO 01OF 02`,
 * `SECTION01 0QF 03`, `SECTION 02F02`, `SECTION 1 GF 2` (specification 2.4).
 *
 *     SECTIO 01OF 02 LOME 000077
 *     ^^^^^^^^^^^^^^
 */
const sectionWords =
  /^\s*(?<word>[SECTIONQ]{4,9})\s{0,3}(?<section>[0-9OQ]{1,2})\s{0,3}(?:[O0QG]{0,2}[FGQ])\s{0,3}(?<of>[0-9OQ]{1,2})(?![0-9])/i

/** Reads the section words at the start of a text, line ends in them allowed. */
export function readSectionWords(words: string): SectionWords | undefined {
  const match = sectionWords.exec(words.slice(0, 60))
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const section = numberOf(groups.section ?? '')
  const of = numberOf(groups.of ?? '')
  if (section === 0 || of === 0 || section > of) return undefined
  return { section, of, start: match[0].length - match[0].trimStart().length, end: match[0].length }
}

/** Letters O and Q stand for a zero. */
function numberOf(printed: string): number {
  return Number(printed.toUpperCase().replace(/[OQ]/g, '0'))
}
