import type { ArchiveFacts } from '../cable/facts.ts'
import { asText, isRecord, type JsonRecord } from './json-value.ts'
import type { Reading } from './reading.ts'

/** True for a record of this program (`export jsonl`): its `text` says how much is held. */
export function isOwnRecord({ id, paragraphs, text, diagnostics }: JsonRecord): boolean {
  return (
    typeof id === 'string' &&
    Array.isArray(paragraphs) &&
    Array.isArray(diagnostics) &&
    typeof text === 'string' &&
    /^(?:full|partial|lost|withdrawn|index-only)$/.test(text)
  )
}

/**
 * Reads a record back. It holds no transmission, only what was read of it: the text is its
 * paragraphs with their labels and portion marks, everything else becomes facts.
 */
export function readOwnRecord(record: JsonRecord): Reading {
  const paragraphs = listIn(record.paragraphs).map(paragraphText)
  const signature = listIn(record.signature).flatMap((name) => asText(name) ?? [])
  const text = [...paragraphs, ...signature].join('\n\n')
  return { text: text === '' ? '' : `${text}\n`, bodyStart: 0, facts: factsOf(record) }
}

function paragraphText(value: unknown): string {
  if (!isRecord(value)) return ''
  const { label, heading, portion, text } = value
  const level = isRecord(portion) ? asText(portion.level) : undefined
  const controls = isRecord(portion)
    ? listIn(portion.controls).flatMap((each) => asText(each) ?? [])
    : []
  const mark = level === undefined ? undefined : `(${[level, ...controls].join('/')})`
  const words = [asText(label), mark, asText(text)].filter(
    (part) => part !== undefined && part !== '',
  )
  const above = asText(heading)
  return [...(above === undefined ? [] : [above]), words.join(' ')].join('\n\n')
}

function factsOf(record: JsonRecord): ArchiveFacts {
  const { classification, status, precedence } = record
  const source = isRecord(record.source) ? textsIn(record.source) : {}
  const printed = isRecord(classification) ? asText(classification.printed) : undefined
  const action = isRecord(precedence) ? asText(precedence.action) : undefined
  const lifted = isRecord(status) && isRecord(status.declassified) ? status.declassified : {}
  const [declassified, declassifiedBy] = [asText(lifted.on), asText(lifted.by)]
  const state = record.text
  return {
    ...textsIn({
      id: record.id,
      created: record.date,
      released: record.released,
      classification: printed,
      origin: record.origin,
      from: record.from,
      title: record.subject,
      precedence: action,
    }),
    ...listsIn({
      tags: record.tags,
      to: record.to,
      info: record.info,
      captions: record.captions,
      references: referencesIn(record.references),
      media: listIn(record.media).map((each) => (isRecord(each) ? each.url : each)),
    }),
    ...(isRecord(status) && {
      status: {
        ...textsIn({
          original: status.original,
          current: status.current,
          declassified,
          declassifiedBy,
        }),
      },
    }),
    ...(isState(state) && { textState: state }),
    ...(Object.keys(source).length > 0 && { source }),
  }
}

function isState(state: unknown): state is NonNullable<ArchiveFacts['textState']> {
  return state === 'partial' || state === 'lost' || state === 'withdrawn' || state === 'index-only'
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function referencesIn(value: unknown): readonly unknown[] {
  return listIn(value).map((each) => (isRecord(each) ? (each.id ?? each.printed) : each))
}

/** Members that are text, and no others. */
function textsIn(members: JsonRecord): { readonly [name: string]: string } {
  const found = Object.entries(members).flatMap(([name, value]) => {
    const text = asText(value)
    return text === undefined || text === '' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(found)
}

/** Lists of which something is text; an object of a list by its code or name. */
function listsIn(members: JsonRecord): { readonly [name: string]: readonly string[] } {
  const found = Object.entries(members).flatMap(([name, value]) => {
    const texts = listIn(value).flatMap((each) => asText(each) ?? [])
    return texts.length === 0 ? [] : [[name, texts] as const]
  })
  return Object.fromEntries(found)
}
