import { markupText } from './markup.ts'
import { pageText } from './page-text.ts'
import { plusdKeys, type Synopsis, synopsisFacts, synopsisOf } from './plusd-facts.ts'
import type { Reading, SourceFormat } from './reading.ts'

/**
 * A page of the Public Library of US Diplomacy (specification 7.3), as saved.
 *
 *     <table id="synopsis"> … <div class="s_key">Canonical ID:</div><div class="s_val">1974LOME00077_b</div>
 */
export const plusdHtml: SourceFormat = {
  name: 'plusd-html',
  recognises: (text) =>
    /<table\b[^<>]{0,500}\bid\s{0,9}=\s{0,9}["']?synopsis\b/i.test(text) ||
    /<div\b[^<>]{0,500}\bclass\s{0,9}=\s{0,9}["']?s_key\b/i.test(text),
  read: readPage,
}

/** The same page as text: copied, or scraped with its table's keys on lines or in cells. */
export const plusdPaste: SourceFormat = {
  name: 'plusd-paste',
  recognises: (text) => {
    if (!text.includes('Canonical ID')) return false
    const [, synopsis] = split(text)
    return synopsis['Canonical ID'] !== undefined && Object.keys(synopsis).length >= keysMin
  },
  read: (text) => {
    const [above, synopsis, below] = split(text)
    return reading(synopsis, titleAbove(above), telegramIn(below))
  },
}

/** Fewest keys of the synopsis by which a text is known to be such a page. */
const keysMin = 3

/** Most of a page in which its synopsis is looked for, in UTF-16 code units. */
const synopsisUnitsMax: number = 256 * 1024

function readPage(page: string): Reading {
  const cells = [...page.slice(0, synopsisUnitsMax).matchAll(cellPattern)]
  const last = cells.at(-1)
  const values: [string, string][] = []
  let label: string | undefined
  for (const [whole, kind, source = ''] of cells) {
    const words = markupText(source)
      .text.replace(/<[^<>]*>/g, ' ')
      .trim()
    if (whole !== '' && kind?.toLowerCase() === 'key') label = words.replace(/:\s*$/, '')
    else if (label !== undefined) values.push([label, words])
  }
  const first = cells[0]
  const above = pageText(page.slice(0, first?.index ?? 0))
  const rest = page.slice(last === undefined ? 0 : last.index + last[0].length)
  return reading(synopsisOf(values), titleAbove(above), telegramIn(pageText(rest)))
}

const cellPattern =
  /<div\b[^<>]{0,500}\bclass\s{0,9}=\s{0,9}["']?s_(key|val)\b[^<>]{0,500}>([\s\S]{0,20000}?)<\/div/gi

function reading(synopsis: Synopsis, title: string, text: string | undefined): Reading {
  if (synopsis['Canonical ID'] === undefined && (text === undefined || text.trim() === '')) {
    return {
      code: 'PAGE_TRUNCATED',
      reason: 'The page breaks off before the cable; fetch it again.',
    }
  }
  const own = text ?? ''
  const facts = synopsisFacts(synopsis, title, own)
  // An item always has a text: of a record without one, what is known of it.
  return { text: own.trim() === '' ? listOf(synopsis) : own, facts }
}

/** The synopsis as the archive's own list, which no search takes for the telegram. */
function listOf(synopsis: Synopsis): string {
  const lines = Object.entries(synopsis).map(([key, value]) => `${key}: ${value}\n`)
  return `Message Attributes\n\n${lines.join('')}`
}

/** A key with its colon, or in a cell or on a line of its own, at a line's start, in a cell, or behind another cell's words. */
const keyPattern = new RegExp(
  `(?:^|[\\n|\\t]|\\s)[ *_]{0,9}(${plusdKeys.join('|')})[ *_]{0,9}(?::|\\||\\n)[ *_]{0,9}`,
  'g',
)

/** What stands above the synopsis, the synopsis, and what stands below it. */
function split(text: string): readonly [string, Synopsis, string] {
  const plain = withoutKeyBlock(text.slice(0, synopsisUnitsMax))
  const content = contentStart(plain) ?? plain.length
  const seen = new Set<string>()
  const found = [...plain.slice(0, content).matchAll(keyPattern)].filter(([, key = '']) => {
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
  const values = found.map((match, index): [string, string] => {
    const end = found[index + 1]?.index ?? content
    return [match[1] ?? '', plain.slice(match.index + match[0].length, end)]
  })
  const rest = plain.slice(content) + text.slice(synopsisUnitsMax)
  return [plain.slice(0, found[0]?.index ?? 0), synopsisOf(values), rest]
}

/** A key block for mail stands before the synopsis and is nobody's telegram. */
function withoutKeyBlock(text: string): string {
  return text.replace(/-----BEGIN PGP[\s\S]{0,60000}?-----END PGP [A-Z ]{1,40}-----/g, '')
}

/** The line `Content` or `Show Headers`, behind which the telegram stands. */
function contentStart(text: string): number | undefined {
  return /^[ \t#*]*(?:Content|\[?Show Headers\]?(?:\([^()\n]*\))?)[ \t]*$/m.exec(text)?.index
}

/** Lines of the page below the telegram: tabs and appeals. */
const foot =
  /^[ \t]*(?:(?:Raw content|Metadata|Print|Share|Submit this story)[ \t]*$|The formal reference of this document is\b|Help Expand The Public Library|Your role is important|Use your credit card)/m

/** The telegram of a page's text: behind `Show Headers`, above the foot; undefined where none is. */
function telegramIn(text: string): string | undefined {
  const plain = withoutKeyBlock(text)
  const start = /^[ \t#*]*\[?Show Headers\]?(?:\([^()\n]*\))?[ \t]*\n/m.exec(plain)
  const heading = start ?? /^[ \t#*]*Content[ \t]*\n/m.exec(plain)
  const own = heading === null ? plain : plain.slice(heading.index + heading[0].length)
  const end = foot.exec(own)?.index ?? own.length
  return own.slice(0, end).replace(/^(?:[ \t]*\n)+/, '')
}

/** The last line above the synopsis that is none of the page's own: the subject. */
function titleAbove(text: string): string {
  const lines = text
    .slice(-8_000)
    .split('\n')
    .map((line) => line.replace(/^[#\s*]+|(?<!\s)\s+$/g, ''))
  const own =
    /^(?:|Cable:.*|Public Library of US Diplomacy|WikiLeaks|.{0,20}Key fingerprint.*|-.*|Content|Synopsis|\|.*)$/i
  return (lines.findLast((line) => !own.test(line)) ?? '').replace(/\s+/g, ' ').slice(0, 2_000)
}
