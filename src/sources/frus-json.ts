import type { ArchiveFacts } from '../cable/facts.ts'
import { readFrusHead } from './frus-head.ts'
import { asText, type JsonRecord } from './json-value.ts'
import type { Reading } from './reading.ts'

/** True for a document of Foreign Relations of the United States: `{"id": "frus1964-68v29p2/d12", …}`. */
export function isFrusDocument({ id, volume }: JsonRecord): boolean {
  return (
    typeof id === 'string' &&
    /^frus[\w-]{1,80}\/[\w.-]{1,40}$/.test(id) &&
    (volume === undefined || typeof volume === 'string')
  )
}

/**
 * Reads such a document: a telegram whose number can be told gets it, and goes by its own id too;
 * all others are held under their own id.
 */
export function readFrusDocument(object: JsonRecord): Reading {
  const text = asText(object.text) ?? ''
  if (text.trim() === '') return { code: 'NO_TEXT', reason: 'The document holds no text.' }
  const facts = factsOf(object, text)
  // Of a facsimile nothing was keyed but the number of its page: the head is all there is to read.
  return { text, facts: /\p{L}{2}/u.test(text) ? facts : { ...facts, textState: 'index-only' } }
}

function factsOf(object: JsonRecord, text: string): ArchiveFacts {
  const uniqueId = asText(object.id) ?? ''
  const title = asText(object.title)?.replace(/\s+/g, ' ').trim() ?? ''
  const date = asText(object.date) ?? asText(object.when)?.slice(0, 10)
  const head = readFrusHead(title, text, date)
  const from = head.from ?? listOf(object.from).find((name) => !/telegram/i.test(name))
  const to = head.to === undefined ? listOf(object.to) : [head.to]
  const classification = asText(object.classification)
  const captions = listOf(object.handling)
  const precedence = listOf(object.precedence)[0]
  const created = createdOf(object, date)
  return {
    id: head.id ?? uniqueId,
    ...(created !== undefined && { created }),
    ...(title !== '' && { title }),
    ...(from !== undefined && { from }),
    ...(to.length > 0 && { to }),
    ...(classification !== undefined && { classification, status: { original: classification } }),
    ...(captions.length > 0 && { captions }),
    ...(precedence !== undefined && { precedence }),
    source: { series: 'Foreign Relations of the United States', uniqueId },
  }
}

/** The time where it is in UTC (`1968-11-05T16:50:00Z`); a post's own clock gives the day alone. */
function createdOf(object: JsonRecord, date: string | undefined): string | undefined {
  const when = asText(object.when)
  return when !== undefined && /T\d{2}:\d{2}(?::\d{2})?Z$/.test(when) ? when : date
}

function listOf(value: unknown): readonly string[] {
  return (asText(value) ?? '').split('\n').filter((each) => each.trim() !== '')
}
