import { readPortion } from '../telegram/portion.ts'
import { subjectStop } from '../telegram/subject-stop.ts'
import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { unwrap } from '../telegram/unwrap.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import { portionOf } from './paragraph.ts'
import type { Parts } from './parts.ts'
import { findPost } from './post.ts'
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
  if (portion !== undefined) log.noteSpans('/subjectPortion', 'archive-title', [])
  return {
    subject: text,
    ...(portion && { subjectPortion: portion }),
    diagnostics: [finding('SUBJECT_ONLY_IN_ARCHIVE', undefined)],
  }
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, subjectLengthMax)
}

/** `LOME 00000077  001.2 OF 004` behind the title of an unwrapped page. */
const sectionMark = / ([A-Z][A-Z.'-]{0,11}) \d{8} {1,2}\d{3}(?:\.\d)? OF \d{3}/
/** A label that follows the subject, whole or glued: `… IN LOMEREF: A. ACCRA 9`. */
const reference = /\bREF(?:S|TELS?|\(S\))?\s?[:.]|REF: /i

/** The title of a page may carry REF, an authority or a summary behind it, or a backslash. */
function archiveTitle(title: string): string {
  const line = joined(title).replace(/(?<!\\)\\+$/, '')
  const ends = [subjectStop(line), reference.exec(line)?.index, markStart(line)]
  const end = Math.min(...ends.map((each) => (each === undefined || each === 0 ? Infinity : each)))
  return line.slice(0, Math.min(end, line.length)).trim()
}

/** Where a section mark begins, with the words of its post before the last: `RIO DE JAN 00000077`. */
function markStart(line: string): number | undefined {
  const mark = sectionMark.exec(line)
  if (mark === null) return undefined
  const before = line.slice(0, mark.index).split(' ')
  for (const count of [2, 1]) {
    const words = before.slice(-count).join(' ')
    if (before.length > count && findPost(`${words} ${mark[1]}`)) return mark.index - words.length
  }
  return mark.index
}

function withoutPortion(title: string): { text: string; portion?: Cable['subjectPortion'] } {
  const found = readPortion(title)
  const text = found === undefined ? '' : title.slice(found.end).trim()
  return found === undefined || text === ''
    ? { text: title }
    : { text, portion: portionOf(found.portion) }
}
