import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Caption, Leaf } from './tree.ts'

/** Captions of specification 2.8, longest first so that glued ones split (`SIPDISNOFORN`). */
const captions: readonly string[] = [
  'SENSITIVE BUT UNCLASSIFIED',
  'FOR OFFICIAL USE ONLY',
  'LIMITED OFFICIAL USE',
  'OFFICIAL INFORMAL',
  'AGREMENT CHANNEL',
  'DISSENT CHANNEL',
  'DS/SY CHANNEL',
  'VISAS VIPER',
  'VISAS DONKEY',
  'ROGER CHANNEL',
  'ROGER',
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
  'FOUO',
  'SBU',
  'E F T O',
  'EFTO',
]

/** Separators between captions on one line. */
const separators = /^[\s,;/.\-–"]+/

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
    const closed = name === 'E F T O' ? 'EFTO' : name === 'SIPIS' ? 'SIPDIS' : name
    found.push({ name: closed, start: at, end: at + name.length })
    at += name.length
  }
  return { found, end: at }
}

/** True where the words are captions and nothing else; `words` is one line, blanks off. */
export function isCaptionLine(words: string): boolean {
  if (words === '' || words.length > 120) return false
  const { found, end } = readCaptions(words)
  return found.length > 0 && words.slice(end).trim() === ''
}

/** `SIPDIS`, `SENSITIVE SIPDIS`, `SIPDISNOFORN`: a line of known captions. */
export function readCaption(source: Source, line: SourceLine): Caption | undefined {
  if (line.end - line.start > 240) return undefined
  const words = source.plain.slice(line.start, line.end)
  if (namedReader.test(words.trim())) return wholeLine(source, line, words)
  if (!isCaptionLine(words.trim())) return undefined
  const blanks = words.length - words.trimStart().length
  const { found } = readCaptions(words.trim())
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

/** `EYES ONLY FOR AMBASSADOR`, `FOR ROE ONLY FROM DOE`: restricted to named readers (2.8). */
const namedReader =
  /^(?:EYES ONLY\b.{0,60}|FOR [A-Z][A-Z ./,]{1,50} (?:EYES )?ONLY(?: FROM .{1,40})?)$/

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
