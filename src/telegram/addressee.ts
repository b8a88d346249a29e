import { fillLine, leaf, positionOf } from './leaf.ts'
import { readTrailingPrecedence } from './precedence.ts'
import { report, type Source } from './source.ts'
import type { Addressee, Leaf } from './tree.ts'

/** `RUEHC/` at the start; the first letter may be lost (`UEHC/`), `ZEN/` means by other means. */
const routingPrefix = /^(R[A-Z]{3,7}|ZEN|[A-Z]{4,7})\/(?!\/)/
/** `8255`, `0101-0102`; 3 digits are rare. */
const mcnAtEnd = /(?<=[\s/])\d{3,5}(?: ?- ?\d{3,5})?$/
/** `//USDP/ISA//`, the closing slashes sometimes lost. */
const officesAtEnd = /\/\/[^\s/][^/]{0,40}(?:\/[^/]{1,40}){0,12}(?:\/\/)?$/
/** `AMEMBASSY LA PAZ MAR LIMA 1234`: the month of the message and the next post run in (2.6). */
const fusedLaPaz =
  /^(.{0,120}\bLA PAZ) (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b ?(.*)$/

/** What was stripped from the end of an addressee, as spans of the source. */
interface Tail {
  end: number
  readonly pieces: Leaf[]
  precedence?: Addressee['precedence']
  mcn?: string
  offices?: string
}

/**
 * Reads one addressee from a span of one line, right to left.
 *
 *     RUEKJCS/SECDEF WASHDC//USDP/ISA// PRIORITY 1234
 *     ^       ^             ^           ^        mcn
 *     routing name          offices     precedence      (specification 2.6)
 */
export function readAddressees(source: Source, start: number, end: number): Addressee[] {
  const words = source.plain.slice(start, end)
  const fused = fusedLaPaz.exec(words)
  if (fused?.[1] === undefined) return [readOne(source, start, end)]
  report(source, 'ADDR_FUSED', start, end, { printed: words.trim() })
  const first = readOne(source, start, start + fused[1].length)
  const rest = fused[2] ?? ''
  if (!/^[A-Z]/.test(rest)) return [withoutPost(source, first, rest, end)]
  const second = readOne(source, start + words.length - rest.length, end)
  const prefix = /^(AM(?:EMBASSY|CONSUL)) /.exec(first.name)?.[1] ?? 'AMEMBASSY'
  return [first, { ...second, name: `${prefix} ${second.name}` }]
}

/** `AMEMBASSY LA PAZ MAR 1234`: no second post, so the number is La Paz's own. */
function withoutPost(source: Source, first: Addressee, rest: string, end: number): Addressee {
  const mcn = /^\d{3,5}$/.exec(rest.trim())?.[0]
  if (mcn === undefined) return first
  const start = first.position.start.offset
  const at = end - rest.length
  const pieces = [...first.children, leaf(source, 'mcn', at, at + mcn.length)]
  return {
    ...first,
    mcn,
    children: fillLine(source, start, at + mcn.length, pieces, 'separator'),
    position: positionOf(source, start, at + mcn.length),
  }
}

function readOne(source: Source, from: number, to: number): Addressee {
  const start = from + leadingBlanks(source.plain.slice(from, to))
  const end = from + source.plain.slice(from, to).trimEnd().length
  const routing = routingPrefix.exec(source.plain.slice(start, end))?.[1]
  const nameStart = routing === undefined ? start : start + routing.length + 1
  const tail = readTail(source, nameStart, end)
  const pieces = [...tail.pieces]
  if (routing !== undefined) {
    pieces.push(leaf(source, 'indicator', start, start + routing.length))
    pieces.push(leaf(source, 'separator', start + routing.length, nameStart))
  }
  if (nameStart < tail.end) pieces.push(leaf(source, 'name', nameStart, tail.end))
  return {
    type: 'addressee',
    ...(routing === undefined ? {} : { routing }),
    name: source.plain.slice(nameStart, tail.end).replace(/\s+/g, ' ').trim(),
    ...(tail.offices === undefined ? {} : { offices: tail.offices }),
    ...(tail.precedence === undefined ? {} : { precedence: tail.precedence }),
    ...(tail.mcn === undefined ? {} : { mcn: tail.mcn }),
    children: fillLine(source, start, end, pieces, 'separator'),
    position: positionOf(source, start, end),
  }
}

function leadingBlanks(words: string): number {
  return words.length - words.trimStart().length
}

/** Strips number, precedence and offices from the end, in whatever order they stand. */
function readTail(source: Source, start: number, to: number): Tail {
  const tail: Tail = { end: to, pieces: [] }
  for (let turn = 0; turn < 3; turn++) {
    const words = source.plain.slice(start, tail.end)
    const mcn = tail.mcn === undefined ? mcnAtEnd.exec(words) : null
    const precedence = tail.precedence === undefined ? readTrailingPrecedence(words) : undefined
    const offices = tail.offices === undefined ? officesAtEnd.exec(words) : null
    if (mcn !== null && mcn.index > 0) {
      tail.mcn = mcn[0].replace(/ /g, '')
      cut(source, tail, start + mcn.index, 'mcn')
    } else if (precedence !== undefined && precedence.start > 0) {
      tail.precedence = precedence.word
      cut(source, tail, start + precedence.start, 'precedence')
    } else if (offices !== null && offices.index > 0) {
      tail.offices = offices[0].replace(/^\/\/|\/\/$/g, '').trim()
      cut(source, tail, start + offices.index, 'offices')
    } else break
  }
  return tail
}

function cut(source: Source, tail: Tail, at: number, type: 'mcn' | 'precedence' | 'offices'): void {
  tail.pieces.push(leaf(source, type, at, tail.end))
  const before = source.plain.slice(Math.max(0, at - 200), at)
  tail.end = at - (before.length - before.trimEnd().length)
}
