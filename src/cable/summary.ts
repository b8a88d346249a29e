import type { Paragraph } from './record.ts'

/** What a kind is read from. */
export interface KindText {
  readonly number?: number
  readonly heading?: string
  readonly text: string
}

const opens: readonly (readonly [Paragraph['kind'], RegExp])[] = [
  [
    'summary',
    /^(?:begin\s+)?summ?a?r?y\b(?!\s+(?:execution|trial|record|report|dismiss|judg|of\s))/i,
  ],
  ['summary', /^(?:introduction|action request) and summary\b/i],
  ['comment', /^(?:begin\s+)?comm?ent\b/i],
  ['action', /^action\s+(?:request|required|requested)\b/i],
  ['note', /^(?:begin\s+)?note\b/i],
]

/** Behind an opening word stands a sign, a portion mark, a further title word, or the end. */
const openingEnd =
  /^[A-Za-z]+(?:\s+[A-Za-z]+)?(?:(?:\s*\/\s*|\s+and\s+|\s*&\s*)[A-Za-z]+(?:\s+(?:of\s+)?[A-Za-z]+){0,3}|,?\s*continued)?\s*(?:[:.,;–—-]|\(|$)/i

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
  return kinds
}

function openedBy(heading: string): Paragraph['kind'] | undefined {
  return opens.find(([, form]) => form.test(heading.trim()))?.[0]
}

/** `SUMMARY: The talks …`, `Summary (C) …`; not `Summary executions were …`. */
function inlineOpening(text: string): Paragraph['kind'] | undefined {
  const start = text.slice(0, 80).replace(/^[\s("'-]+/, '')
  const kind = openedBy(start)
  if (kind === undefined || !openingEnd.test(start)) return undefined
  // A note in parentheses or at the head of a paragraph is part of it, unless the whole is one.
  if (kind === 'note' && !/end\s+note\W*$/i.test(text)) return undefined
  return kind
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
    const own =
      at > from && /\b(?:summary|comment|note)\s?[:.]/i.test(paragraph.text.slice(0, end.index))
    if (!own) return at
  }
  if (!byHeading) return from
  let last = from
  while (last + 1 < limit) {
    const next = paragraphs[last + 1]
    if (next === undefined || next.heading !== undefined) break
    if (inlineOpening(next.text) !== undefined) break
    last++
  }
  return last
}

function endMark(kind: Paragraph['kind']): RegExp {
  if (kind === 'summary') return /\bend\s+(?:of\s+)?(?:introduction\s+and\s+)?summ?a?ry/i
  if (kind === 'comment') return /\bend\s+(?:of\s+)?(?:summary\s+and\s+)?comm?ent/i
  return kind === 'note' ? /\bend\s+(?:of\s+)?note/i : /\bend\s+action/i
}

/** An end mark without a beginning: paragraph 1 up to it is the summary (in-the-wild 10). */
function closeUnopened(paragraphs: readonly KindText[], kinds: Paragraph['kind'][]): void {
  if (kinds.includes('summary')) return
  const end = paragraphs.slice(0, stretchMax).findIndex(({ text }) => endMark('summary').test(text))
  const first = paragraphs.findIndex(({ number }) => number === 1)
  if (end < 0 || first < 0 || first > end) return
  for (let at = first; at <= end; at++) kinds[at] = 'summary'
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
  const end = endMark('summary').exec(text)
  const body = end === null ? text : text.slice(0, end.index)
  const opening = inlineOpening(body) === 'summary' ? openingEnd.exec(body)?.[0] : undefined
  const rest = opening === undefined ? body : body.slice(opening.replace(/\($/, '').length)
  return rest
    .replace(/^[\s:.,;–—-]+/, '')
    .replace(/^\((?:TS|SBU|LOU|[UCS])(?:\/{1,2}\w+)?\)\s*/, '')
    .replace(/(?<![\s/(-])[\s/(-]+$/, '')
}
