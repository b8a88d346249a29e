import { editDistance } from './class-words.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Caption, Leaf } from './tree.ts'

/** Captions of specification 2.8, longest first so that glued ones split (`SIPDISNOFORN`). */
const captions: readonly string[] = [
  'SENSITIVE BUT UNCLASSIFIED',
  'FOR OFFICIAL USE ONLY',
  'LIMITED OFFICIAL USE',
  'LAW ENFORCEMENT SENSITIVE',
  'SPECAT EXCLUSIVE',
  'OFFICIAL INFORMAL',
  'OFFICIAL-INFORMAL',
  'PERSONNEL CHANNEL',
  'AGREMENT CHANNEL',
  'DISSENT CHANNEL',
  'MEDICAL CHANNEL',
  'DS/SY CHANNEL',
  'VISAS DONKEY',
  'ROGER CHANNEL',
  'VISAS VIPER',
  'VISA VIPER',
  'MED CHANNEL',
  'DS CHANNEL',
  'SY CHANNEL',
  'ROGER',
  'SPECAT',
  'WNINTEL',
  'PROPIN',
  'EXCLUSIVE',
  'EXCON',
  'ALDAC',
  'NOCONTRACT',
  'PROTECT SOURCE',
  'EYES ONLY',
  'CHEROKEE',
  'STAFFDEL',
  'SENSITIVE',
  'CONDIS',
  'TERREP',
  'AGREMENT',
  'SIPDIS',
  'NOFORN',
  'LIMDIS',
  'STADIS',
  'EXDIS',
  'NODIS',
  'ORCON',
  'CODEL',
  'AIDAC',
  'PRIORITY',
  'SIPIS',
  'SIPDS',
  'SIPIDS',
  'NO FORN',
  'NO DIS',
  'EX DIS',
  'FOUO',
  'SBU',
  'E F T O',
  'EFTO',
]

/** Names that are spelled in several ways → the one in the record. */
const canonical: Readonly<Record<string, string>> = {
  'E F T O': 'EFTO',
  'FOR OFFICIAL USE ONLY': 'FOUO',
  'OFFICIAL-INFORMAL': 'OFFICIAL INFORMAL',
  'VISA VIPER': 'VISAS VIPER',
  'NO FORN': 'NOFORN',
  'NO DIS': 'NODIS',
  'EX DIS': 'EXDIS',
  SIPIS: 'SIPDIS',
  SIPDS: 'SIPDIS',
  SIPIDS: 'SIPDIS',
}

/** Captions known in spite of a wrong letter: two of them in words of 9 letters and more. */
const repairable: readonly string[] = ['SIPDIS', 'NOFORN', 'SENSITIVE', 'LIMDIS', 'STADIS']

