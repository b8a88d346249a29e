import type { Node, Telegram } from './tree.ts'
import { leaves } from './visit.ts'

/** The source of a tree, character for character: `print(parse(text)) === text`. */
export function print(tree: Telegram): string {
  return source(tree)
}

/** The source characters of any node. */
export function source(node: Node): string {
  return leaves(node)
    .map((leaf) => leaf.value)
    .join('')
}
