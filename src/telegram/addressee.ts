import { fill, leaf, positionOf } from './leaf.ts'
import { linesWithin } from './lines.ts'
import { readTrailingPrecedence } from './precedence.ts'
import { report, type Source } from './source.ts'
import type { Addressee, Leaf } from './tree.ts'

/**
 * `RUEHC/` at the start; the first letter may be lost (`UEHC/`), `ZEN/` means by other means. Blanks
 * may stand around the slash, it may be doubled, lost before a mission, or another sign.
 */
const routingPrefix =
  /^(?:(?<indicator>R[A-Z]{3,7}|ZEN|[A-Z]{4,7}) ?\/ ?(?!\/)|(?<odd>R[UH][A-Z]{2,6})(?: ?\/\/ ?|[)|\\](?=[A-Z]))|(?<zen>ZEN) {1,3}(?=AM(?:EMBASSY|CONSUL) |US[A-Z])|(?<glued>RU[A-Z]{3,5})(?=AM(?:EMBASSY|CONSUL) |USMISSION |SECSTATE ))(?=\S)/
/** `8255`, `0101-0102`; 3 digits are rare, and so is a stop behind. */
const mcnAtEnd = /(?<=[\s/])(?:\d{3,5}(?: ?[-/] ?\d{3,5})?|\d[\dO]{3})(?=[.,;]?$)/
/** The numbers of a new year and of the years before 1976 are not padded: `SECSTATE WASHDC 75`. */
const shortMcnAtEnd = /(?<=^(?:SECSTATE|AM(?:EMBASSY|CONSUL)|USMISSION) .{2,40} )\d{1,2}$/
/** `CTF 152`, `AFOSI DET 523`: the number of a unit. */
const unitNumber = /\b(?:C?T[FGU]|C?JTF|DET|DESRON|VP|HSL|TE|OL|UNIT|BOX|SQN|RGT|BN) \d{1,3}$/
/** `//USDP/ISA//`, the closing slashes sometimes lost. */
const officesAtEnd = /\/\/[^\s/][^/]{0,40}(?:\/[^/]{1,40}){0,12}(?:\/\/)?$/
/** `AMEMBASSY LA PAZ MAR LIMA 1234`: the month of the message and the next post run in (2.6). */
const fusedLaPaz =
  /^(.{0,80}\bLA PAZ(?: (?:NIACT |IMMEDIATE|PRIORITY|ROUTINE|FLASH){1,2})?) {1,3}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b {0,3}(.*)$/

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
  const words = capitals(source.plain.slice(start, end))
  const fused = words.includes('LA PAZ ') ? fusedLaPaz.exec(words) : null
  if (fused?.[1] === undefined) return [readOne(source, start, end)]
  report(source, 'ADDR_FUSED', start, end, { printed: words.trim() })
  const first = readOne(source, start, start + fused[1].length)
  const rest = fused[2] ?? ''
  const second = readOne(source, start + words.length - rest.length, end)
  // `LA PAZ MAR 0102`, `LA PAZ MAR PRIORITY 0102`: no second post, the number is La Paz's own.
  if (!/^[A-Z]/.test(rest) || readTrailingPrecedence(second.name)?.start === 0) {
    const { precedence } = first
    const whole = readOne(source, start, end)
    return [{ ...whole, ...(precedence === undefined ? {} : { precedence }), name: first.name }]
  }
  const whole = /^(?:AM(?:EMBASSY|CONSUL)|US[A-Z]{2,9}) /.test(second.name)
  return [first, whole ? second : { ...second, name: `AMEMBASSY ${second.name}` }]
}

/** A line in lower case is read as its capitals; in any other the capitals are the name's own. */
function capitals(words: string): string {
  return /^[^A-Z\u0080-\uffff]*$/.test(words) ? words.toUpperCase() : words
}

