import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { parseAst } from 'rolldown/parseAst'

/** A regular expression of the source. */
export interface Expression {
  /** `src/telegram/rule.ts:5` */
  readonly place: string
  readonly source: string
  readonly flags: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const root = join(import.meta.dirname, '..')

/**
 * Every regular expression of `src/`: literals, and `new RegExp(…)` worked out from the constants of
 * its file. What is known only at run time stands in `holes` by its name, with a sample; throws
 * where a name is missing there.
 */
export function expressionsOf(holes: Readonly<Record<string, unknown>>): Expression[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((file) => inFile(file.replaceAll('\\', '/'), holes))
}

function inFile(file: string, holes: Readonly<Record<string, unknown>>): Expression[] {
  const code = readFileSync(join(root, file), 'utf8')
  const program = parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const constants = new Map<string, Node>()
  const found: Expression[] = []
  visit(program, (node) => {
    if (node.type !== 'VariableDeclarator' || !isNode(node.init)) return
    // What is taken apart has no name.
    const { name } = node.id as Node
    if (name !== undefined) constants.set(String(name), node.init)
  })
  visit(program, (node) => {
    const place = `${file}:${code.slice(0, node.start).split('\n').length}`
    if (node.type === 'Literal' && isObject(node.regex))
      found.push({ place, source: String(node.regex.pattern), flags: String(node.regex.flags) })
    if (node.type === 'NewExpression' && (node.callee as Node).name === 'RegExp') {
      const { source, flags } = workedOut(node, { code, constants, holes, place })
      found.push({ place, source, flags })
    }
  })
  return found
}

interface Known {
  readonly code: string
  readonly constants: ReadonlyMap<string, Node>
  readonly holes: Readonly<Record<string, unknown>>
  readonly place: string
}

/** Runs `new RegExp(…)` with the constants it is made of. */
function workedOut(node: Node, known: Known): RegExp {
  const lines: string[] = []
  const taken = new Set(Object.keys(known.holes))
  const take = (part: Node): void => {
    visit(part, ({ type, name }) => {
      const constant = type === 'Identifier' ? known.constants.get(String(name)) : undefined
      if (constant === undefined || taken.has(String(name))) return
      taken.add(String(name))
      take(constant)
      lines.push(`const ${String(name)} = ${known.code.slice(constant.start, constant.end)}`)
    })
  }
  take(node)
  try {
    const script = `${lines.join('\n')}\n;(${known.code.slice(node.start, node.end)})`
    return runInNewContext(script, { ...known.holes }) as RegExp
  } catch (error) {
    throw new Error(`${known.place}: ${String(error)}: give a sample of what only run time knows`)
  }
}

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) visit(child, seen)
}

function isNode(value: unknown): value is Node {
  return isObject(value) && 'type' in value && 'start' in value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
