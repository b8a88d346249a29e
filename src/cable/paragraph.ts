import type * as tree from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import { anchorsOf } from './anchor.ts'
import type { Paragraph, Portion } from './record.ts'
import { kindsOf } from './summary.ts'

/** A paragraph of the record with the nodes it was read from. */
export interface ReadParagraph {
  readonly paragraph: Paragraph
  readonly node: tree.Paragraph | tree.Block
  readonly headings: readonly tree.Heading[]
}

/**
 * Nodes that become paragraphs of the record, in order: numbered ones and blocks that hold words or
 * a portion mark. A number alone (`¶6.` and an empty line) was left by a client that counts lines.
 */
export function paragraphNodes(telegram: tree.Telegram): readonly (tree.Paragraph | tree.Block)[] {
  return telegram.children.flatMap((part) =>
    (part.type === 'paragraph' || part.type === 'block') &&
    isHeld(part, () => words(part, telegram))
      ? [part]
      : [],
  )
}

/** `text` is asked for only where the part itself does not decide. */
function isHeld(part: tree.Paragraph | tree.Block, text: () => string): boolean {
  if (part.portion !== undefined) return true
  return part.type === 'block' ? text() !== '' : hasLines(part)
}

function hasLines(node: tree.Paragraph): boolean {
  return node.children.some((child) => child.type === 'line')
}

function words(node: tree.Node, telegram: tree.Telegram): string {
  return unwrap(node, telegram.wrapping).text.trimEnd()
}

/** Reads the paragraphs of the body with headings, kinds and anchors. */
export function readParagraphs(telegram: tree.Telegram): readonly ReadParagraph[] {
  const drafts: { node: tree.Paragraph | tree.Block; headings: tree.Heading[]; text: string }[] = []
  let headings: tree.Heading[] = []
  for (const part of telegram.children) {
    if (part.type === 'heading') headings.push(part)
    if (part.type !== 'paragraph' && part.type !== 'block') continue
    const text = words(part, telegram)
    if (!isHeld(part, () => text)) continue
    drafts.push({ node: part, headings, text })
    headings = []
  }
  const titled = drafts.map((draft) => {
    const heading = draft.headings
      .map((each) => words(each, telegram).trim())
      .filter((text) => text !== '')
      .join('\n')
    const number = draft.node.type === 'paragraph' ? draft.node.number : undefined
    return {
      ...(number !== undefined && { number }),
      ...(heading !== '' && { heading }),
      text: draft.text,
    }
  })
  const kinds = kindsOf(titled)
  const anchors = anchorsOf(titled)
  return drafts.map((draft, index) => {
    const { heading, text, number } = titled[index] ?? { text: '' }
    const { node } = draft
    return {
      node,
      headings: draft.headings,
      paragraph: {
        ...(number !== undefined && { number }),
        ...(node.type === 'paragraph' && { label: node.label }),
        ...(node.portion !== undefined && { portion: portionOf(node.portion) }),
        anchor: anchors[index]?.anchor ?? '',
        textAnchor: anchors[index]?.textAnchor ?? '',
        kind: kinds[index] ?? 'body',
        ...(heading !== undefined && { heading }),
        text,
      },
    }
  })
}

/** Level and controls of a portion mark. */
export function portionOf(portion: tree.Portion): Portion {
  return { level: portion.level, controls: [...portion.controls] }
}
