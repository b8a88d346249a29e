import type { Line, Literal, Node } from './tree.ts'
import { isLiteral, visit } from './visit.ts'

/** The words of one source line within a node. */
export interface Row {
  readonly kind: Line['kind']
  readonly words: string
  /** Length of the line as printed, indentation included, UTF-16 code units. */
  readonly length: number
  readonly pieces: readonly { readonly text: string; readonly offset: number }[]
  /** Blanks before the first word of the line, which keep the columns of a table in place. */
  readonly indent: string
  /** Its line in the source, 1-based. */
  readonly line: number
  /** What stands between the row before and this one. */
  readonly gap: 'none' | 'blank' | 'artefact'
  /** The row before is a part of the same source line, an artefact between them. */
  readonly sameLine: boolean
  /** … and no blank stands between. */
  readonly touches: boolean
}

/** Leaves that are words to read; labels, marks, numbers, portions and rules are not. */
const wordTypes: ReadonlySet<string> = new Set([
  'text',
  'value',
  'tag',
  'person',
  'control',
  'name',
  'protection',
])
/** In a paragraph a rule inside the text is kept as a row of its own. */
const artefactTypes: ReadonlySet<string> = new Set([
  'pageLine',
  'sectionMark',
  'banner',
  'printQueue',
  'stamp',
  'leak',
  'repetition',
])

/** The rows of a node, artefacts taken out and noted as gaps (specification 4.4). */
export function rowsOf(node: Node): Row[] {
  const rows: Row[] = []
  let gap: Row['gap'] = 'none'
  let kind: Line['kind'] = 'text'
  let lifted = false
  let blankBefore = true
  let indent = ''
  visit(node, (each) => {
    if (each.type === 'line') kind = each.kind
    if (!isLiteral(each)) return undefined
    if (artefactTypes.has(each.type)) {
      gap = 'artefact'
      lifted = true
    } else if (each.type === 'blank') {
      if (gap === 'none') gap = 'blank'
    } else if (wordTypes.has(each.type) || (each.type === 'rule' && kind === 'rule')) {
      push(rows, each, { kind, gap, lifted, blankBefore, indent })
      gap = 'none'
      lifted = false
    }
    // A mark was put in between: `October ¶15.` was `October 15.`
    if (each.type !== 'paragraphMark') blankBefore = /\s$/.test(each.value.slice(-1))
    indent = each.type === 'space' && each.position.start.column === 1 ? each.value : ''
    return undefined
  })
  return rows
}

interface Pending {
  readonly kind: Line['kind']
  readonly gap: Row['gap']
  readonly lifted: boolean
  readonly blankBefore: boolean
  readonly indent: string
}

function push(rows: Row[], leaf: Literal, pending: Pending): void {
  const { start } = leaf.position
  const last = rows.at(-1)
  const sameLine = last?.line === start.line
  const row: Row = {
    kind: sameLine && last !== undefined ? last.kind : pending.kind,
    words: leaf.value,
    line: start.line,
    length: start.column - 1 + leaf.value.length,
    pieces: [{ text: leaf.value, offset: start.offset }],
    indent: pending.indent,
    gap: pending.gap,
    sameLine,
    touches: sameLine && !pending.blankBefore && !pending.lifted,
  }
  rows.push(row)
}
