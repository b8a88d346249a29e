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
  /** The same with spans of the source. */
  noteSpans(pointer: string, rule: string, spans: readonly Span[]): void
  /** A field that follows from another one; nothing where that one is unknown. */
  copy(pointer: string, from: string): void
  readonly evidence: Evidence
}

/** Starts an empty log. */
export function openEvidence(): EvidenceLog {
  const evidence: Record<string, { rule: string; spans: readonly Span[] }> = {}
  const noteSpans = (pointer: string, rule: string, spans: readonly Span[]): void => {
    evidence[pointer] = { rule, spans }
  }
  return {
    evidence,
    noteSpans,
    copy(pointer, from) {
      const source = evidence[from]
      if (source !== undefined) evidence[pointer] = source
    },
    note(pointer, rule, ...nodes) {
      const spans = nodes.flatMap((node) =>
        node === undefined
          ? []
          : [{ start: node.position.start.offset, end: node.position.end.offset }],
      )
      noteSpans(pointer, rule, spans)
    },
  }
}
