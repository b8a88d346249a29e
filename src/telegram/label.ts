import { opensBareList } from './bare-list.ts'
import { linesWithin, type SourceLine, toLine } from './lines.ts'
import { isCorrectionNotice, noticeLength, noticeLines } from './notice.ts'
import { isItemAt } from './reference-shape.ts'
import type { Source } from './source.ts'
import { isTagRow } from './tag-line.ts'

/** The labelled fields between the classification line and the first paragraph. */
export type LabelKind = 'executiveOrder' | 'tags' | 'subject' | 'references' | 'authority'

/** A label and where it stands; the value begins at `end`. */
export interface Label {
  readonly kind: LabelKind
  readonly start: number
  readonly end: number
  readonly opensLine: boolean
}

/** A label at the start of a line: in E.O. 96 %, TAGS 97 %, SUBJECT 99.9 %, REF 90 % (1.6). */
const atLineStart: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'executiveOrder',
    /^(?:E[.,/]? ?[O0Q][.,]? {0,3}[:#]? {0,3}(?=[\dlI]\d{3,5}(?!\d))|E\.[A-Z0]\. {0,2}(?=\d{5})|\.?O\. {0,2}(?=1[1-3]\d{3}(?!\d))|EXECUTIVE ORDER:? {0,3}(?:NO\.? )?(?=\d{5})|E\.O\.(?=\s*(?:DECL|N\/A|$)))/i,
  ],
  // The first half of the line was lost: `DECL: 03/04/2017`
  ['executiveOrder', /^(?=DECL(?:ASSIFY)?(?: ON)? ?: ?(?:\d|X\d|OADR))/i],
  [
    'tags',
    /^(?:\((?:U|C|S|SBU)\) {0,2})?(?:TAGS?|TAGES|AGS|TGS|TAS|TABS)(?: {0,2}[:;,.]| {1,2}[-\u2013](?= )| +(?=\(?[A-Z]{2,5}(?:[\s,;]|$)))/i,
  ],
  // Letters lost or replaced on the line: `TAGQ:`, `TAAGS:`, `T A G S:`
  [
    'tags',
    /^(?:[A-Z]AGS|T[A-Z]GS|TA[A-Z]S|TAG[A-Z]|TAGSS|TAAGS|TAGGS|ATGS|TGAS|TASG|T A G S) {0,2}[:;](?=\s*\(?[A-Z]{2,5}(?:[\s,;/]|$))/i,
  ],
  ['subject', /^(?:\((?:U|C|S|SBU|LOU)\) {0,2})?(?:SUBJECTS?|SUBJ\.?) {0,3}[:;]/i],
  // Up to two letters lost, two swapped, one replaced: `SBJECT:`, `SUBEJCT:`, `SUBJEKT:`
  ['subject', /^(?=[A-Z]{5,8} {0,3}[:;])S?U?B?J?E?C?T{0,2}S? {0,3}[:;]/i],
  [
    'subject',
    /^(?:USBJECT|SBUJECT|SUJBECT|SUBEJCT|SUBJCET|SUBJETC|[A-Z]UBJECT|S[A-Z]BJECT|SU[A-Z]JECT|SUB[A-Z]ECT|SUBJ[A-Z]CT|SUBJE[A-Z]T|SUBJEC[A-Z]|S U B J E C T) {0,3}[:;]/i,
  ],
  ['subject', /^SUBJ(?:ECT)? {1,2}[-\u2013](?= [A-Z0-9("'])/],
  ['subject', /^(?:SUBJECT|SUBJ|UBJECT)[. ] {0,6}(?=[A-Z0-9("'])(?![A-Z]?[a-z])/],
  ['subject', /^(?:SUBJECT|SUBJ)\.?(?=\s*$)/i],
  [
    'references',
    /^(?:\((?:U|C|S|SBU)\) {0,2})?(?:PROGRAM )?(?:REF(?:S|TELS?|TEL\(S\)|\(S\))?|REFERENCES?|REFERENCE\(S\)|REFERENCED(?: CABLES?)?) {0,2}(?:[:;](?!\d{1,3}(?!\d| ?[A-Z]))|\.(?= ?[A-Z(\d]|$)|[,-](?= ?\(?'?(?:\d{2,4} ?)?[A-Z][A-Z' .]{2,24} \d))/i,
  ],
  ['references', /^REF(?:S|TELS?|\(S\))?(?=\s*$)/i],
  [
    'references',
    /^REF(?:S|TELS?|\(S\))?(?=\([A-Z]\)[.:)]? ?[A-Z\d]|[ \t]{1,4}(?:\(?[A-Z][.):]|\(|(?:\d{2}|(?:19|20)\d\d) ?[A-Z]|TELCON|E-?MAIL|[A-Z][A-Z' .-]{2,24} \d))/i,
  ],
  [
    'authority',
    /^(?:\((?:U|C|S|SBU)\) {0,2})?(?:C?[LA]{2}S{1,3}I{0,2}F{1,2}[IE]{0,3}F?[IE]{0,2}D?|CLSSIFIED|CLASSIFICATION) {0,2}B ?Y\b {0,2}[:;,]?/i,
  ],
  ['authority', /^(?:CLASSIFICATION )?DERIVED (?:FROM|PER|BY)\b {0,2}[:;]?/i],
  ['authority', /^CLASS(?:IFIED)? ?(?:BY ?[:;]|: ?BY\b ?:?|PER\b(?= REF| SEC| E\.?O))/i],
]

/** Labels in the middle of a line or glued to the word before (`…SIPDISE.O. 12958`). */
const inLine: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'executiveOrder',
    /(?<![A-Z])E\.? ?[O0]\. {0,2}[:#]? {0,2}(?=\d{5})|(?<=\s)E\.o\. {0,2}(?=\d{5})|(?<=\s)E\.O (?=1[1-3]\d{3}(?!\d))|(?<=[A-Z])E\.[O0]\. {0,2}(?=\d{5})|(?<=\s)EO (?=\d{5})|(?<=[A-Z\d)/])EO (?=1[1-3]\d{3}(?!\d))/g,
  ],
  [
    'tags',
    /(?<=[\s\d)"/A-Z])TAGS? {0,1}[:;]|(?<=[\s\d)"])Tags ?:|(?<=[\s\d)"/A])TAGS +(?=[A-Z]{2,5}(?:[\s,;]|$))/g,
  ],
  ['subject', /(?<=[\s\w)"])(?:SUBJECT|SUBJ|Subject) {0,1}:/g],
  [
    'references',
    /(?<=[\s.,)"'!?\u00b6])(?:REFS?|REFTELS?|Refs?|Reftels?|REF\([Ss]\)|Ref\(s\)|REFERENCES?) {0,1}:|(?<=[\s.,)"'!?])REF(?:S|TEL)? {1,2}(?=\(?A[.)] {0,2}\S|(?:\d{2} )?[A-Z]{3,12} \d{1,6}\b)/g,
  ],
  [
    'references',
    // Not the TAGS PREF and SREF.
    /(?<=[A-Za-z0-9)"])(?<!\b[A-Z])(?:REFS?|REFTELS?):[ \t]{0,3}(?=\S)|(?<=[a-z0-9)"])Refs?: {0,3}(?=\S)/g,
  ],
  ['authority', /(?<!DE|de|UN|un|Un|De)(?:Class?ified [Bb]y|CLASS?IFIED BY)\b {0,2}[:;]?/g],
]

/** What each of them holds: one look at a line instead of six. */
const mayHoldLabel = /E\.? ?[Oo0]|TAG|Tags|SUBJ|Subject|REF|Ref|Clas|CLAS/

/** All labels from `start` up to `end`, in order, each field once (a second E.O. is prose). */
export function findLabels(source: Source, start: number, end: number): Label[] {
  const found: Label[] = []
  const lines = linesWithin(source.lines, start, end)
  let isFirst = true
  let isBlankBefore = true
  for (let index = 0; index < lines.length; index++) {
    const line = behindNotice(source, lines, index)
    if (line === undefined) {
      index += (noticeLines(source, lines, index) ?? 1) - 1
      continue
    }
    const words = source.plain.slice(line.start, line.end)
    if (words.trim() === '') {
      isBlankBefore = true
      continue
    }
    const bare = { isFirst, isBlankBefore, hasFields: found.some(isField) }
    const opening =
      labelAtStart(line, words) ??
      bareSubject(line, words, found) ??
      bareList(source, line, words, bare, end)
    const hits = opening === undefined ? [] : [opening]
    const capitals = inCapitals(words)
    for (const [kind, pattern] of mayHoldLabel.test(capitals) ? inLine : []) {
      for (const match of capitals.matchAll(pattern)) {
        const at = line.start + match.index
        if (opening !== undefined && at < opening.end) continue
        hits.push({ kind, start: at, end: at + match[0].length, opensLine: false })
      }
    }
    for (const hit of hits.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (isWanted(source, hit, found)) found.push(behindDoubled(hit, line, words))
    }
    isFirst = false
    isBlankBefore = false
  }
  return found
}

/** `… e.o. 12958: n/a tags: econ to`: a cable in lower case, whose labels are so too (2.7). */
function inCapitals(words: string): string {
  if (!words.includes(':')) return words
  // The first letter of a line may have stayed a capital.
  const body = words.trimStart().slice(1)
  if (body !== body.toLowerCase()) return words
  const capitals = words.toUpperCase()
  return capitals.length === words.length ? capitals : words
}

/** The line, or what follows a correction notice on it; nothing where the notice is all. */
function behindNotice(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): SourceLine | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const words = source.plain.slice(line.start, line.end)
  if (!isCorrectionNotice(words)) return line
  const length = noticeLength(words)
  return length === words.length ? undefined : toLine(line.start + length, line.end, line.next)
}

/** `REF: REFERENCE: LOME 5`: a label said twice. */
const doubledReference = /^\s{0,3}REF(?:S|TELS?|ERENCES?)? ?:/i

function behindDoubled(hit: Label, line: SourceLine, words: string): Label {
  if (hit.kind !== 'references' || hit.end === hit.start) return hit
  const at = hit.end - line.start
  const again = doubledReference.exec(words.slice(at, at + 20))
  return again === null ? hit : { ...hit, end: hit.end + again[0].length }
}

function isField({ kind }: Label): boolean {
  return kind === 'subject' || kind === 'tags'
}

/** `SUBJECT Yams in Lome` below TAGS: there the word in capitals needs no colon (2.12). */
function bareSubject(line: SourceLine, words: string, found: readonly Label[]): Label | undefined {
  if (!words.includes('SUBJ') || !found.some(({ kind }) => kind === 'tags')) return undefined
  const match = /^(\s{0,9})(?:SUBJECT|SUBJ\.?) {1,6}(?=[A-Z0-9("'\u201c])/.exec(words)
  if (match === null) return undefined
  const start = line.start + (match[1]?.length ?? 0)
  return { kind: 'subject', start, end: line.start + match[0].length, opensLine: true }
}

/** A list of references without a label: a place, no words. */
function bareList(
  source: Source,
  line: SourceLine,
  words: string,
  around: Parameters<typeof opensBareList>[1],
  limit: number,
): Label | undefined {
  const start = line.start + words.length - words.trimStart().length
  const found = opensBareList(words, around, () => source.plain.slice(start, limit))
  return found ? { kind: 'references', start, end: start, opensLine: true } : undefined
}

function labelAtStart(line: SourceLine, words: string): Label | undefined {
  const trimmed = words.trimStart()
  const blanks = words.length - trimmed.length
  const lead = /^["'>]?\u00b6?/.exec(trimmed)?.[0].length ?? 0
  const head = trimmed.slice(lead, lead + 120)
  for (const [kind, pattern] of atLineStart) {
    const match = pattern.exec(head)
    if (match === null) continue
    const start = line.start + blanks + lead
    return { kind, start, end: start + match[0].length, opensLine: true }
  }
  // `EFIN, ECON, TO`: the label was lost, but all of it is codes.
  if (/^[A-Z]{2,6}[ ,;]/.test(head) && isTagRow(trimmed.trimEnd())) {
    const start = line.start + blanks
    return { kind: 'tags', start, end: start, opensLine: true }
  }
  return undefined
}

/** Shortest stretch between two authorities: a doubled label (`Classified By: Classified by`) is one. */
const authorityDistanceMin = 60

function isWanted(source: Source, hit: Label, found: readonly Label[]): boolean {
  const last = found.at(-1)
  if (last !== undefined && hit.start < last.end) return false
  const same = found.findLast((each) => each.kind === hit.kind)
  if (hit.kind === 'authority') {
    if (same === undefined)
      return hit.opensLine || last !== undefined || followsEntireText(source, hit)
    return (
      hit.opensLine && hit.start - same.start >= authorityDistanceMin && !isDerived(source, hit)
    )
  }
  if (same !== undefined) return isSecondList(source, hit, same, last)
  // `CLASSIFIED BY: …␤DECLASSIFY ON: 03/04/2017` belongs to the authority.
  if (hit.end === hit.start && hit.kind === 'executiveOrder') return last?.kind !== 'authority'
  if (hit.opensLine) return true
  // `Classified By … for reasons of E.O. 12958`: inside an authority nothing else begins mid-line.
  if (last?.kind === 'authority') return false
  if (hit.kind === 'references')
    return found.some((each) => each.kind === 'subject' || each.kind === 'tags')
  return hit.kind === 'executiveOrder' || last !== undefined || hit.kind === 'tags'
}

/**
 * `REF: LOME 9␤␤REFTEL: LOME 10`: a list below the list, behind an empty line and with a label and
 * the name of a cable of its own; `REF B:` is an item of the first.
 */
function isSecondList(source: Source, hit: Label, same: Label, last: Label | undefined): boolean {
  if (hit.kind !== 'references' || last !== same || !hit.opensLine) return false
  if (source.plain[hit.end - 1] !== ':') return false
  if (
    !/\S[^\S\n]{0,40}\n[^\S\n]{0,40}\n\s{0,40}$/.test(
      source.plain.slice(Math.max(same.end, hit.start - 80), hit.start),
    )
  )
    return false
  const value = source.plain.slice(hit.end, hit.end + 200)
  const lead = /^\s{0,9}(?:\(?[A-Z][.)] {0,3})?/.exec(value)?.[0].length ?? 0
  return isItemAt(value, lead)
}

/** `CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY: DCM X`: the marking of the whole stands before. */
function followsEntireText(source: Source, hit: Label): boolean {
  return /ENTIRE TEXT[.:)]{0,2}\s{0,4}$/i.test(
    source.plain.slice(Math.max(0, hit.start - 24), hit.start),
  )
}

function isDerived(source: Source, hit: Label): boolean {
  return /^(?:classification )?derived/i.test(source.plain.slice(hit.start, hit.end))
}
