import type { Node, Telegram } from '../../src/telegram/tree.ts'
import { isParent, visit } from '../../src/telegram/visit.ts'

/** Names of nodes that overlap, leave a hole, or lie about their characters. */
export function misplaced(tree: Telegram, text: string): string[] {
  const wrong: string[] = []
  visit(tree, (node) => {
    const { start, end } = node.position
    if (start.offset > end.offset || end.offset > text.length) wrong.push(`range ${node.type}`)
    if (isParent(node)) wrong.push(...holes(node, node.children))
    else if (node.value !== text.slice(start.offset, end.offset)) wrong.push(`value ${node.type}`)
    else if (node.value === '') wrong.push(`empty ${node.type}`)
    return undefined
  })
  return wrong
}

function holes(parent: Node, children: readonly Node[]): string[] {
  const wrong: string[] = []
  let at = parent.position.start.offset
  for (const child of children) {
    if (child.position.start.offset !== at)
      wrong.push(`hole in ${parent.type} before ${child.type}`)
    at = child.position.end.offset
  }
  if (at !== parent.position.end.offset) wrong.push(`hole at the end of ${parent.type}`)
  return wrong
}
