import { addresseeInWords } from './addressee.ts'
import type { CableFacts } from './cable-facts.ts'
import { timeInWords } from './day.ts'
import { markingInWords } from './level.tsx'
import { visible } from './printed.ts'

/** A plain-text citation with the subject as printed, the number, the day and where it is held. */
export function citation(facts: CableFacts): string {
  const { record, postName } = facts
  const from = postName ?? record.origin ?? record.from ?? record.post
  const to = record.to[0]?.name
  const parties = [
    from === undefined ? '' : addresseeInWords(from),
    to === undefined ? '' : `to ${addresseeInWords(to)}`,
  ]
  const { classification, source } = record
  const parts = [
    parties.filter(Boolean).join(' '),
    // A title that is only the number again says nothing.
    record.subject === undefined && record.title === record.id
      ? undefined
      : `“${visible(record.subject ?? record.title)}”`,
    `${record.post === undefined ? 'document' : 'telegram'} ${visible(record.id)}`,
    record.date === undefined ? 'undated' : timeInWords(record.date),
    classification && markingInWords(classification.level, classification.controls).toLowerCase(),
    record.partial ? 'partial extract' : undefined,
  ]
  const place = [
    source?.holder,
    source?.series,
    source?.documentNumber && `document ${source.documentNumber}`,
    source?.film && `film ${source.film}`,
  ]
  const first = parts.filter(Boolean).join(', ')
  const second = place.flatMap((part) => (part ? [visible(part)] : [])).join(', ')
  return second === '' ? `${first}.` : `${first}. ${second}.`
}
