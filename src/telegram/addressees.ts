import { readAddressees } from './addressee.ts'
import type { ReadLines } from './envelope-line.ts'
import { fill, fillLine, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { type Source, shortWordsOf } from './source.ts'
import type { Addressee, Addressees, From, Leaf } from './tree.ts'

/** `TO`, `INFO`, `XMT` before the first addressee; a blank may be lost (`TORUEHC/`) (2.6). */
const listLabel = /^(TO|INFO|XMT)(?:$|(?=\s)|(?=R[A-Z]{3,7}\/)|(?=\/))/

const kinds: Readonly<Record<string, Addressees['type']>> = {
  TO: 'to',
  INFO: 'info',
  XMT: 'excluded',
}

/** `FM AMEMBASSY HANOI`: the originator (format line 6). */
export function readFrom(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<From> | undefined {
  const line = lines[index]
  if (line === undefined || !/^FM\s+\S/.test(shortWordsOf(source, line))) return undefined
  const words = source.plain.slice(line.start, line.end)
  const label = words.indexOf('FM')
  const name = words.slice(label + 2).trim()
  const at = line.start + words.indexOf(name, label + 2)
  const node: From = {
    type: 'from',
    name: name.replace(/\s+/g, ' '),
    children: fillLine(source, line.start, line.next, [
      leaf(source, 'label', line.start + label, line.start + label + 2),
      leaf(source, 'name', at, at + name.length),
    ]),
    position: positionOf(source, line.start, line.next),
  }
  return { node, next: index + 1 }
}

/**
 * A list of addressees with its continuation lines; `ends` says where the header is over.
 *
 *     INFO RUEHZS/ASEAN REGIONAL FORUM COLLECTIVE
 *     RUEHHM/AMCONSUL HO CHI MINH 4986
 */
export function readAddresseeList(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
  ends: (index: number) => boolean,
): ReadLines<Addressees> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const label = listLabel.exec(shortWordsOf(source, first))?.[1]
  const type = label === undefined ? undefined : kinds[label]
  if (label === undefined || type === undefined) return undefined
  let next = index + 1
  let last = first
  for (let line = lines[next]; line !== undefined && !ends(next); line = lines[++next]) {
    if (source.plain.slice(line.start, line.end).trim() !== '') last = line
  }
  const start = first.start
  const labelStart = start + source.plain.slice(start, first.end).indexOf(label)
  const pieces: (Leaf | Addressee)[] = [
    leaf(source, 'label', labelStart, labelStart + label.length),
  ]
  const from = behindSlash(source, labelStart + label.length)
  readLine(source, from, first.end, pieces)
  for (let each = index + 1; each < next; each++) {
    const line = lines[each]
    if (line !== undefined) readLine(source, line.start, line.end, pieces)
  }
  const node: Addressees = {
    type,
    children: fill<Addressee>(source, start, last.next, pieces, 'separator'),
    position: positionOf(source, start, last.next),
  }
  return { node, next: lines.indexOf(last, index) + 1 }
}

/** `XMT/AMEMBASSY LOME`: the slash is no part of the name. */
function behindSlash(source: Source, offset: number): number {
  return source.plain[offset] === '/' ? offset + 1 : offset
}

/** Shortest stretch that can be an addressee, UTF-16 code units: `CIA`. */
const addresseeCharactersMin = 2

function readLine(source: Source, start: number, end: number, pieces: (Leaf | Addressee)[]): void {
  if (end - start > 400) return
  const words = source.plain.slice(start, end).trim()
  if (words.length < addresseeCharactersMin || !/[A-Za-z]/.test(words)) return
  for (const addressee of readAddressees(source, start, end)) pieces.push(addressee)
}
