import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { parseIdentifier, repairIdentifier } from './identifier.ts'
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
  if (nodes.length === 0) return { references: fromArchive(parts, facts, log), diagnostics: [] }
  const texts = nodes.map((node) => unwrap(node, tree.wrapping))
  const items = nodes.map((node, index) => ({
    ...('label' in node && node.label !== undefined && { label: node.label }),
    text: (texts[index]?.text ?? '').replace(/\s/g, ' '),
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
  return { references: read.references.map(({ reference }) => reference), diagnostics }
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

/** Ids an archive lists; an id it has cut off (`07LOME5`) cannot be told from a whole one. */
function fromArchive(parts: Parts, facts: ArchiveFacts, log: EvidenceLog): readonly Reference[] {
  const listed = facts.references ?? parts.first('preface')?.references ?? []
  if (listed.length > 0) log.noteSpans('/references', 'archive', [])
  return listed
    .filter((printed) => printed.trim() !== '')
    .map((printed): Reference => {
      const id = repairIdentifier(printed).id
      const known = id !== undefined && parseIdentifier(id) !== undefined
      return { kind: known ? 'cable' : 'other', printed, ...(known && { id }) }
    })
}
