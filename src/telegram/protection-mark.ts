/** A mark by which a drafter asked that a named source be shielded (specification 2.20). */
export interface ProtectionMark {
  /** As printed, blanks joined: `(strictly protect)`. */
  readonly printed: string
  /** Offsets in the text given, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** The name, or the covered words, right before the mark. */
  readonly name?: { readonly start: number; readonly end: number }
}

/** The word itself, also cut by the line end or misspelt. */
const word =
  /(?<![A-Za-z])(?:protect(?:ed)?|pro-?[\r\n]{1,2} {0,8}tect|portect|protcet|protct|protec|prtect|pprotect)(?![A-Za-z])/gi
const anyWord = /tect|portec|protc/i

const openSigns = '([<{'
const closeSigns = ')]>}'
/** How far a bracket or a sentence around the word is looked at, UTF-16 code units. */
const reachCharacters = 80

/** `please`, `strictly`, `source,`: what may stand before the word within brackets. */
const beforeInBrackets =
  /(?:^|[\s,;:/\u2013\u2014_-])(?:(?:strictly|please|pls|kindly|fully|sources?|names?|identity|and|must be|should be|to be)[\s,;:-]{0,8}){1,4}$/i
/** `source`, `his identity`, `throughout`: what may stand behind it. */
const behindInBrackets =
  /^[\s,:;-]{0,8}(?:(?:strictly|throughout|fully|please|pls|him|her|them|at all costs|(?:(?:the|this|his|her|their|our|all) )?(?:sources?|names?|identity|identities|contacts?|position))\b[\s,;.-]{0,4}){0,4}\s*$/i
/** What asks, right before the word in a sentence. */
const asking = /\b(?:(?:please|pls|kindly|strictly|fully|and)\s{1,8}){1,4}$/i
/** The last word of it, looked for first. */
const lastAsks = /(?:ease|pls|ly|and)\s{1,8}$/i
/** What is to be shielded. */
const shielded =
  /^\s{1,8}(?:(?:the|this|his|her|their|all|our|my|your)\s{1,8}){0,2}(?:strictly|sources?|contacts?|names?|identity|identities|confidentiality|anonymity|interlocutors?|him|her|them|throughout|fully)\b(?!\s+(?:of|from)\s+(?:water|energy|income|supply|funds?))/i
