import { attributeValues } from '../telegram/attributes.ts'
import { readDate } from './date.ts'
import type { ArchiveFacts, StatusFacts } from './facts.ts'
import type { Parts } from './parts.ts'
import type { Cable, SourceFacts } from './record.ts'

export { attributeKey } from '../telegram/attributes.ts'

/** Values of a National Archives list of attributes, by key. */
export type AttributeValues = Readonly<Record<string, string>>

/** The values of a National Archives list of attributes; none where the text has no such list. */
export function attributesOf(parts: Parts): AttributeValues {
  return parts.first('attributes')?.values ?? {}
}

/** What a list of attributes below the text says, under what the caller knows (specification 7.4). */
export function withAttributes(parts: Parts, facts: ArchiveFacts): ArchiveFacts {
  const values = attributesOf(parts)
  if (Object.keys(values).length === 0) return facts
  const read = attributeFacts(values)
  const state = isTextHeld(parts) ? undefined : stateWithoutText(values)
  return {
    ...read,
    ...(state !== undefined && { textState: state }),
    ...facts,
    source: { ...read.source, ...facts.source },
  }
}

/** What a list of attributes says, read from its own text: the list alone, or a record with it. */
export function readAttributeFacts(text: string): ArchiveFacts {
  const at = /^[ \t\f]{0,40}Message Attributes[ \t\f]{0,40}\r?$/m.exec(text)?.index ?? 0
  return attributeFacts(attributeValues(text.slice(at)))
}

/** Values by the archive's keys as facts; day of drafting and status among them. */
export function attributeFacts(values: AttributeValues): ArchiveFacts {
  const number = values['Document Number']
  const drafted = draftDate(values)
  const tags = tagsIn(values.TAGS ?? '')
  const { to, info } = addresseesIn(values.To ?? '')
  const from = values.From
  const captions = captionsIn(values)
  const status = statusIn(values)
  return {
    ...(number !== undefined && { id: number }),
    ...(drafted !== undefined && { year: Number(drafted.slice(0, 4)), drafted }),
    ...(values['Original Classification'] !== undefined && {
      classification: values['Original Classification'],
    }),
    ...(values.Subject !== undefined && { title: values.Subject }),
    ...(from !== undefined && { origin: from, from }),
    ...(to.length > 0 && { to }),
    ...(info.length > 0 && { info }),
    ...(tags.length > 0 && { tags }),
    ...(captions.length > 0 && { captions }),
    ...(status !== undefined && { status }),
    source: sourceIn(values),
  }
}

/** `04 MAR 1974`, in 1977 as Sent Date → `1974-03-04`; the time behind it is padding. */
export function draftDate(values: AttributeValues): string | undefined {
  const printed = values['Draft Date'] ?? values['Sent Date']
  return printed === undefined ? undefined : readDate(printed)?.iso.slice(0, 10)
}

function sourceIn(values: AttributeValues): SourceFacts {
  const number = values['Document Number']
  const film = values['Film Number']
  const unique = uniqueIdIn(values)
  return {
    holder: 'National Archives',
    series: 'Central Foreign Policy Files',
    ...(number !== undefined && { documentNumber: number }),
    ...(unique !== undefined && { uniqueId: unique }),
    ...(film !== undefined && { film }),
    ...(values.Locator !== undefined && { locator: values.Locator }),
  }
}

/** `00` stands in most records and is no one's id; the message's own id is. */
function uniqueIdIn(values: AttributeValues): string | undefined {
  const ids = [values['Document Unique ID'], values['Message ID']]
  return ids.find((id) => id !== undefined && /[1-9a-z]/i.test(id))
}

/** `PINT, TO, (DOE, JANE)` → the codes, and a person without the brackets. */
function tagsIn(printed: string): readonly string[] {
  const found = printed.slice(0, 2_000).matchAll(/\(([^()]{3,60})\)|[^\s,;()]+/g)
  const tags = [...found].map(([word, person]) => person?.trim() ?? word)
  return tags.filter((tag) => /^(?:[A-Z]{2,4}|[A-Z][A-Z' .-]+, [A-Z][A-Z' .-]*)$/.test(tag))
}

/** `STATE  LAGOS INFO ACCRA`: names apart by runs of blanks; fragments and garbage are left out. */
function addresseesIn(printed: string): {
  readonly to: readonly string[]
  readonly info: readonly string[]
} {
  const [to = '', ...info] = printed.slice(0, 4_000).split(/\bINFO\b:?/)
  return { to: namesIn(to), info: namesIn(info.join('  ')) }
}

function namesIn(printed: string): readonly string[] {
  const names = printed.split(/\s{2,}|[,;|]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => /^[A-Z][A-Z0-9 .'()/&-]{1,60}$/i.test(name)))]
}

/** `EXDIS, NOFORN`; the original restrictions before those that hold today. */
function captionsIn(values: AttributeValues): readonly string[] {
  const printed = values['Original Handling Restrictions'] ?? values['Handling Restrictions'] ?? ''
  return printed.split(/[\s,;]+/).filter((word) => /^[A-Z]{4,12}$/.test(word))
}

/** `Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 05 JUL 2006` */
const released = /^(.{0,60}?)\s*Declassified\/Released.*?(\d{1,2}\s{1,9}[A-Za-z]{3,9}\s{1,9}\d{4})/i

function statusIn(values: AttributeValues): StatusFacts | undefined {
  const original = values['Original Classification']
  const current = values['Current Classification']
  const mark = released.exec(values['Review Markings'] ?? values.Markings ?? '')
  const [, by = '', on] = mark ?? []
  const status: StatusFacts = {
    ...(original !== undefined && { original }),
    ...(current !== undefined && { current }),
    ...(on !== undefined && { declassified: on.replace(/\s+/g, ' ') }),
    ...(on !== undefined && /^[A-Z]\w+ /.test(by) && { declassifiedBy: by.replace(/\s+/g, ' ') }),
  }
  return Object.keys(status).length === 0 ? undefined : status
}

/** True where something of the telegram itself stands above the list. */
function isTextHeld(parts: Parts): boolean {
  const types = ['paragraph', 'block', 'classificationLine', 'subject', 'heading'] as const
  return types.some((type) => parts.first(type) !== undefined)
}

/**
 * Why a record has no text (specification 7.4): withdrawn by a review; a paper of the P reels, or
 * another kind of document than a telegram, of which only the index exists; else the text is lost.
 */
export function stateWithoutText(values: AttributeValues): Cable['text'] {
  const review = ['Review Action', 'Review Event', 'Disposition Action', 'Locator', 'Status']
  if (review.some((key) => /WITHDR[AE]W/i.test(values[key] ?? ''))) return 'withdrawn'
  if (/^P\d/.test(values['Film Number'] ?? '')) return 'index-only'
  if (values.Type !== undefined && values.Type.split(/[ -]/)[0] !== 'TE') return 'index-only'
  return 'lost'
}
