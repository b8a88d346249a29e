import type { ArchiveFacts } from '../cable/facts.ts'
import { headingFacts } from './cablegate-html.ts'
import { readLinks } from './markdown-scrape.ts'
import { mediaUrls } from './page-table.ts'
import type { Reading, SourceFormat } from './reading.ts'

/**
 * The viewer page copied as text: its chrome, the title, the table's two rows, then the cable.
 *
 *     Viewing cable 07LOME77, A TITLE CUT AFTER ITS FIRST
 *     Reference ID Created Released Classification Origin
 *     07LOME77 2007-03-04 09:10 2011-08-30 01:44 CONFIDENTIAL Embassy Lome
 */
export const cablegatePaste: SourceFormat = {
  name: 'cablegate-paste',
  recognises: (text) => findLabels(text) !== undefined,
  read: readPaste,
}

// The labels may stand on one line, with tabs, or each on its own line.
const labelPattern =
  /^[ \t]{0,40}Reference ID\s{1,9}(?:Created|Date)\s{1,9}(Released\s{1,9})?Classification\s{1,9}Origin[ \t]{0,40}\r?$/m

interface Labels {
  readonly start: number
  readonly end: number
  readonly released: boolean
}

function findLabels(text: string): Labels | undefined {
  const found = labelPattern.exec(text)
  if (!found) return undefined
  return {
    start: found.index,
    end: found.index + found[0].length,
    released: found[1] !== undefined,
  }
}

function readPaste(text: string): Reading {
  const labels = findLabels(text)
  const row = labels && readRow(text, labels)
  if (!labels || !row) {
    return {
      code: 'PAGE_TRUNCATED',
      reason: 'The pasted page has its table labels but no row below them; copy the page again.',
    }
  }
  const media = readMedia(text, row.end)
  const body = readLinks(text.slice(media.end))
  if (body.text.trim() === '') {
    return {
      code: 'PAGE_TRUNCATED',
      reason: 'The pasted page ends before the cable; copy it again.',
    }
  }
  return {
    text: body.text,
    facts: {
      ...readTitle(text.slice(0, labels.start)),
      ...row.facts,
      ...(media.urls.length > 0 && { media: media.urls }),
      ...(body.tags.length > 0 && { tags: body.tags }),
    },
  }
}

/** The last `Viewing cable ID, TITLE` above the table. */
function readTitle(above: string): ArchiveFacts {
  const at = above.lastIndexOf('Viewing cable ')
  if (at === -1) return {}
  const end = above.slice(at).search(/[\r\n\u2028]/)
  return headingFacts(above.slice(at + 'Viewing cable '.length, end === -1 ? undefined : at + end))
}

interface Row {
  readonly facts: ArchiveFacts
  readonly end: number
}

const time = '\\d{4}-\\d{2}-\\d{2}(?:[ \\t]{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?)?'

/** The words an archive prints as classification, with what is joined to them. */
const classification =
  '(?:UNCLASSIFIED|UNCLAS|LIMITED[ \\t]OFFICIAL[ \\t]USE|SENSITIVE[ \\t]BUT[ \\t]UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP[ \\t]SECRET)(?:[ \\t]{0,3}/{1,2}[ \\t]{0,3}(?:FOR[ \\t]OFFICIAL[ \\t]USE[ \\t]ONLY|[A-Z]{1,20}))*'

const rowPattern = new RegExp(
  `\\s{0,99}?^[ \\t]{0,40}(\\S{3,100})\\s{1,9}(${time})(?:\\s{1,9}(${time}))?\\s{1,9}(${classification})(?:\\s{1,9}([^\\n\\r]{2,100}))?(?:\\r?\\n|$)`,
  'imy',
)

function readRow(text: string, labels: Labels): Row | undefined {
  let at = labels.end
  while (/\s/.test(text[at] ?? '')) at += 1
  rowPattern.lastIndex = at
  const found = rowPattern.exec(text)
  if (!found) return undefined
  const [whole, id, created, released, printed, origin] = found
  return {
    facts: {
      ...(id !== undefined && { id }),
      ...(created !== undefined && { created: oneLine(created) }),
      ...(labels.released && released !== undefined && { released: oneLine(released) }),
      ...(printed !== undefined && { classification: oneLine(printed) }),
      ...(origin !== undefined && { origin: oneLine(origin) }),
    },
    end: at + whole.length,
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** `Appears in these articles:` and the addresses below it, one a line. */
function readMedia(text: string, from: number): { urls: readonly string[]; end: number } {
  const label = /\s{0,99}Appears in these articles:[ \t]{0,40}\r?\n?/iy
  label.lastIndex = from
  const found = label.exec(text)
  if (!found) return { urls: [], end: from }
  let end = from + found[0].length
  const urls: string[] = []
  const line = /[ \t]{0,40}(https?:\/\/[^\r\n]{0,2000})(?:\r?\n|$)/iy
  for (;;) {
    line.lastIndex = end
    const next = line.exec(text)
    if (!next || next[0] === '') break
    urls.push(next[1] ?? '')
    end += next[0].length
  }
  return { urls: mediaUrls(urls), end }
}
