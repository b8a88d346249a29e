import type { BodyLine } from './body-line.ts'
import { runningTextCharacters } from './body-line.ts'
import { isCountedInside } from './counted-inside.ts'
import type { Line } from './tree.ts'

/** `-- `, `- `, `—`, `*`, `•`, `o `, `--Text` at the start of a line (2.15). */
const listItem =
  /^(?:--{0,2}\s|--(?=[A-Z(])|[\u2014\u2013\u2022\u00b7]\s?|\*{1,2}\s|o\s(?=[A-Z])|-(?=[A-Z][a-z]))/
/**
 * `a.`, `A)`, `(a)`, `(6)`, `--three`: an initial of a name and a word in brackets look the same, so
 * the line before must end.
 */
const letterItem =
  /^(?:(?:\d{0,2}[A-Za-z][.)]|[IVX]{2,4}[.)]|[ivx]{2,4}\)|\d{1,2}\)|\((?:[a-z]|\d{1,2}|[ivx]{1,4})\))\s|--(?=[a-z]))/
/** The end of a sentence or an item: `… may be sent back; and`. */
const ended = /[.:;?!)"\u201d]$|; (?:and|or)$/i
/** `--`, `-`, `.` alone. */
const spacer = /^(?:-{1,2}|\.|o)$/

/** The kind of each line that is no heading and opens no paragraph. */
export function lineKinds(lines: readonly BodyLine[]): readonly Line['kind'][] {
  const kinds: Line['kind'][] = []
  // An item stands above, no empty line between.
  let listed = false
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const kind = kindOf(lines, index, listed)
    listed = kind === 'list' || (listed && !line.isBlank)
    kinds.push(kind)
  }
  markTables(lines, kinds)
  return kinds
}

/**
 * `… the best in the region␤- and they are free`: a dash inside a sentence came to stand first when
 * the line was filled; the items of a list stand below each other.
 */
function isDashInside(head: string, before: BodyLine | undefined): boolean {
  if (before === undefined || before.words.length < fullCharactersMin) return false
  return /^--? [a-z]/.test(head) && !ended.test(before.words)
}

/** A line that wrapping filled is at least this long, UTF-16 code units. */
const fullCharactersMin = 45

function kindOf(lines: readonly BodyLine[], index: number, listed: boolean): Line['kind'] {
  const before = lines[index - 1]
  const line = lines[index]
  if (line === undefined) return 'text'
  const { words } = line
  if (words.length <= 2 && spacer.test(words)) return 'spacer'
  if (line.isRule) return 'rule'
  const head = words.slice(0, 12)
  if (listSigns.includes(head.charAt(0)) && listItem.test(head))
    return !listed && isDashInside(head, before) ? 'text' : 'list'
  if (!mayBeLetterItem(head) || !letterItem.test(head)) return 'text'
  if (before === undefined || before.isBlank || before.words.length < fullCharactersMin)
    return 'list'
  return ended.test(before.words) && !isCountedInside(lines, index) ? 'list' : 'text'
}

/** The first characters of the items, as `listItem` has them. */
const listSigns = '-\u2014\u2013\u2022\u00b7*o'

/** The sign behind the letter or number stands second to fourth; two dashes stand first. */
function mayBeLetterItem(head: string): boolean {
  if (head.startsWith('--')) return true
  for (let at = 1; at <= 5; at++) {
    const code = head.charCodeAt(at)
    if (code === 0x2e || code === 0x29) return true
  }
  return false
}

/** Longest line between two rows of a table, UTF-16 code units. */
const noteCharactersMax = 50

/** A table is at least two such lines, one blank line between them allowed. */
function markTables(lines: readonly BodyLine[], kinds: Line['kind'][]): void {
  let run: number[] = []
  let blanks = 0
  let note: number | undefined
  const close = (): void => {
    if (run.length >= 2) for (const index of run) kinds[index] = 'table'
    run = []
    note = undefined
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) continue
    if (line.isBlank) {
      if (++blanks > 1) close()
      continue
    }
    blanks = 0
    if (isTabular(line.words, kinds[index] === 'list')) {
      if (note !== undefined) run.push(note)
      note = undefined
      run.push(index)
    } else if (line.isRule && run.length > 0) run.push(index)
    // `Leader: JANE DOE` between two rows.
    else if (run.length > 0 && note === undefined && line.words.length < noteCharactersMax)
      note = index
    else close()
  }
  close()
}

/**
 * Two gaps of 2 or more blanks (not the two behind a sentence), one of 4, a tab, dot leaders, or a
 * name with a row of numbers: `Fish 20.0 19.0 9.0`. In an item of a list its label makes no gap.
 */
function isTabular(line: string, isItem: boolean): boolean {
  if (line.length > runningTextCharacters) return false
  if (line.includes('\t')) return true
  if ((line.includes('....') || line.includes('. . ')) && /\.{4,}|(?:\. ){4,}/.test(line))
    return true
  if (!isItem && isRowOfNumbers(line)) return true
  if (!line.includes('  ')) return false
  const words = isItem ? line.replace(itemLabel, '') : line
  const gaps = words.match(/(?<![.?!:"\u201d) ]) {2,}(?=\S)|(?<=\S) {3,}(?=\S)/g)
  if (gaps === null) return false
  return gaps.length >= 2 || (!isItem && (gaps[0]?.length ?? 0) >= 4)
}

/** `a.   Text`, `10)2/3   Front` */
const itemLabel = /^\S{1,8}\s{1,9}/
/** Ends in a number, or in a sign that there is none: `1,642 -`. */
const numberAtEnd = /[\d%] {1,3}[$(]?(?:\d[\d.,/]{0,14}[%)]?|-)$/
const numberWord = /^[$(+-]?\d[\d.,/]{0,14}[%)]?$/

/** A short line whose last words are numbers, two at least, and at most five words before them. */
function isRowOfNumbers(line: string): boolean {
  if (line.length > 60 || !'0123456789%)-'.includes(line.slice(-1))) return false
  if (!numberAtEnd.test(line.slice(-34))) return false
  const words = line.split(' ').filter((word) => word !== '')
  let numbers = 0
  for (const word of [...words].reverse()) {
    if (word !== '-' && !numberWord.test(word)) break
    numbers++
  }
  // `… from 1974 to 1975 1976`: a line of text begins with a small letter or is full.
  return numbers >= 2 && words.length - numbers <= 5 && !/^[a-z]/.test(line)
}
