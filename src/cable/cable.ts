import type { Diagnostic, Telegram } from '../telegram/tree.ts'
import { inCapitals, readableTitle } from '../words/title.ts'
import { readAddressees, readPrecedence } from './addressee.ts'
import { withAttributes } from './attributes.ts'
import { namesInBody } from './body-names.ts'
import { checkRecord } from './check.ts'
import { readCitations } from './citation.ts'
import { readClassifiedBy } from './classified-by.ts'
import { type EvidenceLog, openEvidence } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import { finding } from './finding.ts'
import {
  readCaptions,
  readLevel,
  readOrder,
  readPassing,
  readTagList,
  readTextState,
} from './head.ts'
import { identify } from './identity.ts'
import { type ReadParagraph, readParagraphs } from './paragraph.ts'
import { type Parts, partsOf } from './parts.ts'
import { readProtection } from './protection.ts'
import type { Cable, Evidence } from './record.ts'
import { readSections } from './sections.ts'
import { checkSent, readReleased, readSent } from './sent.ts'
import { readStatus } from './status.ts'
import { readSubject } from './subject.ts'
import { summaryOf } from './summary.ts'
import { readTransmission } from './transmission.ts'
import { unlistedPosts } from './unlisted-post.ts'

/** A record, where each field of it was read, and the other ids its text goes by. */
export interface CableReading {
  readonly record: Cable
  readonly evidence: Evidence
  readonly aliases: readonly string[]
}

/** Reads the record of a cable from its syntax tree and what the archive around it says. */
export function toCable(tree: Telegram, given: ArchiveFacts = {}): CableReading {
  const parts = partsOf(tree)
  const facts = withAttributes(parts, given)
  const log = openEvidence()
  const sent = readSent(parts, facts, log)
  const identity = identify(tree, parts, facts, sent.date, log)
  const { id, post, serial, foreign, aliases } = identity
  const year = yearOf(sent.date, facts, identity.year)
  const subject = readSubject(tree, parts, facts, foreign, log)
  const captions = readCaptions(parts, facts, log)
  const level = readLevel(parts, facts, captions, log)
  const classification = level.text ?? level.archive
  const { order, declassified } = readOrder(parts, sent.date, log)
  const tagList = readTagList(parts, facts, year, foreign, log)
  const citing = {
    unlisted: unlistedPosts(parts, post),
    ...(post !== undefined && { post }),
    ...(year !== undefined && { year }),
    ...(serial !== undefined && { serial }),
    ...(sent.date !== undefined && { month: Number(sent.date.slice(5, 7)) }),
  }
  const citations = readCitations(tree, parts, facts, citing, foreign, log)
  const read = readParagraphs(tree)
  const classifiedBy = readClassifiedBy(tree, parts, read, log)
  noteParagraphs(read, log)
  const paragraphs = read.map(({ paragraph }) => paragraph)
  const whole = tree.dialect !== 'fragment'
  const partial = parts.all('notice').some(({ kind }) => kind === 'partial')
  const diagnostics = [
    ...withoutAnswered(tree.diagnostics, subject.subject !== undefined),
    ...checkDecoding(facts),
    ...identity.diagnostics,
    ...parts
      .all('otherCable')
      .map((node) => finding('BODY_FOREIGN', node, { found: node.named, expected: id })),
    ...subject.diagnostics,
    ...tagList.diagnostics,
    ...citations.diagnostics,
    ...checkSent(parts, facts, whole && !partial),
    ...checkRecord({
      parts,
      ...level,
      ...(order && { order }),
      ...(classifiedBy && { classifiedBy }),
      paragraphs: read,
      ...(subject.subjectPortion && { subjectPortion: subject.subjectPortion }),
      ...(sent.date !== undefined && { date: sent.date }),
      identity,
      whole,
    }),
  ]
  const record: Cable = defined({
    id,
    post,
    year: identity.year ?? year,
    serial,
    subject: subject.subject,
    subjectPortion: subject.subjectPortion,
    title: titleOf(subject.subject, id, paragraphs),
    classification,
    captions,
    passing: readPassing(parts, log),
    ...sent,
    released: readReleased(facts, log),
    precedence: readPrecedence(parts, facts, log),
    from: readFrom(parts, facts, log),
    origin: facts.origin ?? parts.first('preface')?.origin,
    to: readAddressees(parts, 'to', facts, log),
    info: readAddressees(parts, 'info', facts, log),
    excluded: readAddressees(parts, 'excluded', facts, log),
    executiveOrder: order,
    tags: tagList.tags,
    references: citations.references,
    classifiedBy,
    summary: summaryOf(paragraphs),
    paragraphs,
    signature: readSignature(parts, facts, log),
    sections: readSections(parts, log),
    partial,
    transmission: readTransmission(parts, log),
    media: (facts.media ?? []).map((url) => ({ url })),
    collection: facts.collection,
    text: readTextState(tree, facts, partial, isEmpty(parts, paragraphs.length)),
    status: readStatus(parts, facts, declassified, log),
    protection: readProtection(tree, [facts.title], log),
    source: facts.source,
    diagnostics: inOrder(diagnostics),
  })
  noteDerived(record, parts, log)
  return {
    record,
    get evidence() {
      return log.evidence
    },
    aliases,
  }
}

