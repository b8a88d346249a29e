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
 * header once, in source order, whatever the parser recognised in it. `archiveTitle` is the title
 * line the source gives beside the text.
 */
export function toStreams(tree: Telegram, record: Cable, archiveTitle = ''): Streams {
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
  const title = titleOutside(archiveTitle, drafts)
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

/** Longest title of a source that is looked at, in UTF-16 code units. */
const titleUnitsMax = 2_000

/** The archive's title where its words do not stand in the text, whatever subject was read there. */
function titleOutside(archiveTitle: string, drafts: readonly Draft[]): string | undefined {
  const title = archiveTitle.slice(0, titleUnitsMax).replace(/\s+/g, ' ').trim()
  const wanted = tokenize(title).map(({ token }) => token)
  if (wanted.length === 0) return undefined
  const text = tokenize(drafts.map((draft) => draft.text.join('')).join('\n'))
  return holds(
    text.map(({ token }) => token),
    wanted,
  )
    ? undefined
    : title
}

/**
 * True if the words stand in the text one after the other; the last one may be the beginning of a
 * word there, since titles are cut. Linear: a failure table is kept.
 */
function holds(text: readonly string[], wanted: readonly string[]): boolean {
  const last = wanted.at(-1) ?? ''
  const before = wanted.slice(0, -1)
  const fallback = [0]
  for (let at = 1, matched = 0; at < before.length; at++) {
    while (matched > 0 && before[at] !== before[matched]) matched = fallback[matched - 1] ?? 0
    if (before[at] === before[matched]) matched++
    fallback.push(matched)
  }
  let matched = 0
  for (const word of text) {
    if (matched === before.length) {
      if (word.startsWith(last)) return true
      matched = fallback[matched - 1] ?? 0
    }
    while (matched > 0 && word !== before[matched]) matched = fallback[matched - 1] ?? 0
    if (word === before[matched]) matched++
  }
  return false
}
