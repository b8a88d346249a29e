import { isBlankCode } from './lines.ts'
import type { Line, Literal, Node } from './tree.ts'
import { isLiteral } from './visit.ts'

/** The words of one source line within a node. */
export interface Row {
  readonly kind: Line['kind']
  readonly words: string
  /** Length of the line as printed, indentation included, UTF-16 code units. */
  readonly length: number
  /** Where the words begin in the source, UTF-16 code units. */
  readonly offset: number
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
  'otherCable',
  'attributes',
  'banner',
  'printQueue',
  'stamp',
  'leak',
  'repetition',
])

/** The rows of a node, artefacts taken out and noted as gaps (specification 4.4). */
export function rowsOf(node: Node): Row[] {
  const reading: Reading = {
    rows: [],
    kind: 'text',
    gap: 'none',
    lifted: false,
    blankBefore: true,
    indent: '',
  }
  read(reading, node)
  return reading.rows
}

/** The rows so far, and what the leaves behind the last one say of the next. */
interface Reading {
  readonly rows: Row[]
  kind: Line['kind']
  gap: Row['gap']
  lifted: boolean
  blankBefore: boolean
  indent: string
}

function read(reading: Reading, node: Node): void {
  if (node.type === 'line') reading.kind = node.kind
  if (isLiteral(node)) readLeaf(reading, node)
  else for (const child of node.children) read(reading, child)
}

function readLeaf(reading: Reading, leaf: Literal): void {
  const { type, value } = leaf
  // Most leaves are words or the blanks behind them.
  if (type === 'text' || wordTypes.has(type) || (type === 'rule' && reading.kind === 'rule')) {
    reading.rows.push(toRow(reading, leaf))
    reading.gap = 'none'
    reading.lifted = false
  } else if (type === 'blank') {
    if (reading.gap === 'none') reading.gap = 'blank'
  } else if (type !== 'space' && artefactTypes.has(type)) {
    reading.gap = 'artefact'
    reading.lifted = true
  }
  // A mark was put in between: `October ¶15.` was `October 15.`
  if (type !== 'paragraphMark')
    reading.blankBefore = isBlankCode(value.charCodeAt(value.length - 1))
  reading.indent = type === 'space' && leaf.position.start.column === 1 ? value : ''
}

function toRow(reading: Reading, leaf: Literal): Row {
  const { start } = leaf.position
  const last = reading.rows.at(-1)
  const sameLine = last?.line === start.line
  return {
    kind: sameLine && last !== undefined ? last.kind : reading.kind,
    words: leaf.value,
    offset: start.offset,
    line: start.line,
    length: start.column - 1 + leaf.value.length,
    indent: reading.indent,
    gap: reading.gap,
    sameLine,
    touches: sameLine && !reading.blankBefore && !reading.lifted,
  }
}
