import { type BodyLine, runningTextCharacters } from './body-line.ts'
import { behindLastSentence } from './signature-behind.ts'
import { isCapitalName, isNoName, isSignatureName } from './signature-name.ts'

/** A signature's words as spans of the source. */
export interface FoundSignature {
  readonly names: readonly { readonly start: number; readonly end: number }[]
  readonly start: number
  /** Leaked columns begin here, if any: `ROE 0 03/04/2007 1234 PGOV,PREL`. */
  readonly leak: number | undefined
}

/** `ROE 0 03/04/2007 …`, `ROE⇥2007-03-04`: archive columns behind the name (specification 2.18). */
const leakBehind =
  /^(?<name>[A-Z][A-Za-z' -]{1,30}?)(?<leak>(?: {1,3}\d {1,3}\d{1,2}\/\d{1,2}\/\d{4}|\t{1,3}\d{4}-\d\d-\d\d).*)$/
/** The same behind the last sentence: `… next week. ROE 0 03/04/2007 1234 PGOV,PREL`. */
const leakAtEnd =
  /(?: {1,3}\d {1,3}\d{1,2}\/\d{1,2}\/\d{4} \d{1,7}|\t{1,3}\d{4}-\d\d-\d\d).{0,160}$/
/** What may stand before a name on its line: a quote, a dash, `REGARDS,`, `SIGNATURE:`. */
const lead =
  /^(?:["\u201c>]|-{1,3} ?|\*{1,3} ?|(?:(?:(?:best|warm|kind) )?regards|sincerely|signed|signature)[,.:;]{1,2} )/i
/** `ROE NNNN`, `ROE UNCLASSIFIED NNNN`: the end of a copy that lost its line ends. */
const endBehind =
  /(?:\s{1,3}(?:N{4}|UNCLAS(?:SIFIED)?|CONFIDENTIAL|LIMITED OFFICIAL USE|SECRET(?! \w))){1,4}\s{0,9}$/
/** Residue behind it: `ROE##`, `ROE "`, `ROE.`, `ROE (ACTING)`, `ROE YYY`, `ROE<br>`. */
const residueBehind = /(?:[\s"\u201d#.\u00b6]|<br ?\/?>|,? ?\(?\bacting\b\)?|\sYY+){1,8}$/i

/**
 * The signature in the last text lines of a body, `last` being the index of the last of them.
 *
 *     …to meet again.
 *     VAN ROE            own line 70 %, behind the last sentence 23 % (specification 2.18)
 */
export function readSignature(
  lines: readonly BodyLine[],
  last: number,
): FoundSignature | undefined {
  const line = lines[last]
  if (line === undefined || line.isBlank) return undefined
  const leaked = line.words.length <= 400 ? leakBehind.exec(line.words)?.groups : undefined
  const unended = line.words.slice(0, endOf(line.words))
  const printed = leaked?.name ?? unended
  const before = printed.length > 120 ? 0 : (lead.exec(printed)?.[0].length ?? 0)
  const words = withoutResidue(printed.slice(before))
  if (words !== '' && isSignatureName(words) && stands(lines, last, words, before)) {
    const at = line.start + line.indent + before
    const second = before > 0 ? undefined : coSigner(lines, last)
    const own = { start: at, end: at + words.length }
    const leak = leaked === undefined ? undefined : at + (leaked.name ?? '').length
    return second === undefined
      ? { names: [own], start: at, leak }
      : { names: [second, own], start: second.start, leak }
  }
  const columns = leaked === undefined ? columnsAtEnd(line.words) : undefined
  const behind = behindLastSentence(
    columns === undefined ? unended : line.words.slice(0, columns).trimEnd(),
  )
  if (behind === undefined) return undefined
  const start = line.start + line.indent + behind.start
  const end = start + behind.length
  return { names: [{ start, end }], start, leak: columns === undefined ? undefined : end }
}

/** Where leaked columns begin at the end of a line. */
function columnsAtEnd(words: string): number | undefined {
  const from = Math.max(0, words.length - 240)
  const tail = words.slice(from)
  if (!/\d[/-]\d/.test(tail)) return undefined
  const match = leakAtEnd.exec(tail)
  return match === null ? undefined : from + match.index
}

/** Where the words end before the marks of the end of a copy. */
function endOf(words: string): number {
  const tail = words.slice(-80)
  return words.length - tail.length + (endBehind.exec(tail)?.index ?? tail.length)
}

function withoutResidue(words: string): string {
  const tail = words.slice(-40)
  const residue = residueBehind.exec(tail)?.[0].length ?? 0
  return residue === 0 ? words : words.slice(0, words.length - residue)
}

/** A name in mixed case needs the end of a sentence above: else it is the last wrapped word. */
function stands(lines: readonly BodyLine[], last: number, words: string, before: number): boolean {
  const line = lines[last]
  const above = lines[last - 1]
  const isMixed = !isCapitalName(words)
  const sign = line?.words.charAt(0) ?? ''
  // `- OMAN` below `- QATAR` is the end of a list.
  if (before > 0 && /^[-*]/.test(sign)) {
    if (isMixed || above === undefined || above.words.startsWith(sign)) return false
    return above.isBlank || /[.?!"\u201d)]$/.test(above.words)
  }
  // `Yams.` is a last word unless a sentence ended above; `ROE.` a signature with residue.
  if (isMixed && line?.words.endsWith('.') === true)
    return above !== undefined && !above.isBlank && /[.?!"\u201d)]$/.test(above.words)
  // `… WITH "THE EELS"␤WERE SOLD.` in a text of capitals is the end of its last sentence.
  if (line?.words.endsWith('.') === true && words.includes(' ') && isLastSentence(words, above))
    return false
  if (above === undefined) return last !== 0 || isLone(words)
  if (above.isBlank || above.isRule || above.words.length > runningTextCharacters) return true
  if (/https?:\/\/|www\./.test(above.words.slice(-120))) return true
  if (/[.?!"\u201d):*-]$/.test(above.words)) return true
  // `UNQUOTE` ␤ `ROE`, `END TEXT` ␤ `ROE`
  if (/(?:\b|\s)(?:UNQUOTE|UNQTE|END (?:TEXT|QUOTE|SUMMARY|COMMENT|NOTE))$/i.test(above.words))
    return true
  if (isMixed) return false
  if (above.words.length < 45 || above.words !== above.words.toUpperCase()) return true
  return !words.includes(' ') && hadRoom(lines, last)
}

function isLastSentence(words: string, above: BodyLine | undefined): boolean {
  return above !== undefined && !above.isBlank && !/[a-z]/.test(above.words) && !isLone(words)
}

/** Lines above a name that tell how long lines are. */
const widthLines = 12

/** The last word would have stood on the line above, had it been a word of the text. */
function hadRoom(lines: readonly BodyLine[], last: number): boolean {
  const above = lines[last - 1]?.words.length ?? 0
  const widths = lines
    .slice(Math.max(0, last - widthLines), last - 1)
    .map((each) => each.words.length)
    .filter((length) => length <= runningTextCharacters)
  return above + 1 + (lines[last]?.words.length ?? 0) <= Math.max(0, ...widths)
}

/** A text that is nothing but a name in capitals: `ROE`, `VAN ROE`; two words may be anything. */
function isLone(words: string): boolean {
  return isCapitalName(words) && /^(?:(?:VAN|DE|VON|LA|DEL|ST\.) )*[^\s,]{3,}$/.test(words)
}

/** A second signer on the line above: both in capitals, one word each. */
function coSigner(
  lines: readonly BodyLine[],
  last: number,
): { start: number; end: number } | undefined {
  const line = lines[last - 1]
  const words = line?.words ?? ''
  if (line === undefined || words.includes(' ') || words.length < 3) return undefined
  if (!isSignatureName(words) || !isCapitalName(words) || isNoName(words)) return undefined
  if (lines[last]?.words.includes(' ')) return undefined
  const above = lines[last - 2]
  if (above !== undefined && !above.isBlank && !/[.?!"\u201d)]$/.test(above.words)) return undefined
  const at = line.start + line.indent
  return { start: at, end: at + words.length }
}
