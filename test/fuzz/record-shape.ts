import { readFileSync } from 'node:fs'
import { parseAst } from 'rolldown/parseAst'

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

/** Interfaces by name, their fields and types; where two have one name, the record's. */
const interfaces = new Map(
  ['src/telegram/tree.ts', 'src/cable/record.ts'].flatMap((file) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    const { body } = parseAst(source, { lang: 'ts' }) as unknown as { body: readonly Node[] }
    return body.flatMap(({ declaration }) => {
      const found = declaration as Node | null | undefined
      if (found?.type !== 'TSInterfaceDeclaration') return []
      return [[nameOf(found.id), fieldsOf((found.body as Node).body as Node[])] as const]
    })
  }),
)

type Fields = ReadonlyMap<string, Node>

function fieldsOf(members: readonly Node[]): Fields {
  return new Map(
    members.map((member) => [
      nameOf(member.key),
      (member.typeAnnotation as Node).typeAnnotation as Node,
    ]),
  )
}

function nameOf(node: unknown): string {
  return String((node as Node).name)
}

/** Paths of what no record may hold: a field that `record.ts` lacks, null, undefined, no number. */
export function strangers(record: object): string[] {
  return inFields(record, interfaces.get('Cable') ?? new Map<string, Node>(), '')
}

function inFields(value: object, fields: Fields, path: string): string[] {
  return Object.entries(value).flatMap(([name, field]) => {
    const type = fields.get(name)
    return type === undefined ? [path + name] : inType(field, type, path + name)
  })
}

function inType(value: unknown, type: Node, path: string): string[] {
  if (value === null || value === undefined || Number.isNaN(value)) return [path]
  if (typeof value !== 'object') return []
  if (type.type === 'TSTypeOperator') return inType(value, type.typeAnnotation as Node, path)
  if (Array.isArray(value) && type.type === 'TSArrayType')
    return value.flatMap((each) => inType(each, type.elementType as Node, path))
  if (type.type === 'TSTypeLiteral')
    return inFields(value, fieldsOf(type.members as Node[]), `${path}.`)
  const named = type.type === 'TSTypeReference' ? interfaces.get(nameOf(type.typeName)) : undefined
  return named === undefined ? [path] : inFields(value, named, `${path}.`)
}
