import type { Node, Telegram } from '../telegram/tree.ts'
import { isLiteral, isParent } from '../telegram/visit.ts'
import { tokenize } from '../words/token.ts'
import { paragraphNodes } from './paragraph.ts'
import type { Cable } from './record.ts'
import type { Segment, SegmentKind, Streams } from './segment.ts'

/** Parts of the transmission header: a stream of their own. */
const headerTypes: ReadonlySet<string> = new Set([
  'notice',
  'distribution',
  'transmissionId',
  'routing',
  'station',
  'security',
  'dateTimeGroup',
  'from',
  'to',
  'info',
  'excluded',
  'breakMark',
])

/** Lines that transmission put in: page, section, banner, end mark. Nobody wrote them. */
const artefactTypes: ReadonlySet<string> = new Set([
  'pageLine',
  'sectionMark',
  'banner',
  'printQueue',
  'endMark',
])

/** What the words of a part are. */
const partKinds: Readonly<Record<string, SegmentKind>> = {
  subject: 'subject',
  tags: 'tags',
  references: 'reference',
  heading: 'heading',
  signature: 'signature',
}

interface Draft {
  kind: SegmentKind
  text: string[]
  paragraph: number | undefined
}

/**
 * The two streams of a cable, as `Segment` describes them: every character after the transmission
 * header once, in source order, whatever the parser recognised in it.
 */
export function toStreams(tree: Telegram, record: Cable): Streams {
  const header: string[] = []
  const drafts: Draft[] = []
  const paragraphs = new Map<Node, number>(
    paragraphNodes(tree).map((node, index) => [node, index] as const),
  )
  const add = (kind: SegmentKind, text: string, paragraph: number | undefined): void => {
    const last = drafts.at(-1)
    // Blanks between two parts are no part.
    if (last !== undefined && !/\S/.test(text)) last.text.push(text)
    else if (last !== undefined && last.kind === kind && last.paragraph === paragraph) {
      last.text.push(text)
    } else drafts.push({ kind, text: [text], paragraph })
  }
  const walk = (node: Node, kind: SegmentKind, paragraph: number | undefined): void => {
    // A leaf may be called `station` too; of the header's parts only `BT` is a leaf.
    if (headerTypes.has(node.type) && (isParent(node) || node.type === 'breakMark')) {
      header.push(sourceOf(node))
      return
    }
    if (artefactTypes.has(node.type)) return
    if (isLiteral(node)) {
      // Labels and marks of a part are no words of it: SUBJECT is not in the subject.
      const mark = node.type === 'label' || (node.type === 'portion' && kind === 'subject')
      add(mark ? 'other' : kind, node.value, paragraph)
      return
    }
    if (!isParent(node)) return
    const index = paragraphs.get(node) ?? paragraph
    const own = index === undefined ? partKinds[node.type] : record.paragraphs[index]?.kind
    for (const child of node.children) walk(child, kindOf(own) ?? kind, index)
  }
  for (const part of tree.children) walk(part, 'other', undefined)
  const title = titleOutside(record, drafts)
  const segments = drafts.map(({ kind, text, paragraph }): Segment => {
    return { kind, text: text.join(''), ...(paragraph !== undefined && { paragraph }) }
  })
  const first: Segment[] = title === undefined ? [] : [{ kind: 'title', text: title }]
  return { header: header.join(''), segments: [...first, ...segments] }
}

/** Actions and notes are body to a search. */
function kindOf(own: string | undefined): SegmentKind | undefined {
  return own === 'action' || own === 'note' ? 'body' : (own as SegmentKind | undefined)
}

function sourceOf(node: Node): string {
  if (isLiteral(node)) return node.value
  return isParent(node) ? node.children.map(sourceOf).join('') : ''
}

/** The archive's title, where the text has no subject and does not hold the title's words. */
function titleOutside(record: Cable, drafts: readonly Draft[]): string | undefined {
  if (record.subject === undefined) return undefined
  const held = drafts.some(({ kind, text }) => kind === 'subject' && /\S/.test(text.join('')))
  if (held) return undefined
  const wanted = tokenize(record.subject).map(({ token }) => token)
  const text = tokenize(drafts.map((draft) => draft.text.join('')).join('\n'))
  return holds(
    text.map(({ token }) => token),
    wanted,
  )
    ? undefined
    : record.subject
}

/** True if the words stand in the text one after the other. Linear: a failure table is kept. */
function holds(text: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const fallback = [0]
  for (let at = 1, matched = 0; at < wanted.length; at++) {
    while (matched > 0 && wanted[at] !== wanted[matched]) matched = fallback[matched - 1] ?? 0
    if (wanted[at] === wanted[matched]) matched++
    fallback.push(matched)
  }
  let matched = 0
  for (const word of text) {
    while (matched > 0 && word !== wanted[matched]) matched = fallback[matched - 1] ?? 0
    if (word === wanted[matched]) matched++
    if (matched === wanted.length) return true
  }
  return false
}
