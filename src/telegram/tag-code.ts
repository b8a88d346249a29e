import { tagCodeTable } from './facts-tag-codes.ts'

const [subjectRow = '', placeRow = '', otherRow = ''] = tagCodeTable.trim().split('\n')

/** `PREL`, `KDEM`: subjects and programs. */
const subjects: ReadonlySet<string> = new Set(subjectRow.split('|'))
/** `VM`, `XA`: countries and regions. */
const places: ReadonlySet<string> = new Set(placeRow.split('|'))
/** `NATO`, `G-77`: organisations, and codes without a kind. */
const others: ReadonlySet<string> = new Set(otherRow.split('|'))

/**
 * Codes of today's standards, typed for the Department's own (specification 2.11): `RU` → RS.
 * Not among them where the Department's list has the code for another country.
 */
export const isoSlips: Readonly<Record<string, string>> = {
  RU: 'RS',
  IL: 'IS',
  IQ: 'IZ',
  JP: 'JA',
  TR: 'TU',
}

/** True for a code of the vocabulary, in capitals (specification 2.11). */
export function isTagCode(text: string): boolean {
  return subjects.has(text) || places.has(text) || others.has(text)
}

/** True for a subject or program of the vocabulary: `PREL`, `KNNP`. */
export function isSubjectCode(text: string): boolean {
  return subjects.has(text)
}

/** Most letters of a run that is taken apart: some cables have eight tags in one word. */
const fusedLettersMax = 64
/** Letters of the codes that can be fused; longer organisations are names. */
const fusedSizes = [4, 2, 5, 3] as const

/**
 * `ETRDEINVECINPGOVCS` → ETRD EINV ECIN PGOV CS, `NATOPREL` → NATO PREL: the fewest codes that use
 * every letter, one of them a subject; else nothing (specification 2.11).
 */
export function takeApart(text: string): readonly string[] {
  if (text.length < 6 || text.length > fusedLettersMax || !/^[A-Z]+$/.test(text)) return []
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 2; end <= text.length; end++) {
    for (const size of fusedSizes) {
      const before = end < size ? undefined : best[end - size]
      if (before === undefined) continue
      const code = text.slice(end - size, end)
      if (!isPart(code)) continue
      const parts = best[end]
      if (parts === undefined || parts.length > before.length + 1) best[end] = [...before, code]
    }
  }
  const parts = best[text.length] ?? []
  return parts.some((code) => subjects.has(code)) ? parts : []
}

function isPart(code: string): boolean {
  if (code.length === 2) return places.has(code) || code in isoSlips
  return subjects.has(code) || (code.length > 2 && others.has(code))
}

/** `PREL/PGOV/TO`, `ECON.TO`: signs in place of blanks, where all parts are codes. */
export function partsBetweenSigns(text: string): readonly string[] {
  if (isTagCode(text) || text.length > fusedLettersMax) return []
  const parts = text.split(/[./&+-]/)
  const known = parts.length > 1 && parts.every((part) => isTagCode(part) || part in isoSlips)
  return known && parts.some((part) => subjects.has(part)) ? parts : []
}
