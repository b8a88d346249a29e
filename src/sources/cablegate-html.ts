import type { ArchiveFacts } from '../cable/facts.ts'
import { titleUnitsMax } from './limits.ts'
import { type MarkupText, markupText } from './markup.ts'
import { readPageTable } from './page-table.ts'
import type { Reading, SourceFormat } from './reading.ts'
import { telegramMark } from './telegram-mark.ts'

/** The viewer page of the cable archive, all template generations (specification 7.1). */
export const cablegateHtml: SourceFormat = {
  name: 'cablegate-html',
  recognises: (text) =>
    /<(?:!doctype\s{1,9})?html\b/i.test(text.slice(0, 4_096)) ||
    (/<h\d[^<>]{0,200}>\s{0,99}Viewing cable\b/i.test(text) && /<pre\b/i.test(text)),
  read: readPage,
}

function readPage(page: string): Reading {
  const heading = readHeading(page)
  const table = readPageTable(page, heading?.end ?? 0)
  const blocks = readBlocks(page, table?.end ?? heading?.end ?? 0)
  const ended = /<\/html\s{0,9}>/i.test(page.slice(-4_096))
  // A list of cables has the same table, and neither the heading nor a text.
  const isList = !heading && blocks.length === 0 && ended && cableLinks(page) > 0
  if (isList || (!heading && !table && !isTelegram(blocks))) return noCable(page, ended)
  const cut = whereCut(blocks, ended)
  if (cut) return { code: 'PAGE_TRUNCATED', reason: cut }
  const texts = blocks.map((block) => markupText(block.source))
  if (texts.every(({ text }) => text.trim() === '')) {
    return { code: 'NO_TEXT', reason: 'The page names a cable but holds no text of it.' }
  }
  return assemble(texts, { ...heading?.facts, ...table?.facts })
}

/** Lists of cables by day, release, tag, origin or classification link to their pages. */
const cableLink =
  /\bhref\s{0,9}=\s{0,9}["']?[^"'<>\s]{0,300}\bcable\/\d{4}\/\d\d\/[^"'<>\s]{1,100}\.html/gi

/** Kinds of lists, by the folder of the tree that a page's own links name most. */
const lists: readonly (readonly [RegExp, string])[] = [
  [/Browse by (?:latest|release)|\breldate\b/i, 'by day of release'],
  [/Browse by (?:creation )?date|\bby date\b/i, 'by date'],
  [/Browse by tag|\bby tag\b/i, 'by tag'],
  [/Browse by origin|\bby origin\b/i, 'by origin'],
  [/Browse by classification|\bby classification\b/i, 'by classification'],
]

function noCable(page: string, ended: boolean): Reading {
  const links = cableLinks(page)
  const title = titleOf(page)
  if (links > 0) {
    const kind = lists.find(([words]) => words.test(title))?.[1]
    const named = title === '' ? '' : ` (“${title}”)`
    const list = `a list of ${links} cables${kind === undefined ? '' : ` ${kind}`}${named}`
    return { code: 'NOT_A_CABLE', reason: `This page is ${list}, not a cable.` }
  }
  return ended
    ? { code: 'NOT_A_CABLE', reason: 'This page holds no cable: an index or another page.' }
    : { code: 'PAGE_TRUNCATED', reason: 'The page breaks off before any cable; fetch it again.' }
}

function cableLinks(page: string): number {
  return page.match(cableLink)?.length ?? 0
}

/** The title of a page, or its first heading. */
function titleOf(page: string): string {
  const head = page.slice(0, 64 * 1024)
  const found = [/<h[1-3]\b[^<>]{0,200}>([^<]{1,200})/i, /<title\b[^<>]{0,200}>([^<]{1,200})/i]
    .map((pattern) =>
      markupText(pattern.exec(head)?.[1] ?? '')
        .text.replace(/\s+/g, ' ')
        .trim(),
    )
    .find((words) => words !== '')
  return (found ?? '').slice(0, 100)
}

interface Heading {
  readonly facts: ArchiveFacts
  readonly end: number
}

/** `<h3>Viewing cable 07LOME77, FIRST LINE OF SUBJECT</h3>`; the page has other headings before. */
function readHeading(page: string): Heading | undefined {
  const pattern = /<h([1-6])\b[^<>]{0,200}>\s{0,99}Viewing cable\b/gi
  const found = pattern.exec(page)
  if (!found) return undefined
  const start = found.index + found[0].length
  const close = page.indexOf(`</h${found[1]}`, start)
  const end = close === -1 ? Math.min(page.length, start + titleUnitsMax) : close
  const { text } = markupText(page.slice(start, Math.min(end, start + titleUnitsMax)))
  return { facts: headingFacts(text), end }
}

