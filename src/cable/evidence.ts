import type { Node } from '../telegram/tree.ts'
import type { Evidence, Span } from './record.ts'

/** Collects where each field of a record was read, and by which rule. */
export interface EvidenceLog {
  /** `pointer` is a JSON Pointer: `/references/0`. Nodes that are absent are left out. */
  note(
    pointer: string,
    rule: string,
    ...nodes: readonly (Pick<Node, 'position'> | undefined)[]
  ): void
  /** The same of a list, which may be longer than a call takes arguments. */
  noteAll(
    pointer: string,
    rule: string,
    nodes: readonly (Pick<Node, 'position'> | undefined)[],
  ): void
  /** The same with spans of the source. */
  noteSpans(pointer: string, rule: string, spans: readonly Span[]): void
  /** A field that follows from another one; nothing where that one is unknown. */
  copy(pointer: string, from: string): void
  readonly evidence: Evidence
}

/** One entry as it was noted; its spans are made when somebody asks for them. */
interface Entry {
  readonly pointer: string
  readonly rule: string
  readonly nodes: readonly (Pick<Node, 'position'> | undefined)[]
  readonly spans: readonly Span[]
  /** Copied from the entry of this pointer. */
  readonly from: string | undefined
}

const noNodes: readonly undefined[] = []
const noSpans: readonly Span[] = []

/** Starts an empty log. Most readings are never asked for their evidence: it is only noted here. */
export function openEvidence(): EvidenceLog {
  const entries: Entry[] = []
  let evidence: Evidence | undefined
  return {
    get evidence() {
      evidence ??= evidenceOf(entries)
      return evidence
    },
    noteSpans(pointer, rule, spans) {
      entries.push({ pointer, rule, nodes: noNodes, spans, from: undefined })
    },
    copy(pointer, from) {
      entries.push({ pointer, rule: '', nodes: noNodes, spans: noSpans, from })
    },
    noteAll(pointer, rule, nodes) {
      entries.push({ pointer, rule, nodes, spans: noSpans, from: undefined })
    },
    note(pointer, rule, ...nodes) {
      entries.push({ pointer, rule, nodes, spans: noSpans, from: undefined })
    },
  }
}

/** The entries in the order they were noted: a later one of the same pointer holds. */
function evidenceOf(entries: readonly Entry[]): Evidence {
  const evidence: Record<string, Evidence[string]> = {}
  for (const { pointer, rule, nodes, spans, from } of entries) {
    const source = from === undefined ? undefined : evidence[from]
    if (source !== undefined) evidence[pointer] = source
    else if (from === undefined) {
      const ofNodes = nodes.flatMap((node) => (node === undefined ? [] : [spanOf(node)]))
      evidence[pointer] = { rule, spans: [...spans, ...ofNodes] }
    }
  }
  return evidence
}

function spanOf({ position }: Pick<Node, 'position'>): Span {
  return { start: position.start.offset, end: position.end.offset }
}
