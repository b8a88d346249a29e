import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { portionOf } from './paragraph.ts'
import type { Parts } from './parts.ts'
import type { Cable } from './record.ts'

/** Subject with what was found out on the way. */
export interface ReadSubject extends Pick<Cable, 'subject' | 'subjectPortion'> {
  readonly diagnostics: readonly Diagnostic[]
}

/** Longest subject kept, in UTF-16 code units; the longest seen has about 400. */
const subjectLengthMax = 2_000

/** The subject of the text, whole; the archive's title only where the text has none. */
export function readSubject(
  tree: Telegram,
  parts: Parts,
  facts: ArchiveFacts,
  foreign: boolean,
  log: EvidenceLog,
): ReadSubject {
  for (const node of foreign ? [] : parts.all('subject')) {
    const subject = joined(unwrap(node, tree.wrapping).text)
    if (subject === '') continue
    log.note('/subject', 'subject', node)
    if (node.portion === undefined) return { subject, diagnostics: [] }
    log.note('/subjectPortion', 'subject', node)
    return { subject, subjectPortion: portionOf(node.portion), diagnostics: [] }
  }
  const title = facts.title === undefined ? '' : archiveTitle(facts.title)
  if (title === '') return { diagnostics: [] }
  log.noteSpans('/subject', 'archive-title', [])
  const { text, portion } = withoutPortion(title)
  return {
    subject: text,
    ...(portion && { subjectPortion: portion }),
    diagnostics: [finding('SUBJECT_ONLY_IN_ARCHIVE', undefined)],
  }
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, subjectLengthMax)
}

/** The title of a page may carry REF, an authority or a summary behind it, or a backslash. */
function archiveTitle(title: string): string {
  const line = joined(title).replace(/ ?(?<!\\)\\+$/, '')
  const end =
    / ?(?:\bREF(?:S|TELS?|\(S\))?\s?[:.]|REF: |\bclassified by\b|\bsensitive but uncla)/i.exec(line)
  return (end === null || end.index === 0 ? line : line.slice(0, end.index)).trim()
}

function withoutPortion(title: string): { text: string; portion?: Cable['subjectPortion'] } {
  const match = /^\((TS|SBU|LOU|[UCS])(\/{1,2}(?:NF|NOFORN))?\)\s*(?=\S)/.exec(title)
  if (match === null) return { text: title }
  const level = match[1] as 'U' | 'SBU' | 'LOU' | 'C' | 'S' | 'TS'
  const controls = match[2] === undefined ? [] : ['NOFORN']
  return { text: title.slice(match[0].length), portion: { level, controls } }
}
