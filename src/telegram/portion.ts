import type { LevelCode, Portion } from './tree.ts'

/** A portion mark and where it stands in the words that were given. */
export interface FoundPortion {
  readonly portion: Portion
  readonly start: number
  readonly end: number
}

/**
 * `(C)` `(S//NF)` `(SBU/N)` `(C/REL LIBYA)` `( C)` `(C )` `[C]` `(CNF)` `(C - ENTIRE TEXT)`
 * `(Confidential)` `(u//fouo)` `(CONFIDENTIAL -- ENTIRE PARAGRAPH)` `(S//REL USA, AUS, CAN, GBR)`
 * (specification 2.15)
 *
 * `(U.S.)`, `(UN)` before a word and `(China)` are none: controls need a separator.
 */
const portionMark =
  /^(?<lead>\s{0,9})[([{](?<inside>\s{0,2}(?<level>TS|SBU|LOU|OUO|FOUO|SNF|CNF|SE|NC|SU|S|C|U|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|SENSITIVE BUT UNCLASSIFIED)\s{0,2}(?<rest>(?:\/\/?|,|-{1,2}|\s)\s?[A-Z][A-Z /,-]{0,60})?)\s{0,2}[)\]}]/i

/** What may follow a level in any spelling; behind a slash any word in capitals may. */
const knownControl =
  /^(?:\/\/?|,|-{1,2}|\s)\s?(?:N|NF|NO ?FORN|REL|FGI|FOUO|ORCON|OC|LIMDIS|NODIS|EXDIS|ENTIRE|SBU|FRD|RD|NATO)\b/i

/** `1. C) Text`: the first bracket was lost; only behind a number. */
const halfMark =
  /^(?<lead>\s{0,9})(?<level>TS|SBU|LOU|S|C|U)(?<rest>\/\/?[A-Z]{1,6})?\)(?=\s{1,3}["'(\u201c\u2018]?[A-Z0-9])/

/** `C - ENTIRE TEXT.` without parentheses, one marking for the whole telegram. */
const bareEntire =
  /^(?<lead>\s{0,9})(?<level>C|S|U|CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?|SBU|LOU|LIMITED OFFICIAL USE) ?-{1,2} ?ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM)\.?/i

const levels: Readonly<Record<string, LevelCode>> = {
  TS: 'TS',
  'TOP SECRET': 'TS',
  S: 'S',
  SECRET: 'S',
  SE: 'S',
  SNF: 'S',
  C: 'C',
  CONFIDENTIAL: 'C',
  CNF: 'C',
  NC: 'C',
  SBU: 'SBU',
  'SENSITIVE BUT UNCLASSIFIED': 'SBU',
  SU: 'SBU',
  FOUO: 'SBU',
  LOU: 'LOU',
  OUO: 'LOU',
  'LIMITED OFFICIAL USE': 'LOU',
  U: 'U',
  UNCLASSIFIED: 'U',
  UNCLAS: 'U',
}

/** `(c)` and `(s)` open an item of a list, unless a number stands before them. */
const itemLetter = /^\s*[([{]\s?[scu]\s?[)\]}]/

/** Reads a portion mark at the start of some words. */
export function readPortion(words: string): FoundPortion | undefined {
  return itemLetter.test(words) ? undefined : readMark(words)
}

/** Reads a portion mark behind the number of a paragraph, where a slip cannot be anything else. */
export function readNumberedPortion(words: string): FoundPortion | undefined {
  return readMark(words) ?? toFound(halfMark.exec(words.slice(0, 24)))
}

/** Reads a portion mark at a label, where `(u)` opens no list: `Subject: (u) Herring talks`. */
export function readLabelPortion(words: string): FoundPortion | undefined {
  return readMark(words)
}

function readMark(words: string): FoundPortion | undefined {
  const head = words.slice(0, 120)
  return toFound(portionMark.exec(head)) ?? toFound(bareEntire.exec(head), true)
}

function toFound(match: RegExpExecArray | null, isEntire = false): FoundPortion | undefined {
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const spelled = (groups.level ?? '').toUpperCase()
  const level = levels[spelled]
  if (level === undefined) return undefined
  const printed = groups.rest ?? ''
  // `(U of Lagos)`, `(U-boat)`, `(C students)` are words, no controls.
  const free = printed.startsWith('/') && printed === printed.toUpperCase()
  if (printed !== '' && !isEntire && !free && !knownControl.test(printed)) return undefined
  const rest = printed.toUpperCase()
  const fused = spelled === 'SNF' || spelled === 'CNF' ? ['NOFORN'] : []
  const entireText = isEntire || /\bENTIRE\b/.test(rest)
  const controls = entireText ? fused : [...fused, ...controlsOf(rest, spelled === 'FOUO')]
  const start = (groups.lead ?? '').length
  return { portion: { level, controls, entireText }, start, end: match[0].length }
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
