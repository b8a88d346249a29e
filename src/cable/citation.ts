import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { formatIdentifier, parseIdentifier, resolveIdentifier } from './identifier.ts'
import type { NodeOf, Parts } from './parts.ts'
import type { Reference } from './record.ts'
import { type ReadReference, readReferences } from './reference.ts'
import type { CitingCable } from './reference-year.ts'

/** What is read as one item: one of the list, or a field without items. */
type Item = NodeOf<'referenceItem'> | NodeOf<'references'>

/** Reads the references of a cable: its REF field; else what the archive lists. */
export function readCitations(
  tree: Telegram,
  parts: Parts,
  facts: ArchiveFacts,
  citing: CitingCable,
  foreign: boolean,
  log: EvidenceLog,
): { readonly references: readonly Reference[]; readonly diagnostics: readonly Diagnostic[] } {
  const nodes = (foreign ? [] : parts.all('references')).flatMap((field): Item[] => {
    const items = field.children.filter((child) => child.type === 'referenceItem')
    return items.length > 0 ? items : [field]
  })
  if (nodes.length === 0) {
    const listed = fromArchive(parts, facts, citing)
    if (listed.length > 0) log.noteSpans('/references', 'archive', [])
    return { references: listed, diagnostics: [] }
  }
  const texts = nodes.map((node) => unwrap(node, tree.wrapping))
  const items = nodes.map((node, index) => ({
    ...('label' in node && node.label !== undefined && { label: node.label }),
    text: texts[index]?.text ?? '',
  }))
  const read = readReferences(items, citing)
  const diagnostics = read.dropped.map(({ item, note }) =>
    finding(note.code, nodes[item], { ...note }),
  )
  read.references.forEach((each, index) => {
    const node = nodes[each.item]
    log.note(`/references/${index}`, `reference-${each.reference.kind}`, node)
    for (const note of each.notes) diagnostics.push(finding(note.code, node, { ...note }))
  })
  diagnostics.push(...enumerationGaps(read.references, (item) => nodes[item]))
  const references = read.references.map(({ reference }) => reference)
  const isCut = references.length === 0 || /\.\.\.\s*$/.test(texts.at(-1)?.text ?? '')
  const lost = isCut ? lostOnes(references, fromArchive(parts, facts, citing), citing) : []
  if (lost.length > 0) return { references: [...references.filter(isWhole), ...lost], diagnostics }
  return { references, diagnostics }
}

/** Letters must go on without a gap: `A.`, `B.`, `D.` */
function enumerationGaps(
  references: readonly ReadReference[],
  nodeAt: (item: number) => Parameters<typeof finding>[1],
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const further = new Set(references.flatMap(({ reference }) => reference.alsoLabelled ?? []))
  let before: string | undefined
  for (const { reference, item } of references) {
    const { label } = reference
    if (label === undefined || !/^[A-Z]$/.test(label)) continue
    while (before !== undefined && further.has(following(before))) before = following(before)
    if (before !== undefined && label > following(before)) {
      found.push(finding('REF_ENUM_GAP', nodeAt(item), { expected: before, found: label }))
    }
    before = label
  }
  return found
}

function following(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1)
}

/** `AC...`: what a preview left of an item says nothing. */
function isWhole({ id, printed }: Reference): boolean {
  return id !== undefined || !/\.\.\.\s*$/.test(printed)
}

/** What the archive knows of a list that its copy of the text cuts off: not the own number. */
function lostOnes(
  read: readonly Reference[],
  listed: readonly Reference[],
  citing: CitingCable,
): readonly Reference[] {
  const known = read.flatMap(({ id }) => id ?? [])
  const { post, year, serial } = citing
  if (post !== undefined && year !== undefined && serial !== undefined) {
    known.push(formatIdentifier(year, post, serial))
  }
  return listed.filter(({ id }) => id !== undefined && !known.includes(id))
}

/** Ids an archive lists; an id it has cut off (`07LOME5`) cannot be told from a whole one. */
function fromArchive(parts: Parts, facts: ArchiveFacts, citing: CitingCable): readonly Reference[] {
  const listed = facts.references ?? parts.first('preface')?.references ?? []
  const year = citing.year === undefined ? undefined : String(citing.year)
  return listed
    .filter((printed) => printed.trim() !== '')
    .map((printed): Reference => {
      const { id } = resolveIdentifier(printed, year)
      const known = id !== undefined && parseIdentifier(id) !== undefined
      return { kind: known ? 'cable' : 'other', printed, ...(known && { id }) }
    })
}
