import type { Portion, Telegram } from '../../src/telegram/tree.ts'
import { unwrap } from '../../src/telegram/unwrap.ts'
import { isLiteral } from '../../src/telegram/visit.ts'

/** What matters in a tree, by the names the golden files use. */
export function factsOf(tree: Telegram): Record<string, unknown> {
  const words = (node: Parameters<typeof unwrap>[0]): string => unwrap(node, tree.wrapping).text
  const facts: Record<string, unknown[]> = {}
  const add = (name: string, fact: unknown): void => {
    facts[name] = [...(facts[name] ?? []), fact]
  }
  for (const part of tree.children) {
    switch (part.type) {
      case 'to':
      case 'info':
      case 'excluded':
        for (const child of part.children) {
          if (child.type !== 'addressee') continue
          const { routing, name, offices, precedence, mcn } = child
          add(
            part.type,
            [routing, name, offices, precedence, mcn].map((each) => each ?? '').join('|'),
          )
        }
        break
      case 'tags':
        for (const child of part.children)
          if (child.type === 'tag' || child.type === 'person') add('tags', child.value)
        break
      case 'subject':
        add('subject', [marked(part.portion), words(part)].join(' ').trim())
        break
      case 'references':
        for (const child of part.children)
          if (child.type === 'referenceItem')
            add('references', `${child.label ?? '-'} ${words(child)}`)
        break
      case 'authority':
      case 'handling':
      case 'stray':
        add(part.type, words(part))
        break
      case 'heading':
        add('headings', `${part.form}: ${words(part)}`)
        break
      case 'paragraph':
        add(
          'paragraphs',
          `${part.number} ${marked(part.portion)} ${words(part)}`.replace('  ', ' ').trim(),
        )
        break
      case 'block':
        add('blocks', `${marked(part.portion)} ${words(part)}`.trim())
        break
      default:
        if (isLiteral(part)) add(part.type, part.value.trim())
        else {
          const { type, children, position, ...data } = part
          add(type, data)
        }
    }
  }
  const single = Object.entries(facts).map(([name, list]) => [name, unlisted(name, list)] as const)
  return {
    dialect: tree.dialect,
    ...Object.fromEntries(single.filter(([name]) => name !== 'blank')),
    diagnostics: tree.diagnostics.map((each) => `${each.code} ${each.start.line}`),
  }
}

/** Parts that a telegram has once are shown without the list around them. */
const once = new Set([
  'classificationLine',
  'executiveOrder',
  'subject',
  'authority',
  'distribution',
  'station',
  'routing',
  'security',
  'transmissionId',
  'dateTimeGroup',
  'from',
  'signature',
  'preface',
])

function unlisted(name: string, list: readonly unknown[]): unknown {
  return once.has(name) && list.length === 1 ? list[0] : list
}

function marked(portion: Portion | undefined): string {
  if (portion === undefined) return ''
  const entire = portion.entireText ? ['ENTIRE TEXT'] : []
  return `(${[portion.level, ...portion.controls, ...entire].join('/')})`
}