function readOne(source: Source, from: number, to: number): Addressee {
  const printed = capitals(source.plain.slice(from, to))
  const start = from + leadingBlanks(printed)
  // A row of a database closes the list with its quote: `PRIORITY","C O N F …`
  const end = from + printed.replace(/["',\\\s]{1,20}$/, '').length
  const words = printed.slice(start - from, end - from)
  const prefix = routingPrefix.exec(words)
  const { indicator, odd, zen, glued } = prefix?.groups ?? {}
  const routing = indicator ?? odd ?? zen ?? glued
  const nameStart = start + (prefix?.[0].length ?? 0)
  const tail = readTail(source, words.slice(nameStart - start), nameStart, end)
  const pieces = [...tail.pieces]
  if (routing !== undefined) {
    pieces.push(leaf(source, 'indicator', start, start + routing.length))
    if (start + routing.length < nameStart)
      pieces.push(leaf(source, 'separator', start + routing.length, nameStart))
  }
  pieces.push(...nameLeaves(source, nameStart, tail.end))
  return {
    type: 'addressee',
    ...(routing === undefined ? {} : { routing }),
    name: words
      .slice(nameStart - start, tail.end - start)
      .replace(/\s+/g, ' ')
      .trim(),
    ...(tail.offices === undefined ? {} : { offices: tail.offices }),
    ...(tail.precedence === undefined ? {} : { precedence: tail.precedence }),
    ...(tail.mcn === undefined ? {} : { mcn: tail.mcn }),
    children: fill(source, start, end, pieces, 'separator'),
    position: positionOf(source, start, end),
  }
}

/** A name may wrap to a second line, a page line between. */
function nameLeaves(source: Source, start: number, end: number): Leaf[] {
  return linesWithin(source.lines, start, end).flatMap((line) => {
    const words = source.plain.slice(line.start, line.end)
    const from = line.start + leadingBlanks(words)
    const to = line.start + words.trimEnd().length
    return from < to ? [leaf(source, 'name', from, to)] : []
  })
}

/** The originator of `FM RUEHHI/AMEMBASSY HANOI`: its name, without a routing indicator. */
export function readOriginator(
  source: Source,
  from: number,
  end: number,
): { readonly name: string; readonly pieces: readonly Leaf[] } {
  const printed = capitals(source.plain.slice(from, end))
  const start = from + leadingBlanks(printed)
  const indicator = /^(R[UH][A-Z]{2,6}) ?\/ ?(?=[A-Z])/.exec(printed.trimStart())
  const nameStart = start + (indicator?.[0].length ?? 0)
  const name = printed
    .slice(nameStart - from)
    .replace(/\s+/g, ' ')
    .trim()
  const names = nameLeaves(source, nameStart, end)
  const routing = indicator?.[1]
  if (routing === undefined) return { name, pieces: names }
  return { name, pieces: [leaf(source, 'indicator', start, start + routing.length), ...names] }
}

function leadingBlanks(words: string): number {
  return words.length - words.trimStart().length
}

/** Strips number, precedence and offices from the end, in whatever order they stand. */
function readTail(source: Source, printed: string, start: number, to: number): Tail {
  const tail: Tail = { end: to, pieces: [] }
  for (let turn = 0; turn < 5; turn++) {
    const words = printed.slice(0, tail.end - start)
    const mcn = tail.mcn === undefined ? mcnOf(words) : null
    const precedence = readTrailingPrecedence(words)
    const offices = tail.offices === undefined ? officesAtEnd.exec(words) : null
    if (mcn !== null && mcn.index > 0) {
      tail.mcn = mcn[0].replace(/ /g, '').replace(/O/g, '0').replace('/', '-')
      if (mcn[0].includes('O'))
        report(source, 'MCN_NONNUMERIC', start + mcn.index, tail.end, { printed: mcn[0] })
      cut(source, tail, start + mcn.index, 'mcn')
    } else if (precedence !== undefined && precedence.start > 0) {
      // Doubled (`PRIORITY PRIORITY`), the one in front counts.
      tail.precedence = precedence.word
      cut(source, tail, start + precedence.start, 'precedence')
    } else if (offices !== null && offices.index > 0) {
      tail.offices = offices[0].replace(/^\/\/|\/\/$/g, '').trim()
      cut(source, tail, start + offices.index, 'offices')
    } else {
      const slashes = /\/{1,2}$/.exec(words)
      if (slashes === null || slashes.index === 0) break
      // `IMMEDIATE//0001`: offices that are not there.
      tail.end = start + words.slice(0, slashes.index).trimEnd().length
    }
  }
  return tail
}

function mcnOf(words: string): RegExpExecArray | null {
  const match = mcnAtEnd.exec(words) ?? shortMcnAtEnd.exec(words)
  return match !== null && match[0].length <= 3 && unitNumber.test(words) ? null : match
}

function cut(source: Source, tail: Tail, at: number, type: 'mcn' | 'precedence' | 'offices'): void {
  tail.pieces.push(leaf(source, type, at, tail.end))
  const before = source.plain.slice(Math.max(0, at - 200), at)
  tail.end = at - (before.length - before.trimEnd().length)
}
