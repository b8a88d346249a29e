import type { Leaf, Node, Telegram } from '../telegram/tree.ts'
import { isLiteral, visit } from '../telegram/visit.ts'

/** Node of a given type. */
export type NodeOf<T extends Node['type']> = Exclude<
  Extract<Node, { readonly type: T }>,
  Leaf<'station'>
>

/** Artefacts that carry facts: section, page, classification. */
const artefacts: ReadonlySet<string> = new Set(['pageLine', 'sectionMark', 'banner'])

/** The parts of a telegram by type, in source order. */
export interface Parts {
  /** All nodes of a type outside a leaked preface; those inside one where there are no others. */
  all<T extends Node['type']>(type: T): readonly NodeOf<T>[]
  first<T extends Node['type']>(type: T): NodeOf<T> | undefined
}

/** Collects the nodes of a tree. The telegram's own parts go before those of a leaked preface. */
export function partsOf(tree: Telegram): Parts {
  const own = new Map<string, Node[]>()
  const leaked = new Map<string, Node[]>()
  visit(tree, (node, ancestors) => {
    // Leaves are read from their parents; one of them is called `station` as a part is.
    if (isLiteral(node) && !artefacts.has(node.type)) return undefined
    const inPreface = ancestors.some(({ type }) => type === 'preface')
    const found = inPreface ? leaked : own
    const list = found.get(node.type)
    if (list === undefined) found.set(node.type, [node])
    else list.push(node)
    return undefined
  })
  const all = <T extends Node['type']>(type: T): readonly NodeOf<T>[] =>
    (own.get(type) ?? leaked.get(type) ?? []) as NodeOf<T>[]
  return { all, first: (type) => all(type)[0] }
}
