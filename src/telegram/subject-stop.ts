import { isCaptionLine } from './caption.ts'
import { isHandling } from './handling.ts'
import { isRule } from './rule.ts'

/**
 * Where a subject stops within its line, in unwrapped copies even in mid-word (specification 2.12):
 *
 *     TALKS IN LOMEClassified By: …       TALKS 1. (C) Summary      TALKS ------- SUMMARY
 */
const stopInLine =
  /CLASSIFIED BY:?|DERIVED FROM {0,2}:|SENSITIVE BUT UNCLASS|\(?(?:\b(?:SBU|LOU|C|S|U|CONFIDENTIAL|SECRET|UNCLASSIFIED) ?-{1,2} ?)?ENTIRE TEXT|[\u00b6\ufffd] ?\d|\u00b6 ?(?:REF|$)|\b\d{1,2}\. {0,2}\((?:U|C|S|SBU|LOU|TS|S\/{1,2}NF|C\/{1,2}NF|SBU\/NF)\)|(?:\(|- ){0,2}C O R R E C T E D|SIPDIS|PLEASE (?:PROTECT|HANDLE) ACCORDINGLY|THIS (?:IS AN ACTION (?:REQUEST|MESSAGE|CABLE)|(?:MESSAGE|CABLE|TELEGRAM) (?:IS|HAS|WAS|CONTAINS|MAY) )|REF\(S\) ?[:.]|(?<=[\s"'?!)])[-=_*~\u2010]{5,}/i
/** Behind a subject in capitals the text begins with words in small letters. */
const stopBehindCapitals =
  /(?<=[\s.?!"')])(?:(?:Index|Contents|Summary|Headlines|Overview|Topics|Introduction)(?= ?[:.-]| *$)|SUMMARY ?[:.](?= {0,3}\(?[A-Z][a-z])|1\. {0,2}(?=[A-Z][a-z]))/
/** `SUBJ: FISH TALKS. 1. CALLED ON MINISTER` (D0, D1) */
const stopBehindSentence = /(?<=[.?!"')] {1,3}| {2,4})1\. {1,3}(?=[A-Z])/

/** Offset in a line from which it is no longer the subject, if there is one. */
export function subjectStop(line: string): number | undefined {
  let at = stopInLine.exec(line)?.index ?? line.length
  for (const pattern of [stopBehindCapitals, stopBehindSentence]) {
    const found = pattern.exec(line)?.index
    if (found === undefined || found >= at) continue
    if (pattern === stopBehindSentence || !/[a-z]{2}/.test(line.slice(0, found))) at = found
  }
  return at === line.length ? undefined : at
}

/** What a line below a subject is that ends it. */
const stopLine =
  /^(?:REF(?:S|TELS?|\(S\))?(?![A-Z])|REFERENCES?:|SUBJ(?:ECT)? ?:|CLASSIFIED BY|\u00b6|\ufffd|\[1\]\(#\)|\d{1,2}[.,]? ?\(|1[.)](?!\d)|SUMMARY *(?:$|[:.(-]|AND (?:COMMENT|ACTION|INTRO))|BEGIN SUMMARY|THIS (?:MESSAGE|CABLE|TELEGRAM|IS AN)|DERIVED FROM|E\.O\.|TAGS)/i
/** A heading in small letters: `Summary and Comment`, `Index:` */
const heading = /^(?:Summary|Index|Contents|Introduction|Headlines|Overview|Topics|Comment)\b/
/** `DEPT FOR AF/W`, `STATE PASS USTR`: an attention line out of its place. */
const attention =
  /^(?:DEPT|DEPARTMENT|STATE|SECSTATE|TREASURY|USDOC|NSC|DOD)\b(?= [^a-z]{0,60}\/| (?:PLEASE |PLS |ALSO )?PASS\b).{0,20}\b(?:FOR|PASS)\b/

/** First lines shorter than this did not wrap for want of room (specification 2.12). */
const wrappedCharactersMin = 35

/** True where `words` is no further line of a subject of which `taken` are the lines so far. */
export function endsSubject(words: string, taken: readonly string[]): boolean {
  if (stopLine.test(words) || heading.test(words) || attention.test(words)) return true
  if (isRule(words) || isCaptionLine(words) || isHandling(words)) return true
  if (!/[a-z]{2}/.test(words) || taken.some((each) => /[a-z]{2}/.test(each))) return false
  // The subject is in capitals, this line is not: text, unless it is a day or a short rest.
  const isText = words.length > 60 || /[.:]$/.test(words) || /^[A-Z][.)] /.test(words)
  const hadRoom = (taken.at(-1)?.length ?? 0) < wrappedCharactersMin
  return isText || (hadRoom && !/\d/.test(words))
}
