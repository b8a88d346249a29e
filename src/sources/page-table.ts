import { Tokenizer, TokenizerMode } from 'parse5'
import type { ArchiveFacts } from '../cable/facts.ts'
import { tableUnitsMax } from './limits.ts'

/** What a page's table says, by label; every value is a link's or cell's text, never its `title`. */
export interface PageTable {
  readonly facts: ArchiveFacts
  /** Offset behind the table in the page. */
  readonly end: number
}

/** Columns of both template generations: November 2010 has `Date` and no `Released`. */
const columns: ReadonlyMap<string, 'id' | 'created' | 'released' | 'classification' | 'origin'> =
  new Map([
    ['reference id', 'id'],
    ['created', 'created'],
    ['date', 'created'],
    ['released', 'released'],
    ['classification', 'classification'],
    ['origin', 'origin'],
  ])

/**
 * Reads the first `<table class='cable'>` behind an offset (specification 7.1), or undefined.
 *
 * Only the tokenizer runs, over that one table: no tree is built, so hostile nesting costs nothing.
 */
export function readPageTable(page: string, from: number): PageTable | undefined {
  const opening = /<table\b[^<>]{0,500}\bclass\s{0,9}=\s{0,9}["']?cable\b/gi
  opening.lastIndex = from
  const start = opening.exec(page)?.index
  if (start === undefined) return undefined
  const limit = Math.min(page.length, start + tableUnitsMax)
  const close = /<\/table\s{0,9}>|<pre\b/gi
  close.lastIndex = start
  const found = close.exec(page)
  const stop = Math.min(limit, found ? found.index : page.length)
  const cells = readCells(page.slice(start, stop))
  return { facts: factsOf(cells), end: stop }
}

interface Cell {
  readonly heading: boolean
  text: string
  readonly links: string[]
}

function readCells(table: string): readonly Cell[] {
  const cells: Cell[] = []
  let cell: Cell | undefined
  let link: string | undefined
  const add = (chars: string): void => {
    if (cell) cell.text += chars
    if (link !== undefined) link += chars
  }
  const closeLink = (): void => {
    if (link !== undefined) cell?.links.push(link.trim())
    link = undefined
  }
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName }) => {
        if (tagName === 'td' || tagName === 'th') {
          closeLink()
          cell = { heading: tagName === 'th', text: '', links: [] }
          cells.push(cell)
        } else if (tagName === 'a') {
          closeLink()
          link = ''
        } else if (tagName === 'br') add('\n')
      },
      onEndTag: ({ tagName }) => {
        if (tagName === 'a') closeLink()
        if (tagName === 'td' || tagName === 'th') {
          closeLink()
          cell = undefined
        }
      },
      onCharacter: ({ chars }) => add(chars),
      onWhitespaceCharacter: ({ chars }) => add(chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  tokenizer.state = TokenizerMode.DATA
  tokenizer.write(table, true)
  return cells
}

function factsOf(cells: readonly Cell[]): ArchiveFacts {
  const labels = cells.filter((cell) => cell.heading).map((cell) => oneLine(cell.text))
  const values = cells.filter((cell) => !cell.heading)
  const facts: { -readonly [key in keyof ArchiveFacts]: ArchiveFacts[key] } = {}
  for (const [index, label] of labels.entries()) {
    const column = columns.get(label.toLowerCase())
    const value = oneLine(values[index]?.text ?? '')
    if (column && value !== '') facts[column] = value
  }
  // A row that lost its first cell has every value under the wrong heading.
  if (/^\d{4}-\d\d-\d\d/.test(facts.id ?? ''))
    for (const column of columns.values()) delete facts[column]
  const row = values.find((cell) => /^\s{0,99}Appears in these articles:/i.test(cell.text))
  const media = mediaUrls(row?.links ?? [])
  if (media.length > 0) facts.media = media
  return facts
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Keeps what reads as an address; the row holds junk too (`http://`, words), see in the bytes. */
export function mediaUrls(texts: readonly string[]): readonly string[] {
  const addresses = texts
    .map((text) => text.trim().replace(/^(?:https?:\/\/)(?=https?:\/\/)/i, ''))
    .filter((text) => /^https?:\/\/[^\s/]{1,253}\.[^\s]{1,1900}$/i.test(text) && URL.canParse(text))
  return [...new Set(addresses)]
}
