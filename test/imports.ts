import { parseAst } from 'rolldown/parseAst'

/** One module that a source file reaches for, whatever the spelling. */
export interface Import {
  readonly specifier: string
  /** Types only: gone at run time, yet an arrow between folders. */
  readonly typeOnly: boolean
  /** Loaded when the code gets there, not with the file. */
  readonly dynamic: boolean
}

/**
 * Every module that a file of TypeScript imports: static, for side effects, type-only, dynamic,
 * `import type`, `typeof import()`, re-exports, `import x = require()`, `new URL(…, import.meta.url)`.
 *
 * Read from the syntax tree, so that comments, strings and JSX text count for nothing. Throws where
 * a module is named by anything but a literal: such an import could not be held to the table.
 */
export function importsOf(source: string, file: string): Import[] {
  const program = parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }, file)
  const found: Import[] = []
  visit(program as unknown as Node, found, file)
  return found
}

/** Whether nothing in the file runs: it names shapes, and is as long as there are shapes. */
export function declaresOnly(source: string, file: string): boolean {
  const program = parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }, file)
  return (program as unknown as { readonly body: readonly Node[] }).body.every((statement) => {
    const { type } = isNode(statement.declaration) ? statement.declaration : statement
    return (
      type === 'TSInterfaceDeclaration' ||
      type === 'TSTypeAliasDeclaration' ||
      isTypeOnly(statement)
    )
  })
}

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

function visit(node: Node, found: Import[], file: string): void {
  const reached = importIn(node, file)
  if (reached !== undefined) found.push(reached)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, found, file)
    }
  }
}

function importIn(node: Node, file: string): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (!isNode(node.source)) return undefined
      return { specifier: literal(node.source, file), typeOnly: isTypeOnly(node), dynamic: false }
    case 'ImportExpression':
      return { specifier: literal(node.source, file), typeOnly: false, dynamic: true }
    case 'TSImportType':
      return {
        specifier: literal(node.source ?? node.argument, file),
        typeOnly: true,
        dynamic: false,
      }
    case 'TSExternalModuleReference':
      return { specifier: literal(node.expression, file), typeOnly: false, dynamic: false }
    case 'NewExpression':
      return isModuleUrl(node) ? fileBeside(node, file) : undefined
    case 'CallExpression':
      forbidDetours(node, file)
      return undefined
    default:
      return undefined
  }
}

/** `import type {A} from`, `import {type A, type B} from`, `export type {A} from`. */
function isTypeOnly(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : []
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  )
}

/** `new URL('./worker.ts', import.meta.url)`: how a worker thread's file is named. */
function isModuleUrl(node: Node): boolean {
  const [, base] = Array.isArray(node.arguments) ? node.arguments : []
  return named(node.callee) === 'URL' && named(base) === 'import.meta.url'
}

function fileBeside(node: Node, file: string): Import | undefined {
  const [path] = Array.isArray(node.arguments) ? node.arguments : []
  const specifier = literal(path, file)
  return /\.[cm]?[jt]sx?$/.test(specifier)
    ? { specifier, typeOnly: false, dynamic: true }
    : undefined
}

const detours = /(?:^|\.)(?:require|createRequire|getBuiltinModule|eval|import\.meta\.resolve)$/

/** `process.getBuiltinModule('node:sqlite')` and its like would go round the table. */
function forbidDetours(node: Node, file: string): void {
  const name = named(node.callee)
  if (detours.test(name)) throw new Error(`${file}: ${name}() goes round the table of imports`)
}

/** `a.b.c` of a chain of names, the empty string for anything else. */
function named(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'MetaProperty') return `${named(node.meta)}.${named(node.property)}`
  if (node.type !== 'MemberExpression') return ''
  const property = isNode(node.property) && node.property
  if (!property) return ''
  const last = property.type === 'Literal' ? String(property.value) : named(property)
  return `${named(node.object)}.${last}`
}

function literal(node: unknown, file: string): string {
  if (isNode(node)) {
    if (node.type === 'TSLiteralType') return literal(node.literal, file)
    if (node.type === 'Literal' && typeof node.value === 'string') return node.value
    if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1) {
      return String(node.quasis[0].value.cooked)
    }
  }
  throw new Error(`${file}: a module is named by something else than a literal`)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
