import { readClassWords } from './class-words.ts'
import { lineIndexAt, type SourceLine } from './lines.ts'
import type { Identity, Source } from './source.ts'

/** Telegrams begin within this many UTF-16 code units of the body (specification 1.7). */
export const searchReachCharacters = 9000

/** The pattern of a cable is asked for twice, and costs more to make than to use. */
const patterns = new WeakMap<Identity, RegExp>()

function patternOf(identity: Identity): RegExp | undefined {
  const known = patterns.get(identity)
  if (known !== undefined) return known
  const pattern = identityPattern(identity)
  if (pattern !== undefined) patterns.set(identity, pattern)
  return pattern
}

/**
 * `LOME 000077`, `S A O  PAULO 77`: the cable's own station and serial as they stand on its
 * classification line; not behind two digits (that is the id), not before `002 OF 003`.
 */
function identityPattern(identity: Identity): RegExp | undefined {
  const letters = identity.station
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 30)
  if (letters === '') return undefined
  const spaced = spellingsOf(letters)
    .map((name) => [...name].join("[ .'-]{0,2}"))
    .join('|')
  return new RegExp(
    `(?<![\\dA-Z]\\d|\\d\\d|[A-Z])(?:${spaced})[ ]{0,10}0{0,5}${identity.serial}(?!\\d)(?! {1,3}\\d{3}(?:\\.\\d)? OF )`,
    'gi',
  )
}

/** `USEUBRUSSELS`, `RPODUBAI`, `AITTAIPEI` print the name of their city as well (2.7). */
function spellingsOf(letters: string): readonly string[] {
  const city = /^(?:USEU|IRANRPO|RPO|AIT|USTR|CD|UNVIE)(?<city>[A-Z]{5,})$/.exec(letters)
  return city?.groups?.city === undefined ? [letters] : [letters, city.groups.city]
}

/** Where a classification line begins that is anchored on what the caller knows (2.7). */
export function findAnchored(source: Source, from: number, to: number): number | undefined {
  const pattern = source.identity === undefined ? undefined : patternOf(source.identity)
  if (pattern === undefined) return undefined
  const reach = source.plain.slice(from, Math.min(to, from + searchReachCharacters))
  for (const match of reach.matchAll(pattern)) {
    const offset = from + match.index
    const line = source.lines[lineIndexAt(source.lines, offset)]
    if (line === undefined) continue
    const start = Math.max(line.start, from)
    const before = source.plain.slice(start, offset)
    if (before.trim() === '') return startBefore(source, line, from) ?? start
    if (readClassWords(before) !== undefined) return start
  }
  return undefined
}

/** The class words may stand alone on the line before. */
function startBefore(source: Source, line: SourceLine, from: number): number | undefined {
  for (let index = lineIndexAt(source.lines, line.start) - 1; index >= 0; index--) {
    const before = source.lines[index]
    if (before === undefined || before.start < from) return undefined
    const words = source.plain.slice(before.start, Math.min(before.end, before.start + 120))
    if (words.trim() === '') continue
    return readClassWords(words) === undefined ? undefined : before.start
  }
  return undefined
}
