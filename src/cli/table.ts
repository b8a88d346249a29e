import { printable } from './output.ts'

/** A cell that is a number stands at the right of its column. */
export type Cell = string | number

/**
 * A table for people: columns as wide as their widest cell, the last one as it is. Cable text in a
 * cell cannot move the cursor or begin a line of its own.
 */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly string[] {
  const printed = rows.map((row) => row.map(cellText))
  const widths = heads.map((head, column) =>
    printed.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), head.length),
  )
  const line = (cells: readonly string[], isRight: (column: number) => boolean): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        if (isRight(column)) return cell.padStart(width)
        return column === cells.length - 1 ? cell : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const isNumber = (column: number): boolean => typeof rows[0]?.[column] === 'number'
  return [line(heads, isNumber), ...printed.map((cells) => line(cells, isNumber))]
}

function cellText(cell: Cell): string {
  return typeof cell === 'number'
    ? cell.toLocaleString('en-US')
    : printable(cell).replace(/\s+/g, ' ')
}
