import { beforeSummary, summaryEnds, summaryWord } from '../telegram/summary-words.ts'
import type { Paragraph } from './record.ts'

/** What a kind is read from. */
export interface KindText {
  readonly number?: number
  readonly heading?: string
  readonly text: string
}

/** Titles that open a block; behind them stands a sign, a further title word, or the end. */
const opens: readonly (readonly [Paragraph['kind'], string])[] = [
  [
    'summary',
    `(?:${beforeSummary}\\s*){0,2}${summaryWord}\\b(?!\\s+(?:execution|trial|record|report|dismiss|judg|justice|of\\s))`,
  ],
  [
    'comment',
    "(?:(?:begin|post|embassy|mission|consulate|ambassador'?s?|our|final|closing|general|brief|emboff|poloff|econoff)\\s+)?(?:comm?ents?|commnet)\\b",
  ],
  ['action', 'action\\s+(?:request(?:ed|s)?|required)\\b'],
  ['note', '(?:begin\\s+)?note\\b'],
]
/** A doubled number, a letter or Roman number of a heading, a portion mark, quotes, brackets. */
const lead =
  '^[\\s("\'\u201c*/-]{0,6}(?:(?:\\d{1,2}|[IVX]{1,3}|[A-C])[.)]\\s{1,3})?(?:\\((?:TS|SBU|LOU|[UCS])(?:/{1,2}\\w{1,8})?\\)\\s{0,2})?'
/** `AND COMMENT`, `/ACTION REQUEST`, `AND TABLE OF CONTENTS`, `, continued`, `(cont.)`. */
const further =
  "(?:(?:\\s*/\\s*|\\s+and\\s+|\\s*&\\s*)[A-Za-z]+(?:\\s+(?:of\\s+)?[A-Za-z]+){0,3})?(?:,?\\s*\\(?\\bcont(?:inued|'d|d|\\.)?\\)?)?"
const signs = '\\s*(?:[:.,;\u2013\u2014\u201c)]|-{1,80}|\\(|$)'

interface Opening {
  readonly kind: Paragraph['kind']
  /** The title alone: a heading may go on behind it. */
  readonly title: RegExp
  /** With the sign behind it, as it opens a paragraph. */
  readonly inline: RegExp
}

const openings: readonly Opening[] = opens.map(([kind, form]) => ({
  kind,
  title: new RegExp(`${lead}${form}(?!s)`, 'i'),
  inline: new RegExp(`${lead}${form}${further}${signs}`, 'i'),
}))
/** `SUMMARY On August 3 …`: capitals stand for the sign. */
const bareSummary = /^SUMMARY\s+(?=[A-Z][a-z])/

/** Longest stretch without an end mark that still counts as one summary, in paragraphs. */
const stretchMax = 12

/** Gives each paragraph its kind: what a heading, an opening word or an end mark says. */
export function kindsOf(paragraphs: readonly KindText[]): readonly Paragraph['kind'][] {
  const kinds: Paragraph['kind'][] = paragraphs.map(() => 'body')
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined || kinds[at] !== 'body') continue
    const byHeading = paragraph.heading === undefined ? undefined : openedBy(paragraph.heading)
    const kind = byHeading ?? inlineOpening(paragraph.text)
    if (kind === undefined) continue
    const last = endOf(paragraphs, at, kind, byHeading !== undefined)
    for (let each = at; each <= last; each++) kinds[each] = kind
  }
  closeUnopened(paragraphs, kinds)
  closeComments(paragraphs, kinds)
  return kinds
}

function openedBy(heading: string): Paragraph['kind'] | undefined {
  const words = heading.trim().slice(0, openingCharacters)
  return openings.find(({ title }) => title.test(words))?.kind
}

/** Longest opening with its sign, in UTF-16 code units. */
const openingCharacters = 90

/** `SUMMARY: The talks …`, `Summary (C) …`; not `Summary executions were …`. */
function inlineOpening(text: string): Paragraph['kind'] | undefined {
  const start = text.slice(0, openingCharacters)
  const kind = openings.find(({ inline }) => inline.test(start))?.kind
  if (kind === undefined) return isBareSummary(text) ? 'summary' : undefined
  // A note in parentheses or at the head of a paragraph is part of it, unless the whole is one.
  if (kind === 'note' && !/end\s+note\W*$/i.test(text)) return undefined
  // `(Comment: short. End comment.) And more text`: the bracket closes before the paragraph does.
  if (kind === 'comment' && text.startsWith('(')) {
    const end = endMark('comment').exec(text)
    if (end !== null && text.length - end.index - end[0].length > 4) return undefined
  }
  return kind
}

