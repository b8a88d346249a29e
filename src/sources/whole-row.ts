/** How the rows of a table are written, as far as their ends can be told by themselves. */
export interface RowShape {
  readonly delimiter: string
  readonly quote: string
  /** A backslash takes the meaning from the quote behind it. */
  readonly escapes: boolean
  /** Columns of a whole row. */
  readonly columns: number
  /** How a row opens; tells of rows that were joined without a line end between them. */
  readonly opening: RegExp
}

/** End of a row, and start of what stands behind its line end; both count from the row's start. */
export interface RowEnd {
  readonly end: number
  readonly next: number
}

/** Finds where a row that has all its columns ends by itself, though more stands behind it. */
export type WholeEnd = (row: string) => RowEnd | undefined

/** Signs behind a quote in which the next row would show its opening. */
const openingSignsMax = 160

/**
 * Makes the function that finds a row's own end: its last column closes at a line end, with no quote
 * in it that nobody escaped. What follows is no part of this row.
 *
 *     "1","3/4/2007 9:10","07LOME77",…,"the body"
 *     a line that belongs to no row
 */
export function wholeEndOf(shape: RowShape): WholeEnd {
  const { delimiter, quote } = shape
  const [q, d] = [`[${quote}]`, `[${delimiter}]`]
  // Most rows have nothing in them that could be such an end.
  const suspect = new RegExp(
    `${q}(?:(?:[ \\t${quote}]|${d}){0,19}[\\r\\n]|${q}\\d{1,12}${q}${d}|[\\xef${wideMark}])`,
  )
  const lineEnd = new RegExp(`(?:[ \\t]|${d}(?:${q}${q})?){0,99}(?:\\r?\\n|\\r)[\\r\\n]*`, 'y')
  return (row) => {
    const isQuoted = row.trimStart().startsWith(quote)
    if (!suspect.test(row) && (isQuoted || !/[\r\n]/.test(row))) return undefined
    const last = lastColumn(row, shape, isQuoted)
    if (last === undefined) return undefined
    return row[last] === quote
      ? endOfQuoted(row, last, shape, lineEnd)
      : endBehind(row, /[\r\n]/.exec(row.slice(last))?.index, last)
  }
}

function endBehind(row: string, found: number | undefined, from: number): RowEnd | undefined {
  if (found === undefined) return undefined
  const end = from + found
  return { end, next: end + (/^[\r\n]+/.exec(row.slice(end))?.[0].length ?? 0) }
}

/** Where the last column begins; undefined where the row ends before it. */
function lastColumn(row: string, shape: RowShape, isQuoted: boolean): number | undefined {
  const { delimiter, quote, columns } = shape
  let at = blanksBehind(row, 0)
  for (let column = 1; column < columns; column += 1) {
    const end = row[at] === quote ? closing(row, at, shape, isQuoted) : at
    if (end === undefined) return undefined
    const next = row.indexOf(delimiter, end)
    if (next === -1) return undefined
    if (row[at] !== quote && /[\r\n]/.test(row.slice(at, next))) return undefined
    at = blanksBehind(row, next + delimiter.length)
  }
  return at
}

function blanksBehind(row: string, from: number): number {
  let at = from
  while (row[at] === ' ') at += 1
  return at
}

/** The place behind the quote that closes a cell with another cell behind it. */
function closing(
  row: string,
  from: number,
  shape: RowShape,
  isQuoted: boolean,
): number | undefined {
  const { delimiter, quote } = shape
  for (const { start, behind } of quotesIn(row, from + 1, shape)) {
    if ((behind - start) % 2 === 0) continue
    const next = blanksBehind(row, behind)
    if (!row.startsWith(delimiter, next)) continue
    if (!isQuoted || row[blanksBehind(row, next + delimiter.length)] === quote) return behind
  }
  return undefined
}

/** Quotes that stand side by side and that no backslash takes the meaning from. */
function* quotesIn(
  row: string,
  from: number,
  { quote, escapes }: RowShape,
): Iterable<{ readonly start: number; readonly behind: number }> {
  for (let at = row.indexOf(quote, from); at !== -1; ) {
    let behind = at + 1
    if (!escapes || !isEscaped(row, from, at)) {
      while (row[behind] === quote) behind += 1
      yield { start: at, behind }
    }
    at = row.indexOf(quote, behind)
  }
}

function isEscaped(row: string, from: number, at: number): boolean {
  let before = at
  while (before > from && row.charCodeAt(before - 1) === 0x5c) before -= 1
  return (at - before) % 2 === 1
}

/**
 * Where the last column closes at a line end. Where the dump does not escape its quotes, the last
 * such place counts, and only if the row does not end in a quote, as it would then.
 */
function endOfQuoted(
  row: string,
  from: number,
  shape: RowShape,
  lineEnd: RegExp,
): RowEnd | undefined {
  let found: RowEnd | undefined
  let isLoose = false
  for (const { start, behind } of quotesIn(row, from + 1, shape)) {
    const isOdd = (behind - start) % 2 === 1
    const glued = opensAt(row, isOdd ? behind : behind - 1, shape)
    lineEnd.lastIndex = behind
    const cut = isOdd ? lineEnd.exec(row)?.[0] : undefined
    if (glued !== undefined) found = { end: isOdd ? behind : behind - 1, next: glued }
    else if (cut !== undefined) {
      found = {
        end: behind + cut.replace(/(?<![\r\n])[\r\n]+$/, '').length,
        next: behind + cut.length,
      }
    } else if (isOdd && behind < row.length && !row.startsWith(shape.delimiter, behind))
      isLoose = true
    if (found !== undefined && (!isLoose || glued !== undefined)) return found
  }
  return row.trimEnd().endsWith(shape.quote) ? undefined : found
}

/** Stands for a sign of UTF-16 beyond Latin-1, such as the mark of a file. */
const wideMark = '\x01'

/** Where a row opens right behind another one, or behind the mark of a file that was joined to it. */
function opensAt(row: string, at: number, { quote, opening }: RowShape): number | undefined {
  const mark = row.startsWith('\xef\xbb\xbf', at) ? 3 : row[at] === wideMark ? 1 : 0
  const from = at + mark
  if (row[from] !== quote) return undefined
  const signs = row.slice(from, from + openingSignsMax)
  return /^.\d{1,12}["']/.test(signs) && opening.test(signs) ? from : undefined
}
