import { parseAst } from 'rolldown/parseAst'
import { alternatives } from './alternation.ts'

/** One thing in the source that decides something, and how it is switched off. */
export interface Rule {
  readonly kind: 'expression' | 'row' | 'list' | 'predicate' | 'reading' | 'alternative' | 'word'
  readonly line: number
  /** First characters of it, to be recognised by. */
  readonly excerpt: string
  /** Span in the source that is put between `before` and `behind`, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Text around the span, given the condition that is true while the rule is off. */
  readonly wrap: (off: string) => readonly [before: string, behind: string]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

type Add = (kind: Rule['kind'], node: Node, wrap: Rule['wrap'], text?: string) => void

/**
 * The rules of a file of TypeScript. `coarse`: each regular expression (never matches), each row of
 * a table and each list of words (not there), each function that answers yes or no (no), each that
 * reads or finds something (nothing). `fine`: each alternative of an expression, each word of a list.
 */
export function rulesOf(source: string, level: 'coarse' | 'fine'): Rule[] {
  const rules: Rule[] = []
  const add: Add = (kind, { start, end }, wrap, text = source.slice(start, end)) => {
    const line = source.slice(0, start).split('\n').length
    const excerpt = text.replace(/\s+/g, ' ').slice(0, 90)
    rules.push({ kind, line, excerpt, start, end, wrap })
  }
  const program = parseAst(source, { lang: 'ts' }) as unknown as Node
  visit(program, (node) => {
    addExpression(node, level, add)
    if (level === 'coarse') addFunction(node, add)
  })
  for (const statement of nodes(program.body)) addTable(statement, level, add)
  return rules
}

function addExpression(node: Node, level: 'coarse' | 'fine', add: Add): void {
  const never =
    (flags: string): Rule['wrap'] =>
    (off) => [`(${off}?/(?!)/${flags}:`, ')']
  if (node.type === 'Literal' && isObject(node.regex)) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string }
    if (level === 'coarse') add('expression', node, never(flags))
    else
      for (const { text, without } of alternatives(pattern))
        add('alternative', node, (off) => [`(${off}?/${without}/${flags}:`, ')'], text)
  }
  if (node.type === 'NewExpression' && level === 'coarse' && nameOf(node.callee) === 'RegExp') {
    const [, flags] = nodes(node.arguments)
    add('expression', node, never(flags?.type === 'Literal' ? String(flags.value) : ''))
  }
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

function addFunction(node: Node, add: Add): void {
  if (!functions.has(node.type) || !isNode(node.returnType) || !isNode(node.body)) return
  const returned = node.returnType.typeAnnotation
  if (!isNode(returned) || node.generator === true) return
  const isPredicate = returned.type === 'TSBooleanKeyword' || returned.type === 'TSTypePredicate'
  const isReading = /^(?:read|find)[A-Z]/.test(nameOf(node.id)) && mayBeUndefined(returned)
  if (!isPredicate && !isReading) return
  const value = isPredicate ? 'false' : 'undefined'
  const wrap: Rule['wrap'] =
    node.body.type === 'BlockStatement'
      ? (off) => [`{if(${off})return ${value};`, '}']
      : (off) => [`(${off}?${value}:`, ')']
  add(isPredicate ? 'predicate' : 'reading', node.body, wrap)
}

function mayBeUndefined(type: Node): boolean {
  return (
    type.type === 'TSUnionType' &&
    nodes(type.types).some((one) => one.type === 'TSUndefinedKeyword')
  )
}

/** `const rows = [...]`, `new Set([...])`, `new Map([...])`, `{...}` at the top of the file. */
function addTable(statement: Node, level: 'coarse' | 'fine', add: Add): void {
  const declaration = isNode(statement.declaration) ? statement.declaration : statement
  for (const { init, id } of nodes(declaration.declarations)) {
    if (!isNode(init)) continue
    const inner = init.type === 'NewExpression' ? nodes(init.arguments)[0] : init
    if (inner?.type === 'ArrayExpression') addRows(inner, level, add)
    else if (inner?.type === 'ObjectExpression' && isRecord(id)) {
      for (const property of nodes(inner.properties))
        if (level === 'coarse') addRow(property, '{', '}', add)
    } else if (init.type === 'NewExpression' && level === 'coarse' && inner !== undefined) {
      if (/^(?:Set|Map)$/.test(nameOf(init.callee)))
        add('list', inner, (off) => [`(${off}?[]:`, ')'])
    }
  }
}

function addRows(array: Node, level: 'coarse' | 'fine', add: Add): void {
  const rows = nodes(array.elements)
  if (rows.length === 0) return
  if (rows.every((row) => row.type === 'Literal' && row.regex === undefined)) {
    if (level === 'coarse') add('list', array, (off) => [`(${off}?[]:`, ')'])
    else for (const row of rows) addRow(row, '[', ']', add, 'word')
  } else if (level === 'coarse') for (const row of rows) addRow(row, '[', ']', add)
}

function addRow(
  row: Node,
  open: string,
  close: string,
  add: Add,
  kind: Rule['kind'] = 'row',
): void {
  // Where an expression decides about the row, it is the rule.
  let decided = row.type === 'SpreadElement'
  visit(row, (node) => {
    if (isObject(node.regex)) decided = true
  })
  if (!decided) add(kind, row, (off) => [`...(${off}?${open}${close}:${open}`, `${close})`])
}

function isRecord(id: unknown): boolean {
  if (!isNode(id) || !isNode(id.typeAnnotation)) return false
  let found = false
  visit(id.typeAnnotation, (node) => {
    if (node.type === 'Identifier' && node.name === 'Record') found = true
  })
  return found
}

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node)
  for (const value of Object.values(node)) for (const child of nodes(value)) visit(child, seen)
}

function nodes(value: unknown): Node[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode)
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : ''
}

function isNode(value: unknown): value is Node {
  return isObject(value) && 'type' in value && 'start' in value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
