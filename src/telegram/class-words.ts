import { blanksEnd, isBlankCode } from './lines.ts'
import type { LevelCode } from './tree.ts'

/** The words of a classification line found at the start of a text. */
export interface ClassWords {
  readonly level: LevelCode
  /** Canonical spelling, letter-spacing closed: `CONFIDENTIAL`. */
  readonly printed: string
  /** Where they begin and end in the text that was given, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Letters that had to be changed, 0 … 2. */
  readonly distance: number
}

/** Closed spelling → level and canonical words (specification 2.7). */
const spellings: readonly Spelling[] = [
  { closed: 'UNCLASSIFIED', printed: 'UNCLASSIFIED', level: 'U' },
  { closed: 'UNCLAS', printed: 'UNCLAS', level: 'U' },
  { closed: 'CONFIDENTIAL', printed: 'CONFIDENTIAL', level: 'C' },
  { closed: 'SECRET', printed: 'SECRET', level: 'S' },
  { closed: 'TOPSECRET', printed: 'TOP SECRET', level: 'TS' },
  { closed: 'LIMITEDOFFICIALUSE', printed: 'LIMITED OFFICIAL USE', level: 'LOU' },
  { closed: 'LIMOFFUSE', printed: 'LIMITED OFFICIAL USE', level: 'LOU' },
  { closed: 'SENSITIVEBUTUNCLASSIFIED', printed: 'SENSITIVE BUT UNCLASSIFIED', level: 'SBU' },
  { closed: 'SBU', printed: 'SBU', level: 'SBU' },
].map((each) => ({ ...each, letters: lettersOf(each.closed) }) as Spelling)

interface Spelling {
  readonly closed: string
  readonly printed: string
  readonly level: LevelCode
  /** As `lettersOf` gives them. */
  readonly letters: number
}

/** The letters of a closed word as bits, A the second: two words that are near hold the same. */
function lettersOf(closed: string): number {
  let letters = 0
  for (let at = 0; at < closed.length; at++) letters |= 1 << (closed.charCodeAt(at) & 31)
  return letters
}

/** True if `limit` bits are set at most: each letter that one word lacks is one edit at least. */
function mayBeNear(bits: number, limit: number): boolean {
  let left = bits
  for (let count = 0; count < limit; count++) left &= left - 1
  return left === 0
}

/** Letter-spaced words have at most this many pieces (`S E N S I T I V E …`). */
const piecesMax = 26

