import { checkGarbles } from './garble.ts'
import { report, type Source } from './source.ts'
import { anySummary, summaryEnds, summaryOpens } from './summary-words.ts'
import type { Part, SectionMark, Telegram } from './tree.ts'

/** Complaints that need the whole tree: sections, pages, summary, covered words (specification 6). */
export function checkTelegram(
  source: Source,
  parts: readonly Part[],
  dialect: Telegram['dialect'],
  hasSignature: boolean,
): void {
  checkSections(source, parts)
  checkPages(source)
  checkCharacters(source)
  checkLostText(source)
  checkDateTimeGroups(source, parts)
  checkCopy(source, parts)
  if (dialect === 'fragment') return
  checkPresence(source, parts, hasSignature)
  checkSummary(source)
}

function checkSections(source: Source, parts: readonly Part[]): void {
  const first = parts.find((part) => part.type === 'classificationLine')
  const marks = source.artefacts.filter((each): each is SectionMark => each.type === 'sectionMark')
  const of = first?.of ?? marks[0]?.of
  if (of === undefined) return
  const held = new Set<number>(first?.section === undefined ? [] : [first.section])
  let hasPages = false
  for (const mark of marks) {
    const { start, end } = mark.position
    if (mark.of !== of)
      report(source, 'SECTION_TOTAL', start.offset, end.offset, { found: mark.of, expected: of })
    if (mark.page !== undefined) hasPages = true
    if (held.has(mark.section) && mark.page === undefined)
      report(source, 'SECTION_DUPLICATE', start.offset, end.offset, { section: mark.section })
    held.add(mark.section)
  }
  for (const each of source.artefacts)
    if (each.type === 'repetition' && each.section !== undefined) held.add(each.section)
  if (first?.section === undefined && (hasPages || marks.length > 0)) held.add(1)
  // A telegram without a single mark shows its first section only where others were cut off;
  // the copies that hide all marks are told by their route, which the record knows.
  if (marks.length === 0 || of > sectionsMax) return
  const missing: number[] = []
  for (let section = 1; section <= of; section++) if (!held.has(section)) missing.push(section)
  if (missing.length === 0) return
  const at = marks.at(-1)?.position
  report(source, 'SECTION_MISSING', at?.start.offset ?? 0, at?.end.offset ?? 0, {
    of,
    missing: missing.join(', '),
  })
}

/** More sections than a telegram ever had: a damaged number. */
const sectionsMax = 99

function checkPages(source: Source): void {
  let before: number | undefined
  for (const artefact of source.artefacts) {
    if (artefact.type !== 'pageLine') continue
    const { start, end } = artefact.position
    // Each section begins with a page 1 of its own.
    if (before !== undefined && artefact.page !== before + 1 && artefact.page !== 1)
      report(source, 'PAGE_GAP', start.offset, end.offset, { found: artefact.page, before })
    before = artefact.page
  }
}

/**
 * `XXXXXXXXXXXX`, also in Cyrillic letters, both mixed, lower case; `[...]`, `[NAME REMOVED]`,
 * `[text not declassified]`, `[2 lines not declassified]` (specification 2.19). XXX is a number.
 */
const covered =
  /[X\u0425]{4}|(?<![A-Za-z\d])xxx(?![A-Za-z\d])|\[(?:\.{3}|\u2026|(?:names?|identity|text) (?:removed|withheld|redacted)|redacted|[^[\]]{1,60} not declassified)\]/gi

/** The letters of such a run. */
const coveringLetters = 'Xx\u0425\u0445'

function checkCharacters(source: Source): void {
  checkCovered(source)
  checkGarbles(source)
  checkBackslashes(source)
  checkMarkup(source)
}

function checkCovered(source: Source): void {
  const { plain } = source
  let count = 0
  let first: { start: number; end: number } | undefined
  covered.lastIndex = 0
  for (let run = covered.exec(plain); run !== null; run = covered.exec(plain)) {
    if (run[0] === 'XXX') continue
    // Its end is found step by step: a pattern would remember each sign of a run of megabytes.
    let end = covered.lastIndex
    if (run[0].length === 4)
      while (end < plain.length && coveringLetters.includes(plain.charAt(end))) end++
    first ??= { start: run.index, end }
    count++
    covered.lastIndex = end
  }
  if (first !== undefined) report(source, 'REDACTED', first.start, first.end, { count })
}