/** Separators between captions on one line. */
const separators = /^[\s,;/.\-–"*]+(?:AND\s)?/

/** One caption and its span in the words given. */
interface Found {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The captions at the start of some words, and where they stop. */
export function readCaptions(words: string): { found: Found[]; end: number } {
  const found: Found[] = []
  const upper = words.slice(0, 240).toUpperCase()
  let at = 0
  for (let turn = 0; turn < 24; turn++) {
    at += separators.exec(upper.slice(at))?.[0].length ?? 0
    const name = captions.find((each) => upper.startsWith(each, at))
    if (name === undefined) break
    found.push({ name: canonical[name] ?? name, start: at, end: at + name.length })
    at += name.length
  }
  return { found, end: at }
}

/** True where the words are captions and nothing else; `words` is one line, blanks off. */
export function isCaptionLine(words: string): boolean {
  return captionsOf(words) !== undefined
}

/** The captions of a line that holds nothing else. */
function captionsOf(words: string): Found[] | undefined {
  if (words === '' || words.length > 120) return undefined
  if (words.startsWith('(') && words.endsWith(')')) return inParentheses(words)
  const { found, end } = readCaptions(words)
  if (found.length > 0 && words.slice(end).trim() === '') return found
  const whole = sensitiveLine(words) ?? (found.length > 0 ? undefined : otherCaption(words))
  return whole === undefined ? undefined : [{ name: whole, start: 0, end: words.length }]
}

/** `(SENSITIVE)` */
function inParentheses(words: string): Found[] | undefined {
  const moved = captionsOf(words.slice(1, -1).trim())
  const at = 1 + (words.slice(1).length - words.slice(1).trimStart().length)
  return moved?.map(({ name, start, end }) => ({ name, start: start + at, end: end + at }))
}

/** `SENSITIVE BUT UNCLASIFIED`, `SBU - PLEASE PROTECT`: misspelt, or with a request, as a caption. */
function sensitiveLine(words: string): string | undefined {
  if (/^SBU ?-{1,3} ?PLEASE PROTECT\.?$/.test(words)) return 'SBU'
  if (!words.startsWith('SENSITIVE BUT ') || words.length > 29) return undefined
  const whole = 'SENSITIVE BUT UNCLASSIFIED'
  return editDistance(whole, words) <= 3 ? whole : undefined
}

/** `TFIZ01` is the code of a task force; else one caption with a wrong letter. */
function otherCaption(words: string): string | undefined {
  return /^TF[A-Z]{2}\d{2}$/.test(words) ? words : repaired(words)
}

/** `S I P D I S`, `QENSITIVE`: one caption, spaced or with a wrong letter (specification 2.7, 2.19). */
function repaired(words: string): string | undefined {
  const closed = /^(?:[A-Z] ){4,9}[A-Z]$/.test(words) ? words.replaceAll(' ', '') : words
  if (!/^[A-Z]{5,11}$/.test(closed)) return undefined
  if (closed !== words && captions.includes(closed)) return closed
  return repairable.find((name) => {
    const limit = name.length >= 9 ? 2 : 1
    if (Math.abs(name.length - closed.length) > limit) return false
    return editDistance(name, closed) <= limit
  })
}

/** `SIPDIS`, `SENSITIVE SIPDIS`, `SIPDISNOFORN`: a line of known captions. */
export function readCaption(source: Source, line: SourceLine): Caption | undefined {
  if (line.end - line.start > 240) return undefined
  const words = source.plain.slice(line.start, line.end)
  const found = captionsOf(words.trim())
  if (found === undefined)
    return namedReader.test(words.trim()) ? wholeLine(source, line, words) : undefined
  const blanks = words.length - words.trimStart().length
  const pieces: Leaf[] = found.map((each) =>
    leaf(source, 'control', line.start + blanks + each.start, line.start + blanks + each.end),
  )
  return {
    type: 'caption',
    captions: found.map((each) => each.name),
    known: true,
    children: fill(source, line.start, line.next, pieces, 'separator'),
    position: positionOf(source, line.start, line.next),
  }
}

/** `EYES ONLY FOR AMBASSADOR`, `FOR ROE ONLY FROM DOE`, `REL TO USA, GBR`: named readers (2.8). */
const namedReader =
  /^(?:EYES ONLY\b.{0,60}|(?:EXCLUSIVE )?FOR [A-Z][A-Z ./,'-]{1,50} (?:EYES )?ONLY(?: FROM .{1,40})?|REL(?:EASABLE)? TO [A-Z][A-Z, ]{1,60})$/

function wholeLine(source: Source, line: SourceLine, words: string): Caption {
  const text = words.trim()
  const start = line.start + words.indexOf(text)
  return {
    type: 'caption',
    captions: [text.replace(/\s+/g, ' ')],
    known: true,
    children: fill(source, line.start, line.next, [
      leaf(source, 'control', start, start + text.length),
    ]),
    position: positionOf(source, line.start, line.next),
  }
}

/** Longest line in capitals that is kept as an unknown caption, UTF-16 code units. */
const unknownCaptionCharactersMax = 60

/** Any other short line in capitals between classification line and labels (2.8). */
export function readUnknownCaption(source: Source, line: SourceLine): Caption | undefined {
  const words = source.plain.slice(line.start, Math.min(line.end, line.start + 120)).trim()
  if (words.length > unknownCaptionCharactersMax || line.end - line.start > 120) return undefined
  // `5. THEY WILL MEET AGAIN. ROE` is a paragraph.
  if (/^\u00b6?\d{1,2}[.)] /.test(words)) return undefined
  if (words !== words.toUpperCase() || !/[A-Z]{2}/.test(words)) return undefined
  const start = line.start + source.plain.slice(line.start, line.end).indexOf(words)
  return {
    type: 'caption',
    captions: [words.replace(/\s+/g, ' ').replace(/^"|"$/g, '')],
    known: false,
    children: fill(source, line.start, line.next, [
      leaf(source, 'control', start, start + words.length),
    ]),
    position: positionOf(source, line.start, line.next),
  }
}
