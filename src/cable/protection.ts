/** A mark by which a drafter asked that a named source be shielded (specification 2.20). */
export interface ProtectionMark {
  /** As printed, blanks joined: `(strictly protect)`. */
  readonly printed: string
  /** Offsets in the text given. */
  readonly start: number
  readonly end: number
}

/** `(protect)`, `(strictly protect source)`, `[please protect]`; broken over lines. */
const inBrackets =
  /[([<]\s{0,8}_?\s{0,8}(?:(?:strictly|please|pls|source|sources|names?|identity|fully)[\s,:-]{1,8}){0,3}protect(?:ed)?(?:[\s,:-]{1,8}(?:strictly|throughout|sources?|names?|identity|identities|fully|the|his|her|their|contact|contacts)){0,4}[\s.]{0,8}[)\]>]/gi

/** `Please protect source.`: a sentence of its own. */
const inSentence =
  /\b(?:please|pls|strictly)\s{1,8}(?:strictly\s{1,8})?protect\s{1,8}(?:(?:the|this|his|her|their|all|our)\s{1,8}){0,2}(?:strictly|sources?|contacts?|names?|identity|identities|interlocutors?)\b[^.\n]{0,80}[.\n]?|\b(?:please|pls)\s{1,8}strictly\s{1,8}protect\s{0,4}[.;]|\bprotect\s{1,8}(?:sources?|strictly)\s{0,4}[.;]|(?<=[.!?\]]\s{1,3})protect\s{1,8}sources?\b/gi

/**
 * Finds source-protection marks in a text. The handling sentences `please protect accordingly` and
 * `SBU - please protect` are none of them. Such a mark is never part of anything public.
 */
export function protectionMarks(text: string): readonly ProtectionMark[] {
  if (!/protect/i.test(text)) return []
  const bracketed = matches(text, inBrackets)
  const found = [...bracketed]
  let at = 0
  for (const mark of matches(text, inSentence)) {
    // Both lists are in order: a sentence that holds a bracketed mark is the same mark.
    while ((bracketed[at]?.end ?? Infinity) <= mark.start) at++
    if ((bracketed[at]?.start ?? Infinity) >= mark.end) found.push(mark)
  }
  return found.sort((a, b) => a.start - b.start)
}

function matches(text: string, form: RegExp): readonly ProtectionMark[] {
  return Array.from(text.matchAll(form), (match) => ({
    printed: match[0].replace(/\s+/g, ' ').trim(),
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ printed }) => !/accordingly/i.test(printed))
}
