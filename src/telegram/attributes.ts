import { positionOf } from './leaf.ts'
import { liftOut, type Source, shortWordsOf } from './source.ts'
import type { Artefact } from './tree.ts'

/** `Draft Date: 04 MAR 1974`; a value goes on in lines without a key. */
const keyed = /^([A-Z][A-Za-z/]{1,20}(?: [A-Za-z]{2,14}){0,4}) ?:(?: {1,9}(\S.*))?$/

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
    /^[ \t\f]{0,40}Message (?:Text|Attributes)[ \t\f\r\\]{0,40}$/m.test(text)
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
      found.push({ type: 'attributes', value, values: attributeValues(value), position })
      break
    }
    if (words === 'Message Text' || (isUnread && unread.test(words)))
      found.push({ type: 'stamp', value, position })
  }
  liftOut(source, found)
}

/**
 * The values of a list of attributes by key, as the archive spells the keys; what is `n/a` has no
 * value. `text` begins with the line `Message Attributes` or with the first key.
 *
 * A line is a key's where it begins with one of the 69, or is shaped like one (`Some Key: value`,
 * not all in capitals); all other lines go on with the value above them, indented or not.
 */
export function attributeValues(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  let key: string | undefined
  for (const line of plainLetters(text).split(lineEnd).slice(0, linesMax)) {
    const words = line.trim().slice(0, lineUnitsMax)
    const match = keyed.exec(words)
    const name = match?.[1] === undefined ? undefined : keyOf(match[1])
    if (words.startsWith('*** Current ')) {
      for (const [label, value] of footValues(words)) {
        if (!values.has(label)) values.set(label, value)
      }
      key = undefined
    } else if (name !== undefined && !values.get(name)) {
      key = name
      values.set(name, match?.[2] ?? '')
    } else if (key !== undefined && words !== '' && !isMark(key, words)) {
      values.set(key, `${values.get(key) ?? ''} ${words}`.trim())
    }
  }
  const known = [...values]
    .map(([name, value]) => [name, value.replace(/^'(.*)'$/, '$1').trim()] as const)
    .filter(([, value]) => value !== '' && !/^n\/a\.?$/i.test(value))
  return Object.fromEntries(known)
}

/** Key of a line that begins one, as the archive spells it: `Document Number` of `DOCUMENT NUMBER:`. */
export function attributeKey(line: string): string | undefined {
  const match = keyed.exec(plainLetters(line).trim().slice(0, lineUnitsMax))
  return match?.[1] === undefined ? undefined : keyOf(match[1])
}

/** Most characters of one line of the list that are read. */
const lineUnitsMax = 1_000

const lineEnd = /\r?\n|[\r\f\u2028]/

/** `*** Current Handling Restrictions *** n/a *** Current Classification *** UNCLASSIFIED` */
function footValues(line: string): readonly (readonly [string, string])[] {
  const found = line.matchAll(/\*{3} Current (Handling Restrictions|Classification) \*{3}([^*]*)/g)
  return [...found].map(([, label = '', value = '']) => [
    label === 'Classification' ? 'Current Classification' : label,
    value.trim(),
  ])
}

/** A stamp behind another value is the stamp's, not the value's. */
function isMark(key: string, words: string): boolean {
  return !/Markings$/.test(key) && /Declassified\/Released/i.test(words)
}

/** Ligatures of a text that comes out of a PDF: `Classiﬁcation`. */
function plainLetters(text: string): string {
  return /[\ufb00-\ufb06\u00a0]/.test(text)
    ? text.replace(/[\ufb00-\ufb06\u00a0]/g, (sign) => sign.normalize('NFKC'))
    : text
}

function keyOf(printed: string): string | undefined {
  const known = keys.get(squeezed(printed))
  if (known !== undefined) return known
  return /^[A-Z][a-z]/.test(printed) && printed.includes(' ') ? printed : undefined
}

function squeezed(name: string): string {
  return name.replace(/[^A-Za-z]/g, '').toLowerCase()
}

/** The keys of the National Archives (specification 7.4). */
const keys: ReadonlyMap<string, string> = new Map(
  [
    'Automatic Decaptioning|Capture Date|Channel Indicators|Current Classification|Concepts',
    'Control Number|Copy|Draft Date|Sent Date|Decaption Date|Decaption Note|Disposition Action',
    'Disposition Approved on Date|Disposition Authority|Disposition Case Number',
    'Disposition Comment|Disposition Date|Disposition Event|Disposition History',
    'Disposition Reason|Disposition Remarks|Document Number|Document Source',
    'Document Unique ID|Drafter|Enclosure|Executive Order|Errors|Expiration|Film Number',
    'Format|From|Handling Restrictions|Image Path|ISecure|Legacy Key|Line Count',
    'Litigation Code Aides|Litigation Codes|Litigation History|Locator|Markings|Message ID',
    'Office|Original Classification|Original Handling Restrictions',
    'Original Previous Classification|Original Previous Handling Restrictions|Page Count',
    'Previous Channel Indicators|Previous Classification|Previous Handling Restrictions',
    'Reference|Retention|Review Action|Review Authority|Review Comment|Review Content Flags',
    'Review Date|Review Event|Review Exemptions|Review History|Review Markings',
    'Review Media Identifier|Review Referrals|Review Release Date|Review Release Event',
    'Review Transfer Date|Review Withdrawn Fields|SAS ID|Secure|Status|Subject|TAGS|To|Type',
    'VDKVGWKEY',
  ]
    .join('|')
    .split('|')
    .map((name) => [squeezed(name), name]),
)
