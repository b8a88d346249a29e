import type { Node, Telegram } from '../telegram/tree.ts'
import { visit } from '../telegram/visit.ts'

/** Node of a given type. */
export type NodeOf<T extends Node['type']> = Extract<Node, { readonly type: T }>

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
    const inPreface = ancestors.some(({ type }) => type === 'preface')
    // Captions and headings of a body's quotation are leaves there, never nodes of these types.
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
