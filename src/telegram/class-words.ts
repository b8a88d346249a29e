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
const spellings: readonly { closed: string; printed: string; level: LevelCode }[] = [
  { closed: 'UNCLASSIFIED', printed: 'UNCLASSIFIED', level: 'U' },
  { closed: 'UNCLAS', printed: 'UNCLAS', level: 'U' },
  { closed: 'CONFIDENTIAL', printed: 'CONFIDENTIAL', level: 'C' },
  { closed: 'SECRET', printed: 'SECRET', level: 'S' },
  { closed: 'TOPSECRET', printed: 'TOP SECRET', level: 'TS' },
  { closed: 'LIMITEDOFFICIALUSE', printed: 'LIMITED OFFICIAL USE', level: 'LOU' },
  { closed: 'LIMOFFUSE', printed: 'LIMITED OFFICIAL USE', level: 'LOU' },
  { closed: 'SENSITIVEBUTUNCLASSIFIED', printed: 'SENSITIVE BUT UNCLASSIFIED', level: 'SBU' },
  { closed: 'SBU', printed: 'SBU', level: 'SBU' },
]

/** Letter-spaced words have at most this many pieces (`S E N S I T I V E …`). */
const piecesMax = 26

/** What may be glued before the class word: a quote, a dot, `Telegram`, a number or date, a tab. */
const gluedBefore = /^(?:Telegram|[\s".>*`']|\d{4}-\d\d-\d\d|\d{1,7}(?=[A-Z] )){0,6}/

/**
 * Class words at the start of a line, exact or up to two letters off.
 *
 *     SS E C R E T LOME 000077   → SECRET, distance 1
 *     ^^^^^^^^^^^^
 */
export function readClassWords(words: string, distanceMax = 2): ClassWords | undefined {
  const lead = gluedBefore.exec(words.slice(0, 60))?.[0].length ?? 0
  let best: ClassWords | undefined
  let closed = ''
  let pieces = 0
  let glued: ClassWords | undefined
  for (const piece of words.slice(lead, lead + 80).matchAll(/[^\s]+/g)) {
    if (++pieces > piecesMax || closed.length > 26) break
    const whole = /^[A-Za-z'.,-]+/.exec(piece[0])?.[0]
    if (whole === undefined) break
    const letters = whole.replace(/[^A-Za-z]/g, '')
    const before = closed.length
    closed += letters.toUpperCase()
    best = better(best, nearest(closed, distanceMax), lead, piece.index + whole.length)
    if (distanceMax > 0 && letters === whole) glued ??= gluedTo(closed, before, lead, piece.index)
    if (whole.length < piece[0].length) break
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

function nearest(
  closed: string,
  distanceMax: number,
): { printed: string; level: LevelCode; distance: number } | undefined {
  let found: { printed: string; level: LevelCode; distance: number } | undefined
  for (const { closed: word, printed, level } of spellings) {
    const limit = word.length <= 3 ? 0 : word.length <= 6 ? Math.min(1, distanceMax) : distanceMax
    if (Math.abs(word.length - closed.length) > limit) continue
    if (limit === 0 && word !== closed) continue
    const distance = editDistance(word, closed)
    if (distance > limit) continue
    if (found === undefined || distance < found.distance) found = { printed, level, distance }
  }
  return found
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

/** Letters to insert, drop or change to make one word of the other; both shorter than 32. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + change,
        ),
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
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
