import { runningTextCharacters } from './body-line.ts'
import { goesOnAcrossGap } from './gap.ts'
import { joinHardWrap } from './hard-wrap.ts'
import { endsInHyphen, isCapitals, joinWords, wantsMore } from './line-joint.ts'
import { isBreak, standsInList } from './line-list.ts'
import { isBlankCode } from './lines.ts'
import { type Row, rowsOf } from './row.ts'
import type { Node, Wrapping } from './tree.ts'

/** Words of a node as one reads them, with the way back to the source. */
export interface Unwrapped {
  /** Lines joined; paragraphs of it separated by one blank line; lists and tables keep lines. */
  readonly text: string
  /** In order; characters of `text` between two pieces were put in (one blank, a line end). */
  readonly pieces: readonly Piece[]
}

/** `text.slice(at, at + length)` is the source's `slice(offset, offset + length)`. */
export interface Piece {
  /** Start in the unwrapped text. */
  readonly at: number
  /** Start in the source, UTF-16 code units. */
  readonly offset: number
  readonly length: number
}

/** What stands between two lines that were joined or kept apart. */
type Joint = '' | ' ' | '\n' | '\n\n'

/**
 * Joins the words of a node (specification 4): labels, numbers, portions and artefacts left out.
 *
 *     … Similarly, "we cannot          → one paragraph: the page line between is an artefact
 *     (page line)
 *     criticize the North directly
 *
 * Subjects, authorities and reference items become one line; in paragraphs, blocks and headings
 * empty lines stay paragraphs unless the sentence goes on, and lists and tables keep their lines.
 */
export function unwrap(node: Node, wrapping: Wrapping): Unwrapped {
  const rows = rowsOf(node)
  const flat = node.type !== 'paragraph' && node.type !== 'block'
  const running = isRunningText(rows)
  const writer = openWriter()
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    // A lone `-` is an empty line.
    if (row === undefined || isSpacer(row)) continue
    const before = rows[index - 1]
    if (before !== undefined) {
      const joint = flat
        ? flatJoint(node, before, row, wrapping)
        : jointOf(before, row, wrapping, { running, rows, index })
      if (joint === '' && isSoftHyphen(before, wrapping)) writer.dropLast()
      writer.put(joint)
    }
    const isTable = row.kind === 'table'
    if (isTable) writer.put(row.indent)
    writer.take(row.words, row.offset, isTable)
  }
  return writer.close()
}

function isSpacer(row: Row): boolean {
  return row.kind === 'spacer' && /^[-.]+$/.test(row.words)
}

/** What a joint needs to know beyond its two rows. */
interface JointContext {
  /** The node is running text. */
  readonly running: boolean
  readonly rows: readonly Row[]
  /** Of the second of the two. */
  readonly index: number
}

/** More than half of the characters in lines longer than 120: one line per paragraph (4.6). */
function isRunningText(rows: readonly Row[]): boolean {
  let total = 0
  let long = 0
  for (const row of rows) {
    total += row.length
    if (row.length > runningTextCharacters) long += row.length
  }
  return long * 2 > total
}

function flatJoint(node: Node, before: Row, row: Row, wrapping: Wrapping): Joint {
  if (row.sameLine) return row.touches ? '' : ' '
  if (isSoftHyphen(before, wrapping)) return ''
  if (node.type === 'authority') return joinHardWrap(before, row)
  // `US-` / `TOGOLESE`, `MARCH 4-` / `6`; but `PRE-` / `AND POST-ELECTION`
  return endsInHyphen(before.words) && /^(?!AND |OR |and |or )[A-Za-z0-9]/.test(row.words)
    ? ''
    : ' '
}

function jointOf(before: Row, row: Row, wrapping: Wrapping, context: JointContext): Joint {
  if (row.sameLine) return row.touches ? '' : ' '
  const isClose = row.gap === 'none' || isDoubledEnd(before, row, wrapping)
  const apart: Joint = isClose ? '\n' : '\n\n'
  if (isSpacer(before)) return '\n\n'
  if (before.kind === 'spacer' || row.kind === 'spacer') return '\n'
  if (row.kind !== 'text' || before.kind === 'table' || before.kind === 'rule') return apart
  if (!isClose)
    return gapGoesOn(before, row, wrapping, context.rows[context.index + 1])
      ? joined(before, row, wrapping)
      : apart
  if (isSoftHyphen(before, wrapping)) return ''
  if (context.running && before.length > runningTextCharacters)
    return /^[a-z]/.test(row.words) ? ' ' : '\n'
  if (isBreak(before, row, wrapping)) return '\n'
  return standsInList(context.rows, context.index, wrapping)
    ? '\n'
    : joinWords(before.words, row.words)
}

/** The one empty line that a client put behind each line. */
function isDoubledEnd(before: Row, row: Row, wrapping: Wrapping): boolean {
  return wrapping.doubled === true && row.gap === 'blank' && row.line - before.line === 2
}

/** Across empty lines or artefacts (specification 4.4). */
function gapGoesOn(before: Row, row: Row, wrapping: Wrapping, after: Row | undefined): boolean {
  if (/^[a-z]/.test(row.words)) return true
  if (row.gap === 'artefact') return !/[.?!:"\u201d)]$/.test(before.words)
  if (!goesOnAcrossGap(before.words, row.words)) return false
  if (wantsMore(before.words)) return true
  // A line of running text is as long as its paragraph.
  if (before.length > runningTextCharacters) return false
  // A short line by itself is a title or an item, and so is one in other letters.
  const isAlone = after === undefined || after.gap !== 'none'
  const full = wrapping.width - 15
  if (before.length < full || (isAlone && row.length < full)) return false
  return isCapitals(before.words) === isCapitals(row.words)
}

function joined(before: Row, row: Row, wrapping: Wrapping): Joint {
  return isSoftHyphen(before, wrapping) ? '' : joinWords(before.words, row.words)
}

function isSoftHyphen(row: Row, wrapping: Wrapping): boolean {
  if (wrapping.softHyphens.length === 0 || !row.words.endsWith('-')) return false
  return holds(wrapping.softHyphens, row.offset + row.words.length - 1)
}

function holds(sorted: readonly number[], value: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}

interface Writer {
  put(joint: string): void
  /** Takes words from the source; runs of blanks become one, except in tables. */
  take(words: string, offset: number, verbatim: boolean): void
  dropLast(): void
  close(): Unwrapped
}

function openWriter(): Writer {
  let text = ''
  const pieces: Piece[] = []
  const push = (words: string, offset: number): void => {
    if (words === '') return
    pieces.push({ at: text.length, offset, length: words.length })
    text += words
  }
  return {
    put(joint) {
      text += joint
    },
    take(words, offset, verbatim) {
      let from = 0
      for (let at = verbatim ? words.length : 0; at < words.length; at++) {
        if (!isBlankCode(words.charCodeAt(at))) continue
        const start = at
        while (isBlankCode(words.charCodeAt(at + 1))) at++
        // One blank stays what it is, a tab or a run of them becomes one.
        if (at === start && words.charCodeAt(at) === 0x20) continue
        push(words.slice(from, start), offset + from)
        text += ' '
        from = at + 1
      }
      push(words.slice(from), offset + from)
    },
    dropLast() {
      const last = pieces.at(-1)
      if (last === undefined) return
      pieces[pieces.length - 1] = { ...last, length: last.length - 1 }
      text = text.slice(0, -1)
    },
    close: () => ({ text, pieces }),
  }
}
