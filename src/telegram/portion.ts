import type { LevelCode, Portion } from './tree.ts'

/** A portion mark and where it stands in the words that were given. */
export interface FoundPortion {
  readonly portion: Portion
  readonly start: number
  readonly end: number
}

/**
 * `(C)` `(S//NF)` `(SBU/N)` `(C/REL LIBYA)` `( C)` `(C )` `(CNF)` `(C - ENTIRE TEXT)`
 * `(CONFIDENTIAL -- ENTIRE PARAGRAPH)` `(S//REL USA, AUS, CAN, GBR)` (specification 2.15)
 *
 * `(U.S.)`, `(UN)` before a word and `(China)` are none: controls need a separator and capitals.
 */
const portionMark =
  /^(?<lead>\s*)\((?<inside>\s{0,2}(?<level>TS|SBU|LOU|FOUO|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|S|C|U|SNF|CNF|SE|NC|SU|s|c|u|sbu)\s{0,2}(?<rest>(?:\/\/?|,|-{1,2}|\s)\s?[A-Z][A-Z /,-]{0,60})?)\s{0,2}\)/

/** `C - ENTIRE TEXT.` without parentheses, one marking for the whole telegram. */
const bareEntire =
  /^(?<lead>\s*)(?<level>C|S|U|CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?) ?-{1,2} ?ENTIRE (?:TEXT|MESSAGE|CABLE)\.?/

const levels: Readonly<Record<string, LevelCode>> = {
  TS: 'TS',
  S: 'S',
  SECRET: 'S',
  SE: 'S',
  SNF: 'S',
  C: 'C',
  CONFIDENTIAL: 'C',
  CNF: 'C',
  NC: 'C',
  SBU: 'SBU',
  SU: 'SBU',
  FOUO: 'SBU',
  LOU: 'LOU',
  U: 'U',
  UNCLASSIFIED: 'U',
  UNCLAS: 'U',
}

/** Reads a portion mark at the start of some words. */
export function readPortion(words: string): FoundPortion | undefined {
  const head = words.slice(0, 120)
  const match = portionMark.exec(head)
  const groups = match?.groups
  if (match === null || groups === undefined) return readBareEntire(head)
  const spelled = (groups.level ?? '').toUpperCase()
  const level = levels[spelled]
  if (level === undefined) return undefined
  const rest = groups.rest ?? ''
  const fused = spelled === 'SNF' || spelled === 'CNF' ? ['NOFORN'] : []
  const entireText = /ENTIRE/.test(rest)
  const controls = entireText ? fused : [...fused, ...controlsOf(rest, spelled === 'FOUO')]
  const start = (groups.lead ?? '').length
  return { portion: { level, controls, entireText }, start, end: match[0].length }
}

function readBareEntire(head: string): FoundPortion | undefined {
  const groups = bareEntire.exec(head)?.groups
  const level = levels[groups?.level ?? '']
  const match = bareEntire.exec(head)
  if (level === undefined || match === null) return undefined
  const start = (groups?.lead ?? '').length
  return { portion: { level, controls: [], entireText: true }, start, end: match[0].length }
}

/** `//NF` → NOFORN, `/REL LIBYA` → REL LIBYA, `/N` → NOFORN. */
function controlsOf(rest: string, isFouo: boolean): string[] {
  const controls = isFouo ? ['FOUO'] : []
  const words = rest.replace(/^[\s/,-]+/, '').trim()
  if (words === '') return controls
  // `REL USA, AUS, CAN`: the commas belong to the list of countries.
  const parts = /^REL\b/.test(words) ? [words] : words.split(/[/,-]+|\s+(?!TO\b)/)
  for (const part of parts) {
    const control = part.trim().replace(/\s+/g, ' ')
    if (control === '') continue
    controls.push(/^(?:NF|N|NOFORN|NO FORN)$/.test(control) ? 'NOFORN' : control)
  }
  return controls
}
