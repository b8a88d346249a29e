import { fileBytesMax } from './limits.ts'
import type { Window } from './window.ts'

/** One `<div type="document">` of a TEI volume, as bytes. */
export interface TeiDocument {
  /** The volume's start tag and title, then the document: it reads alone as it reads in its file. */
  readonly bytes: Uint8Array
  /** Why it is no whole document: it is not closed, or too large to be one. */
  readonly damage?: 'open' | 'large'
}

/** One tag, by its place behind the window's start. */
interface TagPlace {
  readonly start: number
  readonly end: number
  /** The tag with its attributes, ASCII only. */
  readonly signs: string
}

/** Longest tag, comment's opening or declaration that is looked at, in units. */
const tagUnitsMax = 16 * 1024

/** What is passed over before memory is given back, in units. */
const passedUnitsMax = 64 * 1024

/** Bytes that are kept of a document that is too large. */
const keptUnitsMax: number = 1024 * 1024

const open = 0x3c
const documentTag = /^<div\b[^<>]*\btype\s*=\s*["']document["']/

/**
 * Finds the documents of a volume one after the other, in bounded memory. No tree is built and no
 * entity read. A document that is not closed ends where the next one begins.
 */
export async function* teiDocuments(window: Window): AsyncIterable<TeiDocument> {
  const shell: Uint8Array[] = []
  let title: number | undefined
  const unclosed = new Set<string>()
  let at = 0
  for (;;) {
    const tag = await nextTag(window, at, unclosed)
    if (tag === undefined) {
      if (window.ended) return
      // So long a stretch without a tag holds no document; the next one may stand behind it.
      window.drop(window.end)
      at = 0
      title = undefined
      continue
    }
    at = tag.end
    if (documentTag.test(tag.signs) && !tag.signs.endsWith('/>')) {
      window.drop(window.start + tag.start)
      yield* documentAt(window, tag.end - tag.start, Buffer.concat(shell), unclosed)
      at = 0
      title = undefined
      continue
    }
    if (shell.length === 0 && /^<TEI\b/.test(tag.signs)) shell.push(piece(window, tag.start, at))
    if (shell.length === 1 && /^<title\b[^>]*["']complete["']/.test(tag.signs)) title = tag.start
    if (title !== undefined && tag.signs.startsWith('</title')) {
      shell.push(piece(window, title, at))
      title = undefined
    }
    if (at > passedUnitsMax && title === undefined) {
      window.drop(window.start + at)
      at = 0
    }
  }
}

/** Takes the document whose tag stands at the window's start; the next one may open in it. */
async function* documentAt(
  window: Window,
  first: number,
  shell: Uint8Array,
  unclosed: Set<string>,
): AsyncIterable<TeiDocument> {
  let depth = 1
  let at = first
  let damage: TeiDocument['damage']
  while (depth > 0) {
    const tag = await nextTag(window, at, unclosed)
    if (tag === undefined && !window.ended) {
      yield { bytes: Buffer.concat([shell, piece(window, 0, keptUnitsMax)]), damage: 'large' }
      window.drop(window.end)
      return
    }
    if (tag === undefined || documentTag.test(tag.signs)) {
      at = tag?.start ?? window.end - window.start
      damage = 'open'
      break
    }
    at = tag.end
    if (/^<div\b/.test(tag.signs) && !tag.signs.endsWith('/>')) depth += 1
    else if (/^<\/div\b/.test(tag.signs)) depth -= 1
    if (at > fileBytesMax) {
      yield { bytes: Buffer.concat([shell, piece(window, 0, keptUnitsMax)]), damage: 'large' }
      window.drop(window.start + at)
      return
    }
  }
  const bytes = Buffer.concat([shell, piece(window, 0, at)])
  window.drop(window.start + at)
  yield { bytes, ...(damage !== undefined && { damage }) }
}

/** A part of the window, by its place behind the start. */
function piece(window: Window, from: number, to: number): Uint8Array {
  const width = window.encoding === undefined ? 1 : 2
  return window.bytes(window.start + to).subarray(from * width)
}

/**
 * The next tag behind a place; undefined at the end, and in a stretch too long without one.
 * Comments, sections of plain data and instructions are passed over.
 */
async function nextTag(
  window: Window,
  from: number,
  unclosed: Set<string>,
): Promise<TagPlace | undefined> {
  let at = from
  for (;;) {
    const start = await find(window, at, '<')
    if (start === undefined) return undefined
    const opening = await signsAt(window, start, 9)
    const close = opening.startsWith('<!--')
      ? '-->'
      : opening === '<![CDATA['
        ? ']]>'
        : opening.startsWith('<?')
          ? '?>'
          : '>'
    // Sought once: what opens and is never closed is text, however often it stands there.
    if (unclosed.has(close)) {
      at = start + 1
      continue
    }
    const end = await find(window, start + 1, close, close === '>' ? tagUnitsMax : fileBytesMax)
    if (end === undefined) {
      if (close !== '>') unclosed.add(close)
      at = start + 1
      continue
    }
    if (close === '>' && !/^<[!/A-Za-z]/.test(opening)) at = start + 1
    else if (close === '>' && !opening.startsWith('<!')) {
      const signs = await signsAt(window, start, end + 1 - start)
      // A tag that another one opens in was never closed.
      const inner = signs.lastIndexOf('<')
      if (inner === 0) return { start, end: end + 1, signs }
      at = start + inner
    } else at = end + close.length
  }
}

/** Place of some signs behind another place; reads on until they come. */
async function find(
  window: Window,
  from: number,
  signs: string,
  unitsMax: number = Infinity,
): Promise<number | undefined> {
  let at = from
  for (;;) {
    const seen = window.signs.subarray(window.start, window.end)
    const found = signs === '<' ? seen.indexOf(open, at) : seen.indexOf(signs, at, 'latin1')
    if (found !== -1) return found - from > unitsMax ? undefined : found
    at = Math.max(from, seen.length - signs.length + 1)
    if (at - from > unitsMax) return undefined
    if (signs === '<' && at > passedUnitsMax && seen.length > fileBytesMax) return undefined
    if (!(await window.more())) return undefined
  }
}

async function signsAt(window: Window, start: number, length: number): Promise<string> {
  while (window.end - window.start < start + length && (await window.more())) {
    // Until the signs are there, or the stream is over.
  }
  return window.signs.toString('latin1', window.start + start, window.start + start + length)
}
