import type { ReadLines } from './envelope-line.ts'
import { fill, leaf, positionOf } from './leaf.ts'
import type { SourceLine } from './lines.ts'
import { report, type Source, shortWordsOf } from './source.ts'
import type { Distribution, Leaf, Office } from './tree.ts'

const officeRow =
  /^(?:(?:ACTION|ORIGIN|INFO)\s+)?(?:(?:INFO\s{1,9})?(?:\( ?)?[A-Z]{1,6}(?: ?\))?-\d{2}\s*)+(?:\/\s?\d{3}\s?[WR]?)?$/
const totalRow = /^\/\s?\d{3}\s?[WR]?$/
/** `------------------F19A68  191019Z /38`; either number may carry the Z (1.5, 1.6). */
const counterRow =
  /^-{10,}(?:\s*(?<counter>[0-9A-F]{6}Z?))?(?:\s*(?<time>\d{6}Z?))?(?:\s*\/\s?\d{1,3})?\s*$/
const draftingRow =
  /^(?:DRAFTED|APPROVED|CLEARED|RELEASED) BY\b|^CLEARANCES?(?:\s|:|$)|^(?:DESIRED|ORIG(?:INAL)?) DIST/
/** `EUR/NE:JDOE`, `L/OES - A. POE`, `S/S-O:RROE (DRAFT)`: clearances below APPROVED BY. */
const clearanceRow = /^[A-Z][A-Z0-9/-]{0,12}(?:\s?:\s?| {1,3}- {0,3})[A-Z]/
/** `66011`: a number of the print queue above the drafting lines. */
const queueRow = /^\d{2,6}$/
/** The header goes on: neither a clearance nor a number. */
const headerRow = /^(?:-{10,}|[ZOPR](?: [ZOPR]){0,2} \d{6}Z |FM |PAGE \d\d |[A-Z] [A-Z] [A-Z] )/

/** Rows of one block, a bound against hostile input. */
const rowsMax = 400

type RowKind = 'offices' | 'total' | 'counter' | 'drafting' | 'queue' | undefined

function kindOf(words: string, inDrafting: boolean): RowKind {
  if (officeRow.test(words)) return 'offices'
  if (totalRow.test(words)) return 'total'
  if (words.startsWith('----------') && counterRow.test(words)) return 'counter'
  if (draftingRow.test(words) || (inDrafting && clearanceRow.test(words))) return 'drafting'
  return queueRow.test(words) ? 'queue' : undefined
}

/** Most lines between the first drafting line and the dash line, empty ones included. */
const draftingLinesMax = 60

/** Names of drafting offices have any shape: the block is theirs where a header follows it. */
function draftingEnd(source: Source, lines: readonly SourceLine[], index: number): number {
  for (let at = index; at < lines.length && at < index + draftingLinesMax; at++) {
    const line = lines[at]
    if (line === undefined) break
    if (headerRow.test(shortWordsOf(source, line))) return at
  }
  return index
}

/**
 * The distribution block, up to and with its dash line.
 *
 *     ACTION EAP-00
 *     INFO  LOG-00   NP-00    AID-00
 *           DS-00    EUR-00
 *             /000W
 *                       ------------------F19A68  191019Z /38
 */
