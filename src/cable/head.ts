import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { readClassification, unique, withCaptions } from './classification.ts'
import { declassifiedOn, readExecutiveOrder } from './declassification.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import type { NodeOf, Parts } from './parts.ts'
import type { Cable, Classification, ExecutiveOrder, Passing, Tag } from './record.ts'
import { readTags, type TagText } from './tag.ts'

/** Words that belong to the classification itself: `UNCLAS E F T O`, `UNCLASSIFIED//FOUO`. */
const notCaptions: ReadonlySet<string> = new Set(['EFTO', 'FOUO', 'SBU'])

/**
 * SIPDIS, NOFORN, SENSITIVE … on the classification line and on lines of their own, without
 * doubles (specification 1.5, 2.8).
 */
export function readCaptions(
  parts: Parts,
  facts: ArchiveFacts,
  log: EvidenceLog,
): readonly string[] {
  const nodes = parts.all('caption').filter(({ known }) => known)
  const line = parts.all('classificationLine').find(({ level }) => level !== undefined)
  const onLine = (line?.controls ?? []).filter((word) => !notCaptions.has(word))
  const inBanners = captionsInBanners(parts)
  const from = [...(line !== undefined && onLine.length > 0 ? [line] : []), ...nodes, ...inBanners]
  const given = (facts.captions ?? []).map((caption) => caption.toUpperCase())
  if (from.length > 0) log.noteAll('/captions', 'caption', from)
  else if (given.length > 0) log.noteSpans('/captions', 'archive', [])
  const more = inBanners.map(() => 'SIPDIS')
  return unique([...onLine, ...nodes.flatMap(({ captions }) => captions), ...more, ...given])
}

/** `SIPDIS` beside a page line among the labels: it was taken for the page's, and is the cable's. */
function captionsInBanners(parts: Parts): readonly NodeOf<'banner'>[] {
  const body = [parts.first('paragraph'), parts.first('block'), parts.first('heading')]
  const end = Math.min(...body.map((part) => part?.position.start.offset ?? Infinity))
  return parts
    .all('banner')
    .filter(
      ({ value, position }) => position.start.offset < end && /^\s*SIPDIS[\s\\]*$/.test(value),
    )
}

/** `DEPT FOR EUR/NB` */
export function readPassing(parts: Parts, log: EvidenceLog): readonly Passing[] {
  return parts.all('passing').map((node, index) => {
    log.note(`/passing/${index}`, 'passing', node)
    return { ...(node.to !== '' && { to: node.to }), for: [...node.for] }
  })
}

/** The classification line with its captions; the archive's label where the text has none. */
export function readLevel(
  parts: Parts,
  facts: ArchiveFacts,
  captions: readonly string[],
  log: EvidenceLog,
): { readonly text?: Classification; readonly archive?: Classification } {
  const line = parts.all('classificationLine').find(({ level }) => level !== undefined)
  const label = facts.classification ?? parts.first('preface')?.classification
  const archive = label === undefined ? undefined : readClassification(label)
  if (line?.level === undefined) {
    if (archive !== undefined) log.noteSpans('/classification', 'archive', [])
    return archive === undefined ? {} : { archive }
  }
  log.noteAll('/classification', 'class-line', [line, ...parts.all('caption')])
  const printed = line.printed ?? line.level
  const text = withCaptions(line.level, printed, line.controls, captions)
  return archive === undefined ? { text } : { text, archive }
}

/** The executive order with the day of declassification. */
export function readOrder(
  parts: Parts,
  sent: string | undefined,
  log: EvidenceLog,
): { readonly order?: ExecutiveOrder; readonly declassified?: string } {
  const node = parts.first('executiveOrder')
  if (node === undefined) return {}
  log.note('/executiveOrder', 'executive-order', node)
  const declassified = declassifiedOn(node.value)
  const order = readExecutiveOrder(node.number, node.value, sent)
  return declassified === undefined ? { order } : { order, declassified }
}

/** TAGS of the text; the archive's where the text has none. */
export function readTagList(
  parts: Parts,
  facts: ArchiveFacts,
  year: number | undefined,
  foreign: boolean,
  log: EvidenceLog,
): { readonly tags: readonly Tag[]; readonly diagnostics: readonly Diagnostic[] } {
  const leaves = (foreign ? [] : parts.all('tags')).flatMap(({ children }) =>
    children.filter(({ type }) => type === 'tag' || type === 'person'),
  )
  const archive = facts.tags ?? []
  if (leaves.length === 0) {
    const read = readTags(archive.map(fromArchive), year)
    if (read.length > 0) log.noteSpans('/tags', 'archive', [])
    return { tags: read.map(({ tag }) => tag), diagnostics: [] }
  }
  const words = leaves.map(
    (leaf): TagText => ({
      text: 'value' in leaf ? leaf.value : '',
      person: leaf.type === 'person',
    }),
  )
  const read = readTags(words, year)
  const diagnostics: Diagnostic[] = []
  read.forEach(({ tag, from, to, repairedFrom }, index) => {
    const nodes = leaves.slice(from, to)
    log.noteAll(`/tags/${index}`, repairedFrom === undefined ? 'tags' : 'tags-repaired', nodes)
    const details = { found: repairedFrom ?? tag.code, expected: tag.code }
    if (repairedFrom !== undefined) diagnostics.push(finding('TAGS_REPAIRED', nodes[0], details))
    else if (tag.kind === 'unknown') diagnostics.push(finding('TAGS_UNKNOWN', nodes[0], details))
  })
  const tags = read.map(({ tag }) => tag)
  const held = new Set([
    ...tags.map(({ code }) => code),
    ...words.flatMap(({ text }) => text.toUpperCase().split(/\s+/)),
  ])
  const missing = readTags(archive.map(fromArchive), year)
    .filter(({ tag, repairedFrom }) => !held.has(tag.code) && !held.has(repairedFrom ?? ''))
    .map(({ tag }) => tag.code)
  const at = parts.first('tags')
  if (missing.length > 0) {
    diagnostics.push(finding('TAGS_LINKS_CONFLICT', at, { found: missing.join(', ') }))
  }
  if (!tags.some(({ kind }) => kind === 'subject' || kind === 'program')) {
    diagnostics.push(finding('TAGS_NO_SUBJECT', at))
  }
  return { tags, diagnostics }
}

function fromArchive(text: string): TagText {
  return { text, person: /,/.test(text) }
}

/** Text of the record: whole, an extract, lost, or nothing but an index entry. */
export function readTextState(
  tree: Telegram,
  facts: ArchiveFacts,
  partial: boolean,
  empty: boolean,
): Cable['text'] {
  if (facts.textState !== undefined) return facts.textState
  const lost = tree.diagnostics.some(({ code }) => code === 'TEXT_LOST')
  if (lost) return 'lost'
  if (empty) return 'index-only'
  return partial ? 'partial' : 'full'
}