function isBareSummary(text: string): boolean {
  return bareSummary.test(text) || (/^summary\s/i.test(text) && endMark('summary').test(text))
}

/** Index of the last paragraph of a block opened at `from`. */
function endOf(
  paragraphs: readonly KindText[],
  from: number,
  kind: Paragraph['kind'],
  byHeading: boolean,
): number {
  const mark = endMark(kind)
  const limit = Math.min(paragraphs.length, from + stretchMax)
  for (let at = from; at < limit; at++) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined) break
    const opened = at > from && inlineOpening(paragraph.text)
    if (opened !== false && opened !== undefined) break
    const end = mark.exec(paragraph.text)
    if (end === null) continue
    // `(Comment: short. End comment.)` within a later paragraph closes only itself.
    const own = at > from && /\b(?:comment|note)\s?[:.]/i.test(paragraph.text.slice(0, end.index))
    if (!own) return at
  }
  if (!byHeading) return from
  let last = from
  while (last + 1 < limit) {
    const next = paragraphs[last + 1]
    if (next === undefined || next.heading !== undefined) break
    if (inlineOpening(next.text) !== undefined) break
    // A summary without a number ends where paragraph 1 begins.
    if (kind === 'summary' && next.number === 1) break
    last++
  }
  // No heading follows at all: the first paragraph is the summary, not the whole telegram.
  return kind === 'summary' && last === paragraphs.length - 1 ? from : last
}

function endMark(kind: Paragraph['kind']): RegExp {
  return ends[kind] ?? summaryEnds
}

const ends: Partial<Record<Paragraph['kind'], RegExp>> = {
  comment: /\bend\s+(?:of\s+)?(?:(?:summary\s+and|post|embassy)\s+)?(?:comm?ent|commnet)/i,
  note: /\bend\s+(?:of\s+)?note/i,
  action: /\bend\s+action/i,
}

/** An end mark without a beginning: paragraph 1 up to it is the summary (in-the-wild 10). */
function closeUnopened(paragraphs: readonly KindText[], kinds: Paragraph['kind'][]): void {
  if (kinds.includes('summary')) return
  const end = paragraphs.slice(0, stretchMax).findIndex(({ text }) => endMark('summary').test(text))
  const first = paragraphs.findIndex(({ number }) => number === 1)
  if (end < 0 || first < 0 || first > end) return
  for (let at = first; at <= end; at++) kinds[at] = 'summary'
}

/** A paragraph that ends a comment nowhere opened is one: `… we doubt it. End comment.` */
function closeComments(paragraphs: readonly KindText[], kinds: Paragraph['kind'][]): void {
  for (let at = 0; at < paragraphs.length; at++) {
    const text = paragraphs[at]?.text ?? ''
    if (kinds[at] !== 'body' || !/end\s+comment\W{0,4}$/i.test(text.slice(-24))) continue
    if (!/\bcomm?ent\s?[:.-]/i.test(text.slice(0, -14))) kinds[at] = 'comment'
  }
}

/**
 * The summary of a cable: the paragraphs of that kind joined by a blank line, without the words
 * that open and close it.
 */
export function summaryOf(
  paragraphs: readonly { readonly kind: Paragraph['kind']; readonly text: string }[],
): string | undefined {
  const texts = paragraphs
    .filter(({ kind }) => kind === 'summary')
    .map(({ text }) => withoutMarkers(text))
    .filter((text) => text !== '')
  return texts.length === 0 ? undefined : texts.join('\n\n')
}

function withoutMarkers(text: string): string {
  const end = summaryEnds.exec(text)
  const body = end === null ? text : text.slice(0, end.index)
  return withoutOpening(body, text)
    .replace(/^\((?:TS|SBU|LOU|[UCS])(?:\/{1,2}\w+)?\)\s*/, '')
    .replace(/(?<![\s/(-])[\s/(-]+$/, '')
}

function withoutOpening(body: string, text: string): string {
  if (inlineOpening(text) !== 'summary') return body.trimStart()
  const opening = openings[0]?.inline.exec(body.slice(0, openingCharacters))?.[0]
  const rest = opening === undefined ? body.replace(/^summary\s+/i, '') : body.slice(opening.length)
  // `SUMMARY. -- Text`; a dash on the next line is a bullet. The bracket opens a portion mark.
  const bracket = opening?.endsWith('(') === true ? '(' : ''
  return (
    bracket + rest.replace(/^(?:[ \t]*(?:[:.,;)\u2013\u2014]|-{1,2}(?=\s)))*[ \t]*/, '')
  ).trimStart()
}
