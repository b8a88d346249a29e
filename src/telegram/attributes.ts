import { positionOf } from './leaf.ts'
import { liftOut, type Source, shortWordsOf } from './source.ts'
import type { Artefact } from './tree.ts'

/** `Draft Date: 04 MAR 1974`; a value goes on in lines without a key. */
const keyed = /^([A-Z][A-Za-z]{1,20}(?: [A-Za-z]{2,14}){0,3}):(?: {1,9}(\S.*))?$/

/** Most lines of a list of attributes; the National Archives have 69 keys. */
const linesMax = 400

/** What the archive prints where it could not read a telegram (specification 2.19). */
const unread =
  /^(?:MRN: ?\S{4,30}\b.{0,80}|.{0,60}(?:ERROR READING TEXT INDEX FILE|EXPAND ERROR ENCOUNTERED).{0,80}|TELEGRAM TEXT FOR THIS MRN IS UNAVAILABLE)$/

/**
 * Takes the frame of a National Archives text file out of the text: the words `Message Text`, and
 * from `Message Attributes` on the list of what the archive knows (specification 7.4).
 *
 *     Message Attributes
 *
 *     Automatic Decaptioning: X
 *     Document Number: 1974LOME00077
 */
export function liftArchiveFrame(source: Source): void {
  const { text } = source
  const isFramed =
    text.includes('Message ') &&
    /^[ \t]{0,40}Message (?:Text|Attributes)[ \t\r\\]{0,40}$/m.test(text)
  const isUnread = text.includes('ERROR READING TEXT') || text.includes('EXPAND ERROR')
  if (!isFramed && !isUnread) return
  const found: Artefact[] = []
  for (const line of source.lines) {
    if (line.end === line.start) continue
    const words = shortWordsOf(source, line)
    const end = words === 'Message Attributes' ? text.length : line.next
    const position = positionOf(source, line.start, end)
    const value = text.slice(line.start, end)
    if (words === 'Message Attributes') {
      found.push({ type: 'attributes', value, values: valuesOf(value), position })
      break
    }
    if (words === 'Message Text' || (isUnread && unread.test(words)))
      found.push({ type: 'stamp', value, position })
  }
  liftOut(source, found)
}

/** Keys as printed; `n/a` is no value, quotes around one are off. */
function valuesOf(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  let key: string | undefined
  for (const line of text.split(/\r?\n|\r|\u2028/).slice(1, linesMax)) {
    const words = line.trim().slice(0, 1_000)
    const match = keyed.exec(words)
    if (match?.[1] !== undefined) {
      key = match[1]
      values.set(key, match[2] ?? '')
    } else if (key !== undefined && words !== '' && !/Declassified\/Released/i.test(words)) {
      values.set(key, `${values.get(key) ?? ''} ${words}`.trim())
    }
  }
  const known = [...values]
    .map(([name, value]) => [name, value.replace(/^'(.*)'$/, '$1').trim()] as const)
    .filter(([, value]) => value !== '' && !/^n\/a$/i.test(value))
  return Object.fromEntries(known)
}