export function readDistribution(
  source: Source,
  lines: readonly SourceLine[],
  index: number,
): ReadLines<Distribution> | undefined {
  const first = lines[index]
  if (first === undefined) return undefined
  const opening = shortWordsOf(source, first)
  if (
    !/^(?:ACTION|ORIGIN|INFO)\s+\(?[A-Z]{1,6}-\d{2}(?!\d)/.test(opening) &&
    !/^(?:DRAFTED|APPROVED) BY\b/.test(opening) &&
    !opensWithRule(opening)
  )
    return undefined
  const rows: { line: SourceLine; kind: RowKind }[] = []
  let inDrafting = false
  let names = index
  let end = index
  for (let at = index; at < lines.length && at - index < rowsMax; at++) {
    const line = lines[at]
    if (line === undefined) break
    const words = shortWordsOf(source, line)
    if (words === '') continue
    const kind: RowKind = kindOf(words, inDrafting) ?? (at < names ? 'drafting' : undefined)
    if (kind === undefined) break
    if (kind === 'queue' && (rows.length === 0 || !goesOn(source, lines, at))) break
    if (kind === 'drafting' && !inDrafting) names = draftingEnd(source, lines, at)
    inDrafting = kind === 'drafting'
    rows.push({ line, kind })
    end = at + 1
    if (kind === 'counter') break
  }
  if (rows.length === 0) return undefined
  return { node: toDistribution(source, rows), next: end }
}

/** Below a number of the print queue the block goes on. */
function goesOn(source: Source, lines: readonly SourceLine[], index: number): boolean {
  const next = lines.slice(index + 1, index + 4).find((line) => shortWordsOf(source, line) !== '')
  const words = next === undefined ? '' : shortWordsOf(source, next)
  return draftingRow.test(words) || officeRow.test(words) || words.startsWith('----------')
}

/** A dash line alone (the rows above it were lost) needs its counter, or it is a plain rule. */
function opensWithRule(words: string): boolean {
  if (!words.startsWith('----------')) return false
  const groups = counterRow.exec(words)?.groups
  return groups?.counter !== undefined
}

interface Lists {
  ACTION: Office[]
  INFO: Office[]
  ORIGIN: Office[]
}

function toDistribution(
  source: Source,
  rows: readonly { line: SourceLine; kind: RowKind }[],
): Distribution {
  const lists: Lists = { ACTION: [], INFO: [], ORIGIN: [] }
  const pieces: Leaf[] = []
  const drafting: string[] = []
  let list: keyof Lists = 'ACTION'
  let total: RegExpExecArray | null = null
  let counter: RegExpExecArray | null = null
  for (const { line, kind } of rows) {
    const words = source.plain.slice(line.start, line.end)
    if (kind === 'offices') list = readOffices(source, line, words, list, lists, pieces)
    if (kind === 'offices' || kind === 'total') {
      const match = /\/\s?(\d{3})\s?([WR])?\s*$/.exec(words.trimEnd())
      if (match !== null) {
        total = match
        pieces.push(leafOf(source, 'total', line, match))
      }
    } else if (kind === 'drafting') drafting.push(words.trim())
    else if (kind === 'counter') {
      counter = counterRow.exec(words.trim())
      const at = line.start + words.indexOf('-')
      pieces.push(leaf(source, 'counter', at, line.start + words.trimEnd().length))
    }
  }
  const start = rows[0]?.line.start ?? 0
  const end = rows.at(-1)?.line.next ?? start
  const sum = [...lists.ACTION, ...lists.INFO, ...lists.ORIGIN].reduce((n, o) => n + o.copies, 0)
  if (total !== null && Number(total[1]) !== sum)
    report(source, 'DIST_SUM', start, end, { found: sum, expected: Number(total[1]) })
  return {
    type: 'distribution',
    action: lists.ACTION,
    info: lists.INFO,
    origin: lists.ORIGIN,
    ...(total === null ? {} : { total: Number(total[1]) }),
    ...(total?.[2] === 'W' || total?.[2] === 'R' ? { suffix: total[2] } : {}),
    ...numbersOf(counter),
    drafting,
    children: fill(source, start, end, pieces),
    position: positionOf(source, start, end),
  }
}

/** Either number may carry the Z; a number with Z is the time, else the first is the counter. */
function numbersOf(match: RegExpExecArray | null): { counter?: string; received?: string } {
  const first = match?.groups?.counter
  const second = match?.groups?.time
  if (first === undefined) return second === undefined ? {} : { received: second }
  if (!first.endsWith('Z')) return { counter: first, ...(second ? { received: second } : {}) }
  return { received: first, ...(second === undefined ? {} : { counter: second }) }
}

function leafOf(source: Source, type: 'total', line: SourceLine, match: RegExpExecArray): Leaf {
  const start = line.start + match.index
  return leaf(source, type, start, start + match[0].trimEnd().length)
}

function readOffices(
  source: Source,
  line: SourceLine,
  words: string,
  list: keyof Lists,
  lists: Lists,
  pieces: Leaf[],
): keyof Lists {
  let current = list
  for (const match of words.matchAll(
    /\b(ACTION|ORIGIN|INFO)(?=\s)|([A-Z]{1,6}) ?\)?-(\d{2})(?!\d)/g,
  )) {
    const [printed, label, code, copies] = match
    const at = line.start + match.index
    if (label === 'ACTION' || label === 'ORIGIN' || label === 'INFO') {
      current = label
      pieces.push(leaf(source, 'label', at, at + label.length))
    } else {
      lists[current].push({ code: code ?? '', copies: Number(copies) })
      pieces.push(leaf(source, 'office', at, at + printed.length))
    }
  }
  return current
}
