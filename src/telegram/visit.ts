import type { Literal, Node, Parent } from './tree.ts'

/** What a visitor may answer: nothing goes on, `'skip'` stays out of the children. */
export type VisitorAnswer = 'skip' | undefined

/** Walks a tree in source order, parents before children; `ancestors` runs from the root down. */
export function visit(
  node: Node,
  visitor: (node: Node, ancestors: readonly Parent[]) => VisitorAnswer,
): void {
  walk(node, [], visitor)
}

function walk(
  node: Node,
  ancestors: Parent[],
  visitor: (node: Node, ancestors: readonly Parent[]) => VisitorAnswer,
): void {
  if (visitor(node, ancestors) === 'skip' || !isParent(node)) return
  ancestors.push(node)
  for (const child of node.children) walk(child, ancestors, visitor)
  ancestors.pop()
}

/** True for nodes that hold others. */
export function isParent(node: Node): node is Parent {
  return 'children' in node
}

/** True for leaves, artefacts and marks: nodes that hold characters. */
export function isLiteral(node: Node): node is Literal {
  return 'children' in node === false
}

/** All leaves below a node in source order. */
export function leaves(node: Node): Literal[] {
  const found: Literal[] = []
  visit(node, (each) => {
    if (isLiteral(each)) found.push(each)
    return undefined
  })
  return found
}
