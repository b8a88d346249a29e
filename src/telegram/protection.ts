import { leaf, positionOf } from './leaf.ts'
import { type ProtectionMark, protectionMarks } from './protection-mark.ts'
import { report, type Source } from './source.ts'
import type { Leaf, Node, Part, Protection } from './tree.ts'
import { isParent } from './visit.ts'

/** Leaves that hold words: a mark may stand in each of them, in whatever field. */
const wordTypes: ReadonlySet<string> = new Set([
  'text',
  'value',
  'tag',
  'person',
  'control',
  'name',
  'separator',
])

/**
 * Cuts the source-protection marks out of the leaves of all parts as nodes of their own, and
 * reports each of them (specification 2.20).
 *
 *     … said Jane Roe (strictly     → text, protection with the printed mark and the name,
 *     protect) on May 3 …             on the next line protection without them, text
 */
export function markProtections(source: Source, parts: readonly Part[]): readonly Part[] {
  const marks = protectionMarks(source.plain)
  if (marks.length === 0) return parts
  for (const { start, end, printed } of marks)
    report(source, 'SOURCE_PROTECTED', start, end, { printed })
  const cutter: Cutter = { source, marks, next: 0, begun: new Set() }
  return parts.map((part) => cutNode(cutter, part) as Part)
}

interface Cutter {
  readonly source: Source
  readonly marks: readonly ProtectionMark[]
  /** The first mark that does not end before the leaf under the knife. */
  next: number
  readonly begun: Set<ProtectionMark>
}

function cutNode(cutter: Cutter, node: Node): Node {
  const { start, end } = node.position
  if (!touches(cutter, start.offset, end.offset) || !isParent(node)) return node
  const children = node.children.flatMap((child): Node[] => {
    if (isParent(child)) return [cutNode(cutter, child)]
    return wordTypes.has(child.type) ? cutLeaf(cutter, child as Leaf) : [child]
  })
  return { ...node, children } as Node
}

function touches(cutter: Cutter, start: number, end: number): boolean {
  const { marks } = cutter
  while ((marks[cutter.next]?.end ?? Infinity) <= start) cutter.next++
  return (marks[cutter.next]?.start ?? Infinity) < end
}

/** Words before the mark, the mark, words behind it; blanks between become leaves of their own. */
function cutLeaf(cutter: Cutter, node: Leaf): Node[] {
  const { offset: start } = node.position.start
  const { offset: end } = node.position.end
  if (!touches(cutter, start, end)) return [node]
  const pieces: Node[] = []
  let at = start
  for (let index = cutter.next; index < cutter.marks.length; index++) {
    const mark = cutter.marks[index]
    if (mark === undefined || mark.start >= end) break
    const from = Math.max(mark.start, start)
    const to = Math.min(mark.end, end)
    pushWords(cutter.source, node.type, at, from, pieces)
    pieces.push(toProtection(cutter, mark, from, to))
    at = to
  }
  pushWords(cutter.source, node.type, at, end, pieces)
  return pieces
}

function pushWords(
  source: Source,
  type: Leaf['type'],
  start: number,
  end: number,
  pieces: Node[],
): void {
  const words = source.text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  if (from >= to) {
    if (start < end) pieces.push(leaf(source, 'space', start, end))
    return
  }
  if (start < from) pieces.push(leaf(source, 'space', start, from))
  pieces.push(leaf(source, type, from, to))
  if (to < end) pieces.push(leaf(source, 'space', to, end))
}

function toProtection(
  cutter: Cutter,
  mark: ProtectionMark,
  start: number,
  end: number,
): Protection {
  const { source, begun } = cutter
  const value = source.text.slice(start, end)
  const position = positionOf(source, start, end)
  if (begun.has(mark)) return { type: 'protection', value, position }
  begun.add(mark)
  const name = mark.name && positionOf(source, mark.name.start, mark.name.end)
  return {
    type: 'protection',
    printed: mark.printed,
    ...(name !== undefined && { name }),
    value,
    position,
  }
}
