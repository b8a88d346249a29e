import { protectionMarks } from '../telegram/protection-mark.ts'
import type {
  Attributes,
  Leak,
  Node,
  OtherCable,
  Protection,
  Repetition,
  Telegram,
} from '../telegram/tree.ts'
import { isParent } from '../telegram/visit.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ProtectionRequest } from './record.ts'

/**
 * The requests to shield a source, from the `protection` nodes of all parts; `titles` are what an
 * archive says beside the text, and may hold one too. Never public (specification 2.20).
 */
export function readProtection(
  tree: Telegram,
  titles: readonly (string | undefined)[],
  log: EvidenceLog,
): readonly ProtectionRequest[] {
  const found: ProtectionRequest[] = []
  const nodes: Node[] = []
  const walk = (node: Node, place: Pick<ProtectionRequest, 'paragraph' | 'part'>): void => {
    if (node.type === 'protection') {
      nodes.push(node)
      if (node.printed !== undefined) found.push(toRequest(node, node.printed, place))
    }
    // What was set aside whole may hold one as well.
    if (isSetAside(node)) {
      const base = node.position.start.offset
      for (const { printed, start, end } of protectionMarks(node.value)) {
        nodes.push(node)
        found.push({ printed, part: node.type, span: { start: base + start, end: base + end } })
      }
    }
    if (!isParent(node)) return
    for (const child of node.children) {
      if (child.type !== 'text' && child.type !== 'space') walk(child, place)
    }
  }
  for (const part of tree.children) {
    walk(part, part.type === 'paragraph' ? { paragraph: part.number } : { part: part.type })
  }
  const printed = new Set(found.map((each) => each.printed))
  for (const title of titles) {
    for (const mark of protectionMarks(title ?? '')) {
      if (!printed.has(mark.printed)) found.push({ printed: mark.printed, part: 'title' })
    }
  }
  if (nodes.length > 0) log.noteAll('/protection', 'protection', nodes)
  else if (found.length > 0) log.noteSpans('/protection', 'archive', [])
  return found
}

function toRequest(
  node: Protection,
  printed: string,
  place: Pick<ProtectionRequest, 'paragraph' | 'part'>,
): ProtectionRequest {
  const { name, position } = node
  return {
    printed,
    ...place,
    span: { start: position.start.offset, end: position.end.offset },
    ...(name !== undefined && { name: { start: name.start.offset, end: name.end.offset } }),
  }
}

/** A part whose words are kept in one piece, unread. */
function isSetAside(node: Node): node is Repetition | Leak | OtherCable | Attributes {
  const { type } = node
  return type === 'repetition' || type === 'leak' || type === 'otherCable' || type === 'attributes'
}