/** `07LOME77, A TITLE` → id and title; the title may be missing after the comma. */
export function headingFacts(text: string): ArchiveFacts {
  const line = text.replace(/\s+/g, ' ').trim()
  const comma = line.indexOf(',')
  const id = (comma === -1 ? line : line.slice(0, comma)).trim()
  const title = comma === -1 ? '' : line.slice(comma + 1).trim()
  return { ...(id !== '' && { id }), ...(title !== '' && { title }) }
}

interface Block {
  readonly source: string
  /** False where the page ends inside it. */
  readonly closed: boolean
}

/** The `<pre>` elements behind an offset, as source. A body never holds `</pre>`. */
function readBlocks(page: string, from: number): readonly Block[] {
  const blocks: Block[] = []
  const opening = /<pre\b[^<>]{0,200}>\n?/gi
  opening.lastIndex = from
  const blockEnd = blockEndsOf(page)
  for (let found = opening.exec(page); found; found = opening.exec(page)) {
    const start = found.index + found[0].length
    const end = blockEnd(start)
    blocks.push({ source: page.slice(start, end ?? page.length), closed: end !== undefined })
    opening.lastIndex = end ?? page.length
    if (end === undefined) break
  }
  return blocks
}

/**
 * Finds where a block ends: `</pre>`, even cut off in the tag itself; else where the frame around it
 * closes. What is not found from one place on is not looked for again behind it.
 */
function blockEndsOf(page: string): (start: number) => number | undefined {
  const isWhole = /<\/html\s{0,9}>/i.test(page.slice(-4_096))
  const close = finderOf(page, /<\/pre\b|<\/pre?$/gi)
  const frame = finderOf(page, /<\/(?:code|body|html)\s{0,9}>/gi)
  return (start) => close(start) ?? (isWhole ? frame(start) : undefined)
}

/** Finds a pattern from places that go forward, each part of the page being read once. */
function finderOf(page: string, pattern: RegExp): (start: number) => number | undefined {
  let next: number | undefined = -1
  return (start) => {
    if (next !== undefined && next < start) {
      pattern.lastIndex = start
      next = pattern.exec(page)?.index
    }
    return next
  }
}

/** Says where a page was cut, if the text suffers from it; a cut in the frame below harms nothing. */
function whereCut(blocks: readonly Block[], ended: boolean): string | undefined {
  const advice = 'fetch the page again'
  if (blocks.some((block) => !block.closed)) {
    return `The page breaks off in the middle of the cable's text; ${advice}.`
  }
  if (ended || blocks.length >= 2) return undefined
  if (blocks.length === 0) return `The page breaks off before the cable's text; ${advice}.`
  return `The page breaks off behind its first block, so the cable's body may be missing; ${advice}.`
}

function isTelegram(blocks: readonly Block[]): boolean {
  return blocks.some((block) => telegramMark(markupText(block.source).text) !== undefined)
}

/** Two blocks are header and body; one alone is the body, unless it opens like a header. */
function assemble(texts: readonly MarkupText[], facts: ArchiveFacts): Reading {
  const tags = tagsOf(texts)
  const whole: ArchiveFacts = { ...facts, ...(tags.length > 0 && { tags }) }
  const [first, ...rest] = texts.map(({ text }) => text)
  if (first === undefined) return { code: 'NO_TEXT', reason: 'The page holds no text.' }
  if (rest.length === 0) {
    return { text: first, ...(!opensLikeHeader(first) && { bodyStart: 0 }), facts: whole }
  }
  const header = first === '' || first.endsWith('\n') ? first : `${first}\n`
  return { text: header + rest.join('\n'), bodyStart: header.length, facts: whole }
}

function opensLikeHeader(text: string): boolean {
  return /^\s{0,99}(?:VZCZC|(?:ZZ|OO|PP|RR) R[A-Z]{3}|DE R[A-Z]{3}|[ZOPR] (?:[ZOPR] )?\d{6}Z|FM |This record is a partial)/.test(
    text,
  )
}

/** `<a href='/tag/PREL_0.html'>PREL</a>`: the link's text, in order, each once. */
function tagsOf(texts: readonly MarkupText[]): readonly string[] {
  const tags = texts
    .flatMap(({ links }) => links)
    .filter(({ href }) => /(?:^|\/)tag\/[^/]{1,200}$/i.test(href))
    .map(({ text }) => text.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
