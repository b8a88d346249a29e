/** One feature by which a text is known to be a telegram. */
interface Mark {
  /** Name of the part, as in specification 1.2 and 1.4. */
  readonly part: string
  readonly pattern: RegExp
}

// Every pattern is anchored at a line start and bounded, so that the whole test is linear.
const marks: readonly Mark[] = [
  // VZCZCXRO3323
  { part: 'transmission id', pattern: /^[ \t]{0,40}VZCZC[A-Z]{2,4}\d{3,5}/m },
  // DE RUEHHI #0905/01 2180714
  { part: 'station line', pattern: /^[ \t]{0,40}DE R[A-Z]{3,7} #\d{4}/m },
  // R 050714Z AUG 08, 141530Z Mar 06
  { part: 'date-time group', pattern: /^[^\n]{0,80}?\b\d{6}Z [A-Za-z]{3} \d{2}\b/m },
  // FM AMEMBASSY HANOI
  { part: 'originator', pattern: /^[ \t]{0,40}FM {1,3}[A-Z]{2,}/m },
  // PAGE 01        LOME    00077
  {
    part: 'page line',
    pattern: /^[ \t]{0,40}PAGE \d{2,3} {1,12}[A-Z]{2}[A-Z ]{0,8} {0,12}\d{4,6}/m,
  },
  // C O N F I D E N T I A L SECTION 01 OF 02 LOME 000077, UNCLAS LOME 000077
  {
    part: 'classification line',
    pattern:
      /^[ \t"'.>]{0,40}(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|U ?N ?C ?L ?A ?S|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F ?I ?C ?I ?A ?L)(?:[ \t]|$|SI|ED)/m,
  },
  // The same line in mixed case needs its post and number: `S e c r e t lome 000077`.
  {
    part: 'classification line',
    pattern:
      /^[ \t]{0,40}(?:c ?o ?n ?f ?i ?d ?e ?n ?t ?i ?a ?l|s ?e ?c ?r ?e ?t|u ?n ?c ?l ?a ?s)[^\n]{1,80}? \d{4,6}[ \t\r]*$/im,
  },
  // E.O. 12958: DECL: 08/05/2018
  { part: 'executive-order line', pattern: /^[ \t]{0,40}E\.? ?[O0]\.?:? ?\d{4,5}/im },
  // TAGS: PREL, VM
  { part: 'tags line', pattern: /^[^\n]{0,120}?\bTAGS?(?:[:;,]| [A-Z]{2,4}\b)/m },
  { part: 'tags line', pattern: /^[ \t]{0,40}tags?[:;]/im },
  // SUBJECT: …
  { part: 'subject line', pattern: /^[ \t]{0,40}SUBJ(?:ECT)?[ \t]{0,3}:/im },
  { part: 'reference line', pattern: /^[ \t]{0,40}REF(?:S|TELS?|\(S\))?[ \t]{0,3}:/m },
  { part: 'authority', pattern: /^[ \t]{0,40}Classified By:/im },
  // 1. (C) …
  {
    part: 'portion-marked paragraph',
    pattern: /^[^\w\n]{0,6}\d{1,3}[.,]?[ \t]{0,3}\((?:U|C|S|TS|SBU|LOU)(?:\/{1,2}[A-Z]{1,4})?\)/m,
  },
  { part: 'extract', pattern: /^This record is a partial extract of the original cable\./m },
]

/**
 * Names the first feature by which a text is known as a telegram, or undefined.
 *
 * Deliberately generous: one line that looks like a part of a telegram is enough, since a damaged
 * cable is still a cable, and what is taken in can be withheld.
 */
export function telegramMark(text: string): string | undefined {
  return marks.find(({ pattern }) => pattern.test(text))?.part
}
