import { type BodyLine, runningTextCharacters } from './body-line.ts'

/** A signature's words as spans of the source. */
export interface FoundSignature {
  readonly names: readonly { readonly start: number; readonly end: number }[]
  readonly start: number
  /** Leaked columns begin here, if any: `ROE 0 03/04/2007 1234 PGOV,PREL`. */
  readonly leak: number | undefined
}

const capitalWord = "[A-Z][A-Z'\\u2019.-]*[A-Z](?:##)?"
const capitalName = new RegExp(
  `^(?:[A-Z]\\. ){0,2}${capitalWord}(?: ${capitalWord}){0,3}(?: (?:JR|SR|II|III|IV)\\.?)?$`,
)
const mixedWord = "(?:[A-Z][A-Za-z'\\u2019-]+|[A-Z]\\.|van|de|der|den|la|von|bin|al)"
const mixedName = new RegExp(`^${mixedWord}(?: ${mixedWord}){0,3}(?:,? Jr\\.?)?$`)
/** `ROE 0 03/04/2007 …`, `ROE⇥2007-03-04`: archive columns behind the name (specification 2.18). */
const leakBehind =
  /^(?<name>[A-Z][A-Za-z' -]{1,30}?)(?<leak>(?: {1,3}\d {1,3}\d{1,2}\/\d{1,2}\/\d{4}|\t{1,3}\d{4}-\d\d-\d\d).*)$/
/** `…next week. ROE`: the name behind the last sentence, a redaction or a rule. */
const behindSentence =
  /(?:[.?!"\u201d)\]*]|XXXX|---|===)\s{0,4}(?<name>[A-Z][A-Z'\u2019-]{1,20}(?: [A-Z][A-Z'\u2019-]{1,20}){0,2}(?: JR\.?)?|(?:van |de |Van |De )?[A-Z][a-z'\u2019]{2,18}(?:-[A-Z][a-z]{1,15})?)(?:##|"|\.)?$/

/** Words that stand alone at the end of a text and are no names. */
const notNames =
  /^(?:(?:END|BEGIN)\b.*|COMMENTS?|SUMMARY|NOTE|TEXT|UNQUOTE|QUOTE|NNNN?|SIPDIS|NOFORN|SENSITIVE|CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?|LIMITED OFFICIAL USE|EXEMPT|GP-?\d|REGARDS|BT|XXXX+|MINIMIZE CONSIDERED|THE|AND|TBD|N\/A|DECONTROL.*|GDS|XGDS.*|(?:Mr|Mrs|Ms|Dr|Gen|St|No|U\.S)\.?)$/i

/** Longest own-line signature, UTF-16 code units. */
const signatureCharactersMax = 44

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
  const at = line.start + line.indent
  const leaked = line.words.length <= 400 ? leakBehind.exec(line.words)?.groups : undefined
  const words = (leaked?.name ?? line.words).replace(/(?:["\u201d]|\.|##)$/, '').trimEnd()
  // `Yams.` is a last word, `ROE.` a signature with residue.
  const isWord = line.words.endsWith('.') && words !== words.toUpperCase()
  if (!isWord && isName(words) && stands(lines, last, words)) {
    const second = coSigner(lines, last)
    const own = { start: at, end: at + words.length }
    const leak = leaked === undefined ? undefined : at + (leaked.name ?? '').length
    return second === undefined
      ? { names: [own], start: at, leak }
      : { names: [second, own], start: second.start, leak }
  }
  return behindLastSentence(line)
}

function isName(words: string): boolean {
  if (words.length < 2 || words.length > signatureCharactersMax || notNames.test(words))
    return false
  return capitalName.test(words) || mixedName.test(words)
}

/** A name in mixed case needs the end of a sentence above: else it is the last wrapped word. */
function stands(lines: readonly BodyLine[], last: number, words: string): boolean {
  const above = lines[last - 1]
  if (above === undefined) return last !== 0
  if (above.isBlank || above.isRule || above.words.length > runningTextCharacters) return true
  if (/https?:\/\/|www\./.test(above.words.slice(-120))) return true
  if (/[.?!"\u201d):*-]$/.test(above.words)) return true
  return (
    capitalName.test(words) &&
    (above.words.length < 45 || above.words !== above.words.toUpperCase())
  )
}

/** A second signer on the line above: both in capitals, one word each. */
function coSigner(
  lines: readonly BodyLine[],
  last: number,
): { start: number; end: number } | undefined {
  const line = lines[last - 1]
  const words = line?.words ?? ''
  if (line === undefined || words.includes(' ') || words.length < 3 || !isName(words))
    return undefined
  if (!capitalName.test(words) || lines[last]?.words.includes(' ')) return undefined
  const above = lines[last - 2]
  if (above !== undefined && !above.isBlank && !/[.?!"\u201d)]$/.test(above.words)) return undefined
  const at = line.start + line.indent
  return { start: at, end: at + words.length }
}

/** A number, a mark and a portion, alone or together. */
const opening = /^(?:\u00b6|\[1\]\(#\))?(?:\d{1,4}[.,)]?)?\s{0,3}(?:\([A-Z /]{1,20}\))?\s?$/

/** How far back from the end of a long last line the name is searched, UTF-16 code units. */
const tailReachCharacters = 120

function behindLastSentence(line: BodyLine): FoundSignature | undefined {
  const from = Math.max(0, line.words.length - tailReachCharacters)
  const tail = line.words.slice(from)
  const match = behindSentence.exec(tail)
  const name = match?.groups?.name
  if (match === null || name === undefined || notNames.test(name)) return undefined
  if (match.index + from === 0 || line.words.length < 12) return undefined
  // `4. (C) Text` is no signature, whatever its case.
  if (opening.test(line.words.slice(0, from + match.index + 1))) return undefined
  // In mixed case only a sentence end before it and nothing behind it tell a name from a word.
  const isMixed = name !== name.toUpperCase()
  if (isMixed && (!/^[.?!"\u201d]/.test(match[0]) || match[0].endsWith('.'))) return undefined
  const start = line.start + line.indent + from + match.index + match[0].lastIndexOf(name)
  return { names: [{ start, end: start + name.length }], start, leak: undefined }
}
