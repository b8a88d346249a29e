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
  const found: ProtectionMark[] = []
  for (const form of [inBrackets, inSentence]) {
    for (const match of text.matchAll(form)) {
      const start = match.index
      const end = start + match[0].length
      if (/accordingly/i.test(match[0])) continue
      if (found.some((mark) => start < mark.end && end > mark.start)) continue
      found.push({ printed: match[0].replace(/\s+/g, ' ').trim(), start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