/** What may be glued before the class word: a quote, a dot, `Telegram`, a number or date, a tab. */
const gluedBefore =
  /^(?:Telegram|[\s".>*`']|\d{4}-\d\d-\d\d|\d{1,7}(?=[A-Z] |UNCLAS|CONFID|SECRET |LIMITED )){0,6}/

/**
 * Class words at the start of a line, exact or up to two letters off.
 *
 *     SS E C R E T LOME 000077   → SECRET, distance 1
 *     ^^^^^^^^^^^^
 */
export function readClassWords(words: string, distanceMax = 2): ClassWords | undefined {
  const lead = leadOf(words)
  const limit = Math.min(words.length, lead + reachCharacters)
  let best: ClassWords | undefined
  let closed = ''
  let pieces = 0
  let glued: ClassWords | undefined
  for (let at = blanksEnd(words, lead, limit); at < limit; at = blanksEnd(words, at, limit)) {
    if (++pieces > piecesMax || closed.length > 26) break
    const start = at
    while (at < limit && isOfWord(words.charCodeAt(at))) at++
    if (at === start) break
    const before = closed.length
    closed += words
      .slice(start, at)
      .replace(/[^A-Za-z]/g, '')
      .toUpperCase()
    const letters = lettersOf(closed)
    if (distanceMax > 0 && closed.length - before === at - start)
      glued ??= gluedTo(closed, before, lead, start - lead)
    // Prose: whatever follows, these letters make no class word.
    if (!spellings.some((each) => mayBeNear(letters & ~each.letters, distanceMax))) break
    best = better(best, nearest(closed, letters, distanceMax), lead, at - lead)
    if (at < limit && !isBlankCode(words.charCodeAt(at))) break
  }
  return glued !== undefined && (best === undefined || best.end < glued.end) ? glued : best
}

/** What makes another word of SECRET or CONFIDENTIAL: `SECRETARY`, `CONFIDENTIALITY`. */
const ordinaryEnding = /^(?:AR[YI]|LY|ITY|IVE|SER)/

/** Shortest word glued behind a class word, in letters. */
const gluedLettersMin = 3

/**
 * The blank behind the class word was lost: `UNCLASLOME 000077`, `CONFIDENTIALSECTION 01 OF 02`.
 * The letters up to `before` belong to earlier pieces; the last piece begins at `lead + index`.
 */
function gluedTo(
  closed: string,
  before: number,
  lead: number,
  index: number,
): ClassWords | undefined {
  for (const { closed: word, printed, level } of spellings) {
    if (word.length <= Math.max(before, 3) || closed.length < word.length + gluedLettersMin)
      continue
    if (!closed.startsWith(word) || ordinaryEnding.test(closed.slice(word.length))) continue
    return { level, printed, distance: 0, start: lead, end: lead + index + word.length - before }
  }
  return undefined
}

/** Farthest the words are read, UTF-16 code units. */
const reachCharacters = 80

/** Where the words begin; a letter but that of `Telegram` is their first. */
function leadOf(words: string): number {
  const code = words.charCodeAt(0) | 0x20
  if (code >= 0x61 && code <= 0x7a && code !== 0x74) return 0
  return gluedBefore.exec(words.slice(0, 60))?.[0].length ?? 0
}

/** `A` … `z`, and the signs that slip in: `'.,-`. */
function isOfWord(code: number): boolean {
  if (code >= 0x61 ? code <= 0x7a : code >= 0x41 && code <= 0x5a) return true
  return code === 0x27 || code === 0x2e || code === 0x2c || code === 0x2d
}

function nearest(
  closed: string,
  letters: number,
  distanceMax: number,
): { printed: string; level: LevelCode; distance: number } | undefined {
  let found: { printed: string; level: LevelCode; distance: number } | undefined
  for (const { closed: word, printed, level, letters: own } of spellings) {
    const limit = word.length <= 3 ? 0 : word.length <= 6 ? Math.min(1, distanceMax) : distanceMax
    if (Math.abs(word.length - closed.length) > limit) continue
    if (!mayBeNear(letters & ~own, limit) || !mayBeNear(own & ~letters, limit)) continue
    const distance = isSwapped(word, closed) ? 1 : editDistance(word, closed)
    if (distance > limit) continue
    if (found === undefined || distance < found.distance) found = { printed, level, distance }
  }
  return found
}

/** `UNLCAS`: two letters in each other's place are one slip. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  let at = 0
  while (a.charCodeAt(at) === b.charCodeAt(at)) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

function better(
  best: ClassWords | undefined,
  found: { printed: string; level: LevelCode; distance: number } | undefined,
  lead: number,
  length: number,
): ClassWords | undefined {
  if (found === undefined) return best
  if (best !== undefined && found.distance > best.distance) return best
  return { ...found, start: lead, end: lead + length }
}

/** One row of the table, overwritten from word to word. */
const row: number[] = []

/** Letters to insert, drop or change to make one word of the other. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  for (let column = 0; column <= b.length; column++) row[column] = column
  for (let line = 1; line <= a.length; line++) {
    const letter = a.charCodeAt(line - 1)
    let diagonal = row[0] ?? 0
    let left = line
    row[0] = line
    for (let column = 1; column <= b.length; column++) {
      const above = row[column] ?? 0
      const change = diagonal + (letter === b.charCodeAt(column - 1) ? 0 : 1)
      diagonal = above
      left = Math.min(above + 1, left + 1, change)
      row[column] = left
    }
  }
  return row[b.length] ?? 0
}

/** Controls that may stand behind class words, on the line or alone: `//NOFORN`, `E F T O`. */
const control =
  /^(?:\s|\/|,|-)*(NOFORN|NO ?FORN|N O F O R N|E ?F ?T ?O|SENSITIVE|SBU|FOUO|FOR OFFICIAL USE ONLY|NODIS|EXDIS|STADIS|LIMDIS|NOCONTRACT|ORCON|SIPDIS|SPECAT(?: EXCLUSIVE)?|ROGER CHANNEL)(?![A-Z])/i

/** Controls whose name in the record is not the closed one. */
const spacedControls: Readonly<Record<string, string>> = {
  FOROFFICIALUSEONLY: 'FOUO',
  SPECATEXCLUSIVE: 'SPECAT EXCLUSIVE',
  ROGERCHANNEL: 'ROGER CHANNEL',
}

/** One control at the start of a text: its closed name and its span. */
export function readControl(
  words: string,
): { name: string; start: number; end: number } | undefined {
  const match = control.exec(words.slice(0, 60))
  if (match?.[1] === undefined) return undefined
  const spelled = match[1].toUpperCase()
  const closed = spelled.replace(/ /g, '')
  const name = spacedControls[closed] ?? closed
  return { name, start: match[0].length - match[1].length, end: match[0].length }
}

/** The first letter of a level, or of `Telegram`: most lines need no closer look. */
const mayOpenBanner = /^[^A-Za-z]*[UCSTL]/i

/** True for a line that holds a classification, with or without controls, and nothing else. */
export function isBannerWords(words: string): boolean {
  if (words.length > 70 || !mayOpenBanner.test(words)) return false
  const classWords = readClassWords(words, 0)
  if (classWords === undefined) return false
  let at = classWords.end
  for (;;) {
    const next = readControl(words.slice(at))
    if (next === undefined) break
    at += next.end
  }
  return words.slice(at).trim() === ''
}
