import { attributeKey, readAttributeFacts } from '../cable/attributes.ts'
import { type ByteLine, byteLines } from './byte-lines.ts'
import type { WideEncoding } from './byte-order.ts'
import { fileBytesMax } from './limits.ts'
import type { DumpEntry, DumpFormat, Reading } from './reading.ts'
import { entryText } from './record-text.ts'
import { openWindow, type Window } from './window.ts'

/**
 * Text records of the National Archives' Central Foreign Policy Files, one or many in a file
 * (specification 7.4), as they come from a text file or out of a PDF.
 *
 *     Declassified/Released US Department of State EO Systematic Review 30 JUN 2005
 *     Message Text
 *     …
 *     Message Attributes
 *     Document Number: 1974LOME00077
 */
export const naraRecords: DumpFormat = {
  name: 'nara-text',
  recognises: (head) =>
    /^[ \t\f]{0,40}Message (?:Text|Attributes)[ \t\f]{0,40}\r?$/m.test(head) ||
    new Set(keysIn(head)).size >= keysMin,
  read: readRecords,
}

/** Keys of the archive that make a text without the two headings one of its records. */
const keysMin = 8

function keysIn(head: string): readonly string[] {
  const lines = head.split(/[\r\n\f]+/, 600)
  return lines.flatMap((line) =>
    /^[A-Z][A-Za-z ]{1,40}:/.test(line) ? (attributeKey(line) ?? []) : [],
  )
}

async function* readRecords(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DumpEntry> {
  const window = await openWindow(bytes)
  try {
    let number = 0
    let held: readonly ByteLine[] | undefined
    for await (const lines of recordsOf(window)) {
      if (held !== undefined) {
        number += 1
        yield entryOf(held, `record ${number}`, window.encoding)
      }
      held = lines
    }
    // A file that is one record has no place in it to name.
    const place = number === 0 ? '' : `record ${number + 1}`
    if (held !== undefined) yield entryOf(held, place, window.encoding)
  } finally {
    await window.close()
  }
}

function entryOf(
  lines: readonly ByteLine[],
  place: string,
  wide: WideEncoding | undefined,
): DumpEntry {
  const bytes = Buffer.concat(lines.map((line) => line.bytes))
  return entryText(bytes, place, readRecord, wide && { wide })
}

function readRecord(text: string): Reading {
  const facts = readAttributeFacts(text)
  return { text, facts: isCut(text) ? { ...facts, textState: 'partial' } : facts }
}

/** True where a record breaks off within its text: neither the list follows nor the telegram ends. */
function isCut(text: string): boolean {
  return (
    !/^[ \t\f]{0,40}Message Attributes[ \t\f]{0,40}\r?$/m.test(text) &&
    !/^[^\S\n\r\u2028\u2029]*NNNN[^\S\n\r\u2028\u2029]*$/m.test(text.slice(-400)) &&
    !/ERROR READING TEXT|EXPAND ERROR/.test(text) &&
    // TAGS and Subject are a telegram's labels too.
    new Set(keysIn(text)).size < 4
  )
}

type Heading = 'text' | 'attributes' | undefined

/** Cuts the lines of a file into records: each has both headings at most once. */
async function* recordsOf(window: Window): AsyncIterable<readonly ByteLine[]> {
  let lines: ByteLine[] = []
  let size = 0
  let last: Heading
  let firstKey: string | undefined
  for await (const line of byteLines(window)) {
    const heading = headingOf(line.signs)
    const key = last === 'attributes' ? attributeKey(line.signs) : undefined
    const begins =
      last === 'attributes' && (heading !== undefined || (key !== undefined && key === firstKey))
    if (begins) {
      const start = heading === undefined ? lines.length : startOfNext(lines)
      yield lines.slice(0, start)
      lines = lines.slice(start)
      size = lines.reduce((sum, each) => sum + each.bytes.length, 0)
      firstKey = key
    } else firstKey ??= key
    if (heading !== undefined) {
      last = heading
      firstKey = undefined
    }
    lines.push(line)
    size += line.bytes.length
    // Never a record: what goes on without a heading is set aside in pieces, each of them too large.
    if (size > fileBytesMax) {
      yield lines
      lines = []
      size = 0
      last = undefined
    }
  }
  if (lines.some(({ signs }) => /\S/.test(signs))) yield lines
}

function headingOf(signs: string): Heading {
  const word = /^\s*Message (Text|Attributes)\s*$/.exec(signs)?.[1]
  return word === 'Text' ? 'text' : word === 'Attributes' ? 'attributes' : undefined
}

/**
 * Where the next record starts among the lines before its heading: with the stamps that stand above
 * it, after an empty line; a stamp that goes on with `Markings:` is the record's before.
 */
function startOfNext(lines: readonly ByteLine[]): number {
  let start = lines.length
  for (;;) {
    let at = start
    while (at > 0 && isEmpty(lines[at - 1])) at -= 1
    const foot = at
    while (at > 0 && isAbove(lines[at - 1])) at -= 1
    const hasGap = isEmpty(lines[at - 1]) || /^\f/.test(lines[at]?.signs ?? '')
    if (at === foot || !hasGap) return start
    start = at
  }
}

function isEmpty(line: ByteLine | undefined): boolean {
  return line !== undefined && !/\S/.test(line.signs)
}

/** Lines of the declassification marks, and rules between two records. */
function isAbove(line: ByteLine | undefined): boolean {
  const signs = line?.signs.trim() ?? ''
  return (
    /^[-=_*]{3,200}$/.test(signs) ||
    /^(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+$|(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s+)?Declassified\/Released|US Department of State|EO Systematic Review|\d{1,2} [A-Za-z]{3,9} \d{4}$)/.test(
      signs,
    )
  )
}
