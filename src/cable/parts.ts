import type { Leaf, Node, Telegram } from '../telegram/tree.ts'
import { isParent } from '../telegram/visit.ts'

/** Node of a given type. */
export type NodeOf<T extends Node['type']> = Exclude<
  Extract<Node, { readonly type: T }>,
  Leaf<'station'>
>

/** Artefacts that carry facts: section, page, classification. */
const artefacts: ReadonlySet<string> = new Set([
  'pageLine',
  'sectionMark',
  'banner',
  'repetition',
  'otherCable',
  'attributes',
  'stamp',
])

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
  const collect = (node: Node, found: Map<string, Node[]>): void => {
    // Leaves are read from their parents; one of them is called `station` as a part is.
    if (!isParent(node) && !artefacts.has(node.type)) return
    const list = found.get(node.type)
    if (list === undefined) found.set(node.type, [node])
    else list.push(node)
    if (!isParent(node)) return
    const inside = node.type === 'preface' ? leaked : found
    for (const child of node.children) {
      // Most nodes by far, and no parts.
      if (child.type !== 'text' && child.type !== 'space') collect(child, inside)
    }
  }
  for (const part of tree.children) collect(part, own)
  const all = <T extends Node['type']>(type: T): readonly NodeOf<T>[] =>
    (own.get(type) ?? leaked.get(type) ?? []) as NodeOf<T>[]
  return { all, first: (type) => all(type)[0] }
}