/** `<br>`, `</strong>`, `&quot;`: an archive's page; `<Name>` and `<220571` are a drafter's. */
const markup =
  /<\/?(?:a|b|br|code|div|em|font|i|p|pre|span|strong|table|td|tr|u)(?: [^<>\n]{0,200})?\/?>|&(?:#x?[\dA-Fa-f]{2,6}|amp|gt|lt|nbsp|quot);/g

function checkMarkup(source: Source): void {
  if (!source.text.includes('<') && !source.text.includes('&')) return
  const { first, count } = matchesIn(source.text, markup)
  if (first === undefined) return
  report(source, 'HTML_RESIDUE', first.index, first.index + first[0].length, { count })
}

/** The first match and how many there are; the others are not kept, they may be millions. */
function matchesIn(text: string, pattern: RegExp): { first?: RegExpExecArray; count: number } {
  let first: RegExpExecArray | undefined
  let count = 0
  for (const match of text.matchAll(pattern)) {
    first ??= match
    count++
  }
  return first === undefined ? { count } : { first, count }
}

/** Operating signals of a message sent again: repeat, correction, cancellation (1.2). */
const sentAgain = /\bZ(?:DK|DS|FR)\b/

function checkCopy(source: Source, parts: readonly Part[]): void {
  for (const part of parts) {
    const signals = part.type === 'dateTimeGroup' || part.type === 'security' ? part.tail : ''
    const signal = sentAgain.exec(signals)?.[0]
    const isCorrected = part.type === 'notice' && part.kind === 'corrected'
    if (signal === undefined && !isCorrected) continue
    const { start, end } = part.position
    const printed = signal ?? 'corrected copy'
    report(source, 'DUPLICATE_COPY', start.offset, end.offset, { printed })
    return
  }
}

function checkBackslashes(source: Source): void {
  if (!source.text.includes('\\')) return
  const { first, count } = matchesIn(source.text, /\\(?=[ \t]{0,40}(?:[\r\n\u2028]|$))/g)
  if (first !== undefined)
    report(source, 'BACKSLASH_RESIDUE', first.index, first.index + 1, { count })
}

/** What archives print where the text could not be read (specification 2.19). */
const lost = /ERROR READING TEXT INDEX FILE|EXPAND ERROR ENCOUNTERED|\u00bf{20}/

function checkLostText(source: Source): void {
  const match = lost.exec(source.text)
  if (match === null) return
  const printed = match[0].startsWith('\u00bf') ? 'a line of \u00bf' : match[0]
  let end = match.index + match[0].length
  while (printed !== match[0] && source.text.charAt(end) === '\u00bf') end++
  report(source, 'TEXT_LOST', match.index, end, { printed })
}

function checkDateTimeGroups(source: Source, parts: readonly Part[]): void {
  const groups = parts.filter((part) => part.type === 'dateTimeGroup')
  // A header that stands twice says the same twice.
  const second = groups.find(({ printed }) => printed !== groups[0]?.printed)
  if (second === undefined) return
  const { start, end } = second.position
  report(source, 'DTG_MULTIPLE', start.offset, end.offset, { printed: groups[0]?.printed ?? '' })
}

function checkPresence(source: Source, parts: readonly Part[], hasSignature: boolean): void {
  const types = new Set<string>(parts.map((part) => part.type))
  const first = parts.find((part) => part.type === 'classificationLine')?.position
  const start = first?.start.offset ?? 0
  const end = first?.end.offset ?? 0
  const hasText = types.has('paragraph') || types.has('block') || types.has('subject')
  if (types.has('from') && types.has('info') && !types.has('to')) {
    const info = parts.find((part) => part.type === 'info')?.position
    report(source, 'ADDR_NO_TO', info?.start.offset ?? 0, info?.end.offset ?? 0)
  }
  if (!hasText) return
  if (first === undefined) report(source, 'CLASS_LINE_MISSING', 0, 0)
  if (!types.has('subject')) report(source, 'SUBJECT_MISSING', start, end)
  if (!types.has('tags')) report(source, 'TAGS_NONE', start, end)
  if (!hasSignature) report(source, 'SIGNATURE_MISSING', source.text.length, source.text.length)
}

function checkSummary(source: Source): void {
  if (!anySummary.test(source.plain)) return
  const opens = summaryOpens.exec(source.plain)
  const ends = summaryEnds.exec(source.plain)
  if (ends !== null && opens === null)
    report(source, 'END_SUMMARY_WITHOUT_START', ends.index, ends.index + ends[0].length)
  if (opens !== null && ends === null)
    report(source, 'SUMMARY_WITHOUT_END', opens.index, opens.index + opens[0].length)
}
