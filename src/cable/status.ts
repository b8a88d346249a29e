import { attributesOf } from './attributes.ts'
import { readClassification } from './classification.ts'
import { readDate } from './date.ts'
import type { EvidenceLog } from './evidence.ts'
import type { ArchiveFacts } from './facts.ts'
import type { Parts } from './parts.ts'
import type { Cable } from './record.ts'

/** `… EO Systematic Review 30 JUN 2005` */
const reviewed = /Review\s{1,9}(\d{1,2}\s{1,9}[A-Za-z]{3,9}\s{1,9}\d{4})/i
/** `Margaret P. Grafeld Declassified/Released …` */
const reviewer = /^\s{0,99}([A-Z][a-z]{2,12} [A-Z]\. [A-Z][a-z]{2,14})\s{1,99}Declassified/

/**
 * What became of the classification: the levels an archive gives, and the day on which the order's
 * line, a stamp or the archive says that it was declassified (specification 2.10, 2.19, 7.4).
 */
export function readStatus(
  parts: Parts,
  facts: ArchiveFacts,
  declassified: string | undefined,
  log: EvidenceLog,
): Cable['status'] {
  const held = inText(parts, declassified, log)
  const given = inArchive(facts)
  if (given === undefined) return held
  if (held === undefined) log.noteSpans('/status', 'archive', [])
  return { ...given, ...held }
}

function inArchive({ status }: ArchiveFacts): Cable['status'] {
  const original = readClassification(status?.original ?? '')?.level
  const current = readClassification(status?.current ?? '')?.level
  const on = readDate(status?.declassified ?? '')?.iso.slice(0, 10)
  const by = status?.declassifiedBy
  if (original === undefined && current === undefined && on === undefined) return undefined
  return {
    ...(original !== undefined && { original }),
    ...(current !== undefined && { current }),
    ...(on !== undefined && { declassified: { on, ...(by !== undefined && { by }) } }),
  }
}

function inText(parts: Parts, declassified: string | undefined, log: EvidenceLog): Cable['status'] {
  const values = attributesOf(parts)
  const original = readClassification(values['Original Classification'] ?? '')?.level
  const current = readClassification(values['Current Classification'] ?? '')?.level
  const stamp = parts.all('stamp').find(({ value }) => reviewed.test(value))
  const printed = reviewed.exec(stamp?.value ?? '')?.[1]?.replace(/\s+/g, ' ')
  const on = declassified ?? (printed === undefined ? undefined : readDate(printed)?.iso)
  const by = declassified === undefined ? reviewer.exec(stamp?.value ?? '')?.[1] : undefined
  if (original === undefined && current === undefined && on === undefined) return undefined
  if (declassified !== undefined) log.copy('/status', '/executiveOrder')
  else log.note('/status', 'archive-stamp', stamp ?? parts.first('attributes'))
  return {
    ...(original !== undefined && { original }),
    ...(current !== undefined && { current }),
    ...(on !== undefined && { declassified: { on, ...(by !== undefined && { by }) } }),
  }
}
