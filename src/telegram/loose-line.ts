import { isCaptionLine, readCaptions } from './caption.ts'
import { isHandling } from './handling.ts'
import { type SourceLine, toLine } from './lines.ts'
import { isCorrectionNotice, noticeLength } from './notice.ts'
import type { Source } from './source.ts'

/** Captions that are told from the words beside them on a line. */
const cuttable: ReadonlySet<string> = new Set([
  'SIPDIS',
  'NOFORN',
  'SENSITIVE',
  'NODIS',
  'EXDIS',
  'STADIS',
  'LIMDIS',
  'AIDAC',
])

/** Longest line that is cut, UTF-16 code units. */
const cutCharactersMax = 4000
/** Most captions cut off the end of a line. */
const trailingMax = 6

/** `; NSC FOR ROE`: the next attention line follows a semicolon. */
const afterSemicolon = /;\s{0,3}(?=(?:[A-Z][A-Z0-9/.-]{0,19} ){1,3}(?:PASS|FOR|ALSO|PLEASE|PLS)\b)/g
/** `… AND OES COMMERCE FOR ROE`: a house begins the next one; not `PASS TO USTR FOR ROE`. */
const beforeHouse =
  /(?<!\b(?:PASS|TO|AND|ALSO|OF|THE|US|PLEASE|PLS|FOR|FROM))[ ,]\s{0,2}(?=(?:NSC|TREASURY|COMMERCE|USDOC|USTR|DOD|DOJ|DOE|DOL|DHS|USAID|SECDEF|JUSTICE|ENERGY|LABOR|WHITE HOUSE|JOINT STAFF|JCS|CDC|DEA|CIA|DEPT|DEPT OF [A-Z]{4,14}|DEPARTMENT|STATE|USEU|USUN|USDOE|(?:US)?(?:SOUTH|EU|CENT|PA)COM|AM(?:EMBASSY|CONSUL) [A-Z]{3,20}) (?:PASS|FOR|ALSO FOR|PLEASE PASS|PLS PASS)\b)/g

/**
 * The loose lines of the head, cut where one holds several parts, as copies do that lost their
 * line ends:
 *
 *     SIPDIS STATE FOR AF/W; NSC FOR ROE SIPDIS
 *     ^ caption            ^ next one    ^ caption                 (specification 1.6, 2.8, 2.9)
 */
export function cutLooseLines(source: Source, lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) => {
    const words = source.plain.slice(line.start, Math.min(line.end, line.start + cutCharactersMax))
    if (line.end - line.start > cutCharactersMax || !mayBeCut(words)) return [line]
    return piecesAt(line, cutsOf(words))
  })
}

/** True where a caption or an attention line stands in the words, with more than itself. */
function mayBeCut(words: string): boolean {
  if (!/DIS|NOFORN|SENSITIVE|AIDAC|\b(?:FOR|PASS)\b/.test(words)) return false
  const trimmed = words.trim()
  return !isCaptionLine(trimmed) && !isHandling(trimmed)
}

/** Offsets in the words where a new part begins, ascending. */
function cutsOf(words: string): number[] {
  if (isCorrectionNotice(words)) return [noticeLength(words)]
  const from = leadingEnd(words)
  const to = trailingStart(words, from)
  const inner = [...words.matchAll(afterSemicolon), ...words.matchAll(beforeHouse)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > from && at < to)
  return [...new Set([from, ...inner, to])].sort((a, b) => a - b)
}

/** Behind the captions the words begin with, blanks included. */
function leadingEnd(words: string): number {
  const { found, end: last } = readCaptions(words)
  const other = found.findIndex(({ name }) => !cuttable.has(name))
  if (found.length === 0 || other === 0) return 0
  const end = found[other]?.start ?? last
  return /^(?:BUT|AND|CABLE|INFORMATION|TEXT|MATERIAL|\()/.test(words.slice(end)) ? 0 : end
}

/** Where the captions begin that the words end with; their length if there are none. */
export function trailingStart(words: string, from: number): number {
  let at = words.length
  for (let turn = 0; turn < trailingMax; turn++) {
    const before = words.slice(0, at).trimEnd()
    const name = [...cuttable].find((each) => before.endsWith(each))
    if (name === undefined) break
    const start = before.length - name.length
    // SIPDIS is no part of any word; the others need a blank before them.
    if (start <= from || (name !== 'SIPDIS' && !/[\s,;/]/.test(words[start - 1] ?? ''))) break
    at = start
  }
  return at
}

function piecesAt(line: SourceLine, cuts: readonly number[]): SourceLine[] {
  const starts = [line.start, ...cuts.map((cut) => line.start + cut)].filter(
    (at, index, all) => at < line.end && all.indexOf(at) === index,
  )
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return next === undefined ? toLine(start, line.end, line.next) : toLine(start, next, next)
  })
}
