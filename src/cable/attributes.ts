import { readDate } from './date.ts'
import type { ArchiveFacts } from './facts.ts'
import type { Parts } from './parts.ts'
import type { SourceFacts } from './record.ts'

/** The values of a National Archives list of attributes; none where the text has no such list. */
export function attributesOf(parts: Parts): Readonly<Record<string, string>> {
  return parts.first('attributes')?.values ?? {}
}

/** What a list of attributes below the text says, under what the caller knows (specification 7.4). */
export function withAttributes(parts: Parts, facts: ArchiveFacts): ArchiveFacts {
  const values = attributesOf(parts)
  if (Object.keys(values).length === 0) return facts
  const number = values['Document Number']
  const drafted = draftDate(values)
  const tags = (values.TAGS ?? '').split(/[\s,]+/).filter((tag) => /^[A-Z]{2,4}$/.test(tag))
  const source: SourceFacts = {
    ...(number !== undefined && { documentNumber: number }),
    ...(values['Document Unique ID'] !== undefined && { uniqueId: values['Document Unique ID'] }),
    ...(values['Film Number'] !== undefined && { film: values['Film Number'] }),
    ...(values.Locator !== undefined && { locator: values.Locator }),
    ...facts.source,
  }
  return {
    ...(drafted !== undefined && { year: Number(drafted.slice(0, 4)) }),
    ...(values['Original Classification'] !== undefined && {
      classification: values['Original Classification'],
    }),
    ...(values.Subject !== undefined && { title: values.Subject }),
    ...(values.From !== undefined && { origin: values.From }),
    ...(tags.length > 0 && { tags }),
    ...facts,
    source,
  }
}

/** `04 MAR 1974`, in 1977 as Sent Date → `1974-03-04`; the time behind it is padding. */
export function draftDate(values: Readonly<Record<string, string>>): string | undefined {
  const printed = values['Draft Date'] ?? values['Sent Date']
  return printed === undefined ? undefined : readDate(printed)?.iso.slice(0, 10)
}
