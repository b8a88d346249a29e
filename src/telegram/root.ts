import { stray } from './head.ts'
import { fill, positionOf } from './leaf.ts'
import type { Source } from './source.ts'
import type { Artefact, Leaf, Part } from './tree.ts'

/**
 * The root's children: the parts in source order, and between them artefacts, empty lines, and
 * text that belongs to no part, so that no character is lost.
 */
export function completeRoot(source: Source, parts: readonly Part[]): Part[] {
  const ordered = [...parts].sort((a, b) => a.position.start.offset - b.position.start.offset)
  const complete: Part[] = []
  for (const child of fill<Part>(source, 0, source.text.length, ordered)) {
    complete.push(toPart(source, child))
  }
  return complete
}

function toPart(source: Source, child: Part | Leaf | Artefact): Part {
  const { start, end } = child.position
  if (child.type === 'space') {
    const position = positionOf(source, start.offset, end.offset)
    return { type: 'blank', value: child.value, position }
  }
  if (isLooseLeaf(child)) return stray(source, start.offset, end.offset)
  return child
}

function isLooseLeaf(child: Part | Leaf | Artefact): child is Leaf {
  return child.type === 'text'
}
