import { readAddressees, readOriginator } from './addressee.ts'
import type { ReadLines } from './envelope-line.ts'
import { headerWordsOf } from './header-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import type { Source } from './source.ts'
import type { Addressee, Addressees, From, Leaf } from './tree.ts'
import { wrapsOn } from './wrapped-name.ts'

/**
 * `TO`, `INFO`, `XMT` before the first addressee; a blank may be lost (`TORUEHC/`), a colon stand
 * behind, and before a routing indicator or a mission a letter of the label be lost (2.6).
 */
const listLabel =
  /^(?:(TO|INFO|XMT)(?:$|(?=\s)|(?=R[A-Z]{3,7}\/)|(?=\/)|:)|([TO])(?= {1,3}R[A-Z]{3,7}\/)|(NFO(?= {1,3}[A-Z])|(?:I?INF|IFO|INO|INF[0P])(?= {1,3}(?:R[A-Z]{3,7}\/|AM(?:EMBASSY|CONSUL) ))))/

const kinds: Readonly<Record<string, Addressees['type']>> = {
  TO: 'to',
  T: 'to',
  O: 'to',
  XMT: 'excluded',
}

/** `FM AMEMBASSY HANOI`: the originator (format line 6); a letter of FM may be lost or changed. */
const originator =
  /^(?:FM(?:\s|:|(?=AMEMBASSY |AMCONSUL |USMISSION |SECSTATE )|$)|(?:[FM]|F[A-Z]|[A-Z]M) {1,3}(?=(?:AM(?:EMBASSY|CONSUL)|USMISSION|SECSTATE|USUN|USINT) ))/

/** Reads the originator, whose name may stand on the next line or wrap to it. */
export function readFrom(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isHeader: boolean,
): ReadLines<From> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const words = headerWordsOf(source, first)
  const label = originator.exec(words)?.[0].trimEnd()
  if (label === undefined || (!isHeader && !isMission(words))) return undefined
  const following = lines[index + 1]
  const alone = words === label
  const next = following === undefined ? '' : headerWordsOf(source, following)
  if (alone && !/^[A-Z]/.test(next)) return undefined
  const wraps = alone || (isHeader && wrapsOn(words.slice(label.length), next))
  const last = wraps && following !== undefined ? following : first
  const start = first.start + source.plain.slice(first.start, first.end).search(/\S/)
  const read = readOriginator(source, start + label.length, last.end)
  const node: From = {
    type: 'from',
    name: read.name,
    children: fill(source, first.start, last.next, [
      leaf(source, 'label', start, start + label.length),
      ...read.pieces,
    ]),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next: index + (wraps ? 2 : 1) }
}

/**
 * True for an addressee, label or not, that names a mission, an agency or a routing indicator.
 * Without a header around it `FM ROE SAID` is prose (a foreign minister), so is `TO THE NORTH`.
 */
export function isMission(words: string): boolean {
  return (
    /^[A-Z:]{0,5} {0,9}(?:(?:R[A-Z]{3,7}|ZEN|[A-Z]{4,7})\/[A-Z]|AM(?!ER|ON|EN|ID|OU|PL)[A-Z]{4,9} |US[A-Z]{2}|SEC(?:STATE|DEF)|AIT |ALL |DEPT |JOINT |CIA |NSC |HQ |CINC|WHITE HOUSE)/.test(
      words,
    ) ||
    /(?:COLLECTIVE|WASHDC|WASHINGTON DC| POSTS|PRIORITY|IMMEDIATE|ROUTINE|FLASH)(?: \d{4})?$/.test(
      words,
    )
  )
}

/**
 * A list of addressees with its continuation lines; `ends` says where the header is over.
 * `isHeader` is true where other lines of a header stand before.
 *
 *     INFO RUEHZS/ASEAN REGIONAL FORUM COLLECTIVE
 *     RUEHHM/AMCONSUL HO CHI MINH 4986
 */
export function readAddresseeList(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isHeader: boolean,
  ends: (index: number) => boolean,
): ReadLines<Addressees> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const words = headerWordsOf(source, first)
  const match = listLabel.exec(words)
  const label = match?.[0]
  if (match === null || label === undefined) return undefined
  const following = lines[index + 1]
  const named =
    words === label && following !== undefined ? headerWordsOf(source, following) : words
  if (!isHeader && !isMission(named)) return undefined
  const type = kinds[match[1] ?? match[2] ?? ''] ?? 'info'
  const labelStart = first.start + source.plain.slice(first.start, first.end).search(/\S/)
  const labelEnd = labelStart + label.length
  const pieces = [leaf(source, 'label', labelStart, labelEnd)]
  return readLines(
    source,
    lines,
    index,
    { type, from: behindSlash(source, labelEnd), pieces },
    ends,
  )
}

/** Opens a list whose label was lost, anywhere, and inside a header. */
const unlabelled = /^R[UH][A-Z]{2,6}\/[A-Z][A-Z/-]{2,}/
const unlabelledInHeader = /^(?:AM(?:EMBASSY|CONSUL) [A-Z]|SECSTATE WASHDC|USMISSION [A-Z])/

/** Addressees whose label was lost: a list that begins with a routing indicator or a mission. */
export function readUnlabelledList(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  isHeader: boolean,
  ends: (index: number) => boolean,
): ReadLines<Addressees> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const words = headerWordsOf(source, first)
  if (!unlabelled.test(words) && !(isHeader && unlabelledInHeader.test(words))) return undefined
  return readLines(source, lines, index, { type: 'to', from: first.start, pieces: [] }, ends)
}

interface Opened {
  readonly type: Addressees['type']
  /** The first addressee begins here. */
  readonly from: number
  readonly pieces: Leaf[]
}

function readLines(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  { type, from, pieces }: Opened,
  ends: (index: number) => boolean,
): ReadLines<Addressees> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const held = [{ start: from, end: first.end }]
  let [next, last] = [index + 1, first]
  for (let line = lines[next]; line !== undefined && !ends(next); line = lines[++next]) {
    const words = headerWordsOf(source, line)
    if (words === '') continue
    const before = held.at(-1)
    if (before !== undefined && wrapsOn(source.plain.slice(before.start, before.end), words))
      before.end = line.end
    else held.push({ start: line.start, end: line.end })
    last = line
  }
  const addressees = held.flatMap(({ start, end }) => readSpan(source, start, end))
  const node: Addressees = {
    type,
    children: fill<Addressee>(
      source,
      first.start,
      last.next,
      [...pieces, ...addressees],
      'separator',
    ),
    position: positionOf(source, first.start, last.next),
  }
  return { node, next: lines.indexOf(last, index) + 1 }
}

/** `XMT/AMEMBASSY LOME`: the slash is no part of the name. */
function behindSlash(source: Source, offset: number): number {
  return source.plain[offset] === '/' ? offset + 1 : offset
}

/** Longest stretch that can be an addressee, UTF-16 code units. */
const addresseeCharactersMax = 400

function readSpan(source: Source, start: number, end: number): Addressee[] {
  if (end - start > addresseeCharactersMax) return []
  const words = source.plain.slice(start, end).trim()
  if (words.length < 2 || !/[A-Za-z]/.test(words)) return []
  return readAddressees(source, start, end)
}