/** The sentence, or the part of it between dashes, ends. */
const clauseEnds =
  /^(?:["'\u201d]?\s{0,4}(?:[.,;:!?)\]\u2013\u2014]|-{1,2}(?![A-Za-z]))|\s*$|\s{0,4}[\r\n])/
/** `the source's identity should be strictly (protected)` */
const passive =
  /\b(?:sources?|contacts?|interlocutors?|identity|names?)(?:,? who(?:se (?:name|identity))?)?\s{1,4}(?:must|should)\s{1,4}be\s{1,4}(?:strictly\s{1,4}|fully\s{1,4})?$/i
/** The handling sentences and captions, which shield no person. */
const handled =
  /(?:SBU|but unclas\w*|unclassified|official use(?: only)?|FOUO|this (?:cable|message|telegram))[^.]{0,30}[.,;:\s-]{0,6}$/i

/**
 * Finds source-protection marks in a text. The handling sentences `please protect accordingly` and
 * `SBU - please protect` are none of them. Such a mark is never part of anything public.
 */
export function protectionMarks(text: string): readonly ProtectionMark[] {
  if (!anyWord.test(text)) return []
  const { squeezed, offsetOf } = squeeze(text)
  return marksIn(squeezed).map(({ printed, start, end, name: own }) => ({
    printed,
    start: offsetOf(start),
    end: offsetOf(end - 1) + 1,
    ...(own !== undefined && {
      name: { start: offsetOf(own.start), end: offsetOf(own.end - 1) + 1 },
    }),
  }))
}

/** Blanks that stay of a longer run: the mark of a page between two words is blanks by now. */
const blanksKept = 3

/** The text with long runs of blanks cut short, and the way back from its offsets. */
function squeeze(text: string): { squeezed: string; offsetOf(offset: number): number } {
  const pieces: string[] = []
  const cuts: { readonly at: number; readonly removed: number }[] = []
  let from = 0
  let removed = 0
  for (const run of text.matchAll(/(?<!\s)\s{4,}/g)) {
    const keep = run.index + blanksKept
    pieces.push(text.slice(from, keep))
    removed += run[0].length - blanksKept
    cuts.push({ at: run.index + run[0].length - removed, removed })
    from = run.index + run[0].length
  }
  pieces.push(text.slice(from))
  let next = 0
  return {
    squeezed: pieces.join(''),
    offsetOf(offset) {
      while (next > 0 && (cuts[next - 1]?.at ?? 0) > offset) next--
      while ((cuts[next]?.at ?? Infinity) <= offset) next++
      return offset + (cuts[next - 1]?.removed ?? 0)
    },
  }
}

function marksIn(text: string): readonly ProtectionMark[] {
  const found: ProtectionMark[] = []
  let end = -1
  for (const match of text.matchAll(word)) {
    if (match.index < end) continue
    const span = spanOf(text, match.index, match[0])
    if (span === undefined || span.start < end) continue
    end = span.end
    const name = nameBefore(text, span.start)
    found.push({
      printed: text.slice(span.start, span.end).replace(/\s+/g, ' ').trim(),
      ...span,
      ...(name !== undefined && { name }),
    })
  }
  return found
}

interface Span {
  readonly start: number
  readonly end: number
}

function spanOf(text: string, at: number, printed: string): Span | undefined {
  const behind = at + printed.length
  const after = text.slice(behind, behind + reachCharacters)
  const before = text.slice(Math.max(0, at - reachCharacters), at)
  const bracketed = inBrackets(before, after, at, behind, /ed$/i.test(printed))
  if (bracketed !== undefined) return bracketed
  if (/ed$/i.test(printed)) {
    const start = passive.exec(before)?.[0].length
    return start === undefined ? undefined : { start: at - start, end: behind }
  }
  return inSentence(before, after, at, behind)
}

/** `(protect)`, `[strictly protect]`, `<_protect>`, `(Jane Roe, please protect)`. */
function inBrackets(
  before: string,
  after: string,
  at: number,
  behind: number,
  isPassive: boolean,
): Span | undefined {
  const open = lastOf(before, openSigns)
  const close = firstOf(after, closeSigns)
  if (open < 0 || close < 0 || open < lastOf(before, closeSigns)) return undefined
  const inside = before.slice(open + 1).replace(/^_/, '')
  const rest = after.slice(0, close)
  if (firstOf(rest, openSigns) >= 0 || handled.test(inside)) return undefined
  if (!behindInBrackets.test(rest) && (isPassive || !givesReason(inside, rest))) return undefined
  const whole = { start: at - before.length + open, end: behind + close + 1 }
  if (inside.trim() === '') return whole
  const qualified = beforeInBrackets.exec(inside)?.[0]
  if (qualified === undefined) {
    const isApart = /(?:[,;:\u2013\u2014_]|--?)\s{0,8}$/.test(inside)
    return isApart && !isPassive ? { start: at, end: behind + close } : undefined
  }
  const covers = qualified.trim().length >= inside.trim().length
  return covers ? whole : { start: at - qualified.trimStart().length, end: behind + close }
}

/** `(strictly protect because of her family)`; not `(please protect this cable accordingly)`. */
function givesReason(inside: string, rest: string): boolean {
  return (
    /\b(?:strictly|please|pls)\s{1,3}$/i.test(inside) &&
    !/accordingly|appropriately|\b(?:cable|message|telegram)\b/i.test(rest)
  )
}

/** `Please protect source.`, `-- protect --`, `, strictly protect,`, `Protect source.` */
function inSentence(before: string, after: string, at: number, behind: number): Span | undefined {
  const asked = lastAsks.test(before.slice(-20)) ? (asking.exec(before)?.[0] ?? '') : ''
  const object = shielded.exec(after)?.[0] ?? ''
  const lead = before.slice(0, before.length - asked.length)
  const end = behind + object.length + (/^[.]/.test(after.slice(object.length)) ? 1 : 0)
  const span = { start: at - asked.length, end }
  const isPlea = /please|pls|kindly/i.test(asked)
  if (isPlea && object !== '') return span
  const ends = clauseEnds.test(after.slice(object.length))
  if (asked !== '' && /\b(?:to|not|will|must|and|can|should)\s{1,8}$/i.test(lead)) return undefined
  if (asked !== '' && /please|pls|kindly|strictly/i.test(asked))
    return (ends || object !== '') && !handled.test(lead) ? span : undefined
  // `Protect him` may be anything; `Protect source` is a plea.
  if (object !== '' && !/(?:him|her|them)$/i.test(object))
    return opensSentence(before) ? span : undefined
  return ends && /(?:--|[\u2013\u2014]|\s-)\s{0,4}$/.test(before) && !handled.test(before)
    ? span
    : undefined
}

/** Nothing, or the end of a sentence, stands before. */
function opensSentence(before: string): boolean {
  const trimmed = before.trimEnd()
  return trimmed === '' || /[.!?:;)\]"\u201d>\u2013\u2014*-]$/.test(trimmed)
}

function lastOf(text: string, signs: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (signs.includes(text.charAt(at))) return at
  return -1
}

function firstOf(text: string, signs: string): number {
  for (let at = 0; at < text.length; at++) if (signs.includes(text.charAt(at))) return at
  return -1
}

/** `Jane B. de la Roe`, `XXXXXXXXXXXX`, right before a mark; a comma may stand between. */
const nameWord = "[A-Z](?:\\.|[A-Za-z'\\u2019-]{1,30})"
const particle = '(?:de|la|del|van|von|der|bin|ibn|al|el)'
const name = new RegExp(
  `(?<![A-Za-z.\\u0425])(?:(?:X{4,}|x{4,}|\\u0425{4,})|${nameWord}(?:\\s{1,8}(?:${particle}\\s{1,8}){0,2}${nameWord}){0,3})(?=[\\s,"'\\u201d-]{0,8}$)`,
)

/** Longer than the longest name with the blanks around it, UTF-16 code units. */
const nameReachCharacters = 320

function nameBefore(text: string, start: number): Span | undefined {
  const from = Math.max(0, start - nameReachCharacters)
  const match = name.exec(text.slice(from, start))
  if (match === null || match[0].endsWith('.')) return undefined
  const at = from + match.index
  return { start: at, end: at + match[0].length }
}
