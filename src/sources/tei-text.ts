import { teiMarkup } from './tei-markup.ts'

/** A document of a TEI volume as text. */
export interface TeiText {
  /** The head, without its notes, on one line. */
  readonly head: string
  /** Dateline, paragraphs, lists and tables, signature; then the notes, each with its number. */
  readonly text: string
  /** Where the document was found, as the source note says. */
  readonly source?: string
  /** Who signed, a name each. */
  readonly signed: readonly string[]
  /** The dateline as printed: `Lome, March 4, 1974, 1010Z`. */
  readonly dateline?: string
  /** First date in an attribute: `1974-03-04T10:10:00`. */
  readonly when?: string
  /** Names an element that is not closed, or closed twice; undefined where all are in order. */
  readonly broken?: string
}

/** Elements that stand on lines of their own; an empty line parts those of the first group. */
const paragraphs: ReadonlySet<string> = new Set(
  'p head dateline opener closer salute signed list table figure quote lg postscript byline argument div floatingText attachment address trailer ab sp'.split(
    ' ',
  ),
)
const rows: ReadonlySet<string> = new Set('item row l label addrLine lb'.split(' '))

/** Pieces of a part, and which part it is. */
interface Target {
  readonly pieces: string[]
  readonly part: 'body' | 'head' | 'dateline' | 'signed' | 'note' | 'source'
}

/** What is open while a document is read. */
interface State {
  /** Names of the open elements. */
  readonly stack: string[]
  /** Where words go, innermost last: the body, then a note within it. */
  readonly targets: Target[]
  readonly body: string[]
  readonly head: string[]
  readonly notes: string[]
  readonly signed: string[]
  source?: string
  dateline?: string
  when?: string | undefined
  broken?: string
}

/**
 * Reads one `<div type="document">` (specification 7.6). Only the five entities of XML and numbered
 * ones are read; any other stays as it stands, so that nothing can grow.
 */
export function readTeiDocument(source: string): TeiText {
  const body: string[] = []
  const state: State = {
    stack: [],
    targets: [{ pieces: body, part: 'body' }],
    body,
    head: [],
    notes: [],
    signed: [],
  }
  let at = 0
  for (const { start, end, name, attributes, opens, closes, plain } of teiMarkup(source)) {
    addWords(state, decodeEntities(source.slice(at, start)))
    at = end
    addWords(state, plain ?? '')
    if (opens) openElement(state, name, attributes)
    if (closes) closeElement(state, name)
  }
  addWords(state, decodeEntities(source.slice(at)))
  return textOf(state)
}

function addWords({ targets }: State, words: string): void {
  if (words !== '') targets.at(-1)?.pieces.push(words.replace(/\s+/g, ' '))
}

/** Marks of the places where lines end, until all is read: one, or an empty line with it. */
const row = '\u2028'
const paragraph = '\u2029'

function openElement(state: State, name: string, attributes: string): void {
  const { stack, targets } = state
  if (name === 'date')
    state.when ??= attributeOf(attributes, 'when') ?? attributeOf(attributes, 'from')
  if (name === 'div') state.when ??= attributeOf(attributes, 'doc-dateTime-min')
  if (name === 'note') openNote(state, attributes)
  else if (name === 'dateline' || name === 'signed') targets.push({ pieces: [], part: name })
  else if (name === 'head' && isTitle(state)) targets.push({ pieces: state.head, part: 'head' })
  else if (name === 'cell' && !/[\u2028\u2029]$/.test(targets.at(-1)?.pieces.at(-1) ?? ''))
    addWords(state, ' | ')
  breakLine(state, name)
  stack.push(name)
}

function closeElement(state: State, name: string): void {
  const { stack, targets } = state
  const expected = stack.pop()
  if (expected !== name) {
    state.broken ??= expected ?? name
    // What was opened last is taken as closed, so that the words that follow find their place.
    if (expected !== undefined) stack.push(expected)
    return
  }
  if (name === 'note') closeNote(state)
  else if (name === 'dateline' || name === 'signed') closePart(state)
  else if (name === 'head' && targets.at(-1)?.part === 'head') targets.pop()
  breakLine(state, name)
}

function breakLine({ targets }: State, name: string): void {
  if (paragraphs.has(name)) targets.at(-1)?.pieces.push(paragraph)
  else if (rows.has(name)) targets.at(-1)?.pieces.push(row)
}

/** The document's own head: the first one, and not that of a list or an attachment. */
function isTitle({ stack, head }: State): boolean {
  return (
    head.length === 0 &&
    stack.filter((name) => name === 'div').length === 1 &&
    stack.at(-1) === 'div'
  )
}

/** The source note goes to the facts; any other leaves its number in the text. */
function openNote({ targets, notes }: State, attributes: string): void {
  const isSource = attributeOf(attributes, 'type') === 'source'
  const number = attributeOf(attributes, 'n') ?? String(notes.length + 1)
  if (!isSource) targets.at(-1)?.pieces.push(`[${number}]`)
  targets.push({ pieces: isSource ? [] : [`[${number}] `], part: isSource ? 'source' : 'note' })
}

function closeNote(state: State): void {
  const { targets, notes } = state
  const note = targets.length > 1 ? targets.pop() : undefined
  if (note === undefined) return
  const words = oneLine(note.pieces)
  if (note.part === 'source') state.source ??= words
  else if (words !== '') notes.push(words)
}

/** The words of a dateline or a signature stay where they stand in the text. */
function closePart(state: State): void {
  const part = state.targets.length > 1 ? state.targets.pop() : undefined
  if (part === undefined) return
  if (part.part === 'dateline') state.dateline ??= oneLine(part.pieces)
  else {
    // Behind a line end stands the signer's office; a note's number is no name.
    const name = oneLine([part.pieces.join('').trim().split(row)[0] ?? '']).replace(/\[\d+\]/g, '')
    if (/\p{L}/u.test(name)) state.signed.push(name.trim())
  }
  state.targets.at(-1)?.pieces.push(paragraph, ...part.pieces)
}

function textOf(state: State): TeiText {
  const { head, body, notes, signed, source, dateline, when, stack } = state
  const broken = state.broken ?? stack.at(-1)
  const paragraphsOf = [lined(body.join('')), ...notes].filter((part) => part !== '')
  const found = source === undefined ? sourceParagraph(body.join('')) : source
  return {
    head: oneLine(head),
    text: `${paragraphsOf.join('\n\n')}\n`,
    signed,
    ...(found !== undefined && { source: found }),
    ...(dateline !== undefined && { dateline }),
    ...(when !== undefined && { when }),
    ...(broken !== undefined && { broken }),
  }
}

/** `[Source: National Archives, …]`: the note of a document whose text is not printed. */
function sourceParagraph(body: string): string | undefined {
  return /\[(Source: [^[\]]{10,2000})\]/.exec(body.replace(/[\u2028\u2029]/g, ' '))?.[1]
}

function oneLine(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(/[\u2028\u2029\s]+/g, ' ')
    .trim()
}

function lined(text: string): string {
  return text
    .replace(/(?<![ \u2028])[ \u2028]*\u2029[ \u2028\u2029]*/g, '\n\n')
    .replace(/(?<! ) *\u2028[ \u2028]*/g, '\n')
    .trim()
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']{1,200})["']`).exec(attributes)?.[1]
}

const xmlEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (entity, decimal, hex, name) => {
      if (name !== undefined) return xmlEntities[String(name)] ?? entity
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
      const isSign = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      return isSign ? String.fromCodePoint(code) : entity
    },
  )
}
