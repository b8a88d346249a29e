/** `-------`, `=====`, `---------- ------` (45 dashes, a blank, the rest), U+2010 for a dash. */
const solid = /^[-=_*#~\u2010\u2013\u2014]{3,}(?: {1,3}[-=_*#~\u2010\u2013\u2014]+){0,12}$/
/** `- - - - -`, and at most one sign at the end. */
const spaced = /^(?:[-=*_] ){3,}[-=*_]?$/

/** Longest rule, UTF-16 code units. */
const ruleCharactersMax = 200

/** The first character tells of most lines that they are no rule. */
function isSign(words: string): boolean {
  return '-=_*#~\u2010\u2013\u2014'.includes(words.charAt(0))
}

/** True for a line that is nothing but a rule (specification 1.6). */
export function isRule(words: string): boolean {
  if (words.length < 3 || words.length > ruleCharactersMax || !isSign(words)) return false
  return solid.test(words) || spaced.test(`${words} `)
}