/** Fields that follow from others, or stand in no text at all. */
function noteDerived(record: Cable, parts: Parts, log: EvidenceLog): void {
  for (const field of ['post', 'year', 'serial'] as const) {
    if (record[field] !== undefined) log.copy(`/${field}`, '/id')
  }
  log.copy('/title', record.subject === undefined ? '/id' : '/subject')
  log.copy('/dateFrom', '/date')
  log.copy('/datePrecision', '/date')
  const partial = parts.all('notice').filter(({ kind }) => kind === 'partial')
  log.noteAll('/partial', 'notice', partial)
  log.noteSpans('/text', 'what-is-held', [])
  for (const field of ['origin', 'media', 'collection', 'source'] as const) {
    if (record[field] !== undefined) log.noteSpans(`/${field}`, 'archive', [])
  }
}

/** Four digits: of the date, of the archive, of the id. */
function yearOf(
  date: string | undefined,
  facts: ArchiveFacts,
  ofId: number | undefined,
): number | undefined {
  return date === undefined ? (facts.year ?? ofId) : Number(date.slice(0, 4))
}

function titleOf(
  subject: string | undefined,
  id: string,
  paragraphs: readonly { readonly text: string }[],
): string {
  if (subject === undefined) return id
  // Only a subject in capitals has to be told the names.
  const names = inCapitals(subject) ? paragraphs.map(({ text }) => text) : []
  const title = readableTitle(subject, namesInBody(names, subject))
  return title.trim() === '' ? id : title
}

function readFrom(parts: Parts, facts: ArchiveFacts, log: EvidenceLog): string | undefined {
  const node = parts.first('from')
  if (node !== undefined) log.note('/from', 'from', node)
  else if (facts.from !== undefined) log.noteSpans('/from', 'archive', [])
  return node?.name.toUpperCase() ?? facts.from
}

function readSignature(parts: Parts, facts: ArchiveFacts, log: EvidenceLog): readonly string[] {
  const nodes = parts.all('signature')
  if (nodes.length > 0) log.noteAll('/signature', 'signature', nodes)
  else if (facts.signature !== undefined) log.noteSpans('/signature', 'archive', [])
  return nodes.length > 0 ? nodes.flatMap(({ names }) => names) : (facts.signature ?? [])
}

function noteParagraphs(read: readonly ReadParagraph[], log: EvidenceLog): void {
  read.forEach(({ node, headings }, index) => {
    log.note(`/paragraphs/${index}`, node.type === 'block' ? 'block' : 'paragraph', node)
    if (headings.length > 0) log.noteAll(`/paragraphs/${index}/heading`, 'heading', headings)
  })
  const summary = read.filter(({ paragraph }) => paragraph.kind === 'summary')
  const nodes = summary.map(({ node }) => node)
  if (summary.length > 0) log.noteAll('/summary', 'summary', nodes)
}

/** The parser misses a subject which the archive's title then gives. */
function withoutAnswered(
  diagnostics: readonly Diagnostic[],
  subject: boolean,
): readonly Diagnostic[] {
  return subject ? diagnostics.filter(({ code }) => code !== 'SUBJECT_MISSING') : diagnostics
}

/** True where nothing but a transmission header, or nothing at all, is held. */
function isEmpty(parts: Parts, paragraphs: number): boolean {
  const head = ['classificationLine', 'subject', 'tags', 'references', 'executiveOrder'] as const
  const more = ['authority', 'caption', 'passing', 'signature'] as const
  return paragraphs === 0 && [...head, ...more].every((type) => parts.first(type) === undefined)
}

function checkDecoding({ repairedCharacters = 0 }: ArchiveFacts): readonly Diagnostic[] {
  return repairedCharacters === 0
    ? []
    : [finding('MOJIBAKE_FIXED', undefined, { found: repairedCharacters })]
}

/** By place, then by code. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => a.start.offset - b.start.offset || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

/** Without the fields that are unknown: absent, never null. */
function defined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const known: Partial<Record<string, unknown>> = {}
  for (const name in fields) if (fields[name] !== undefined) known[name] = fields[name]
  return known as T
}
