import type { Cable } from '../cable/record.ts'
import type { CatalogueEntry, EditionCable } from './edition.ts'

/** What lists and facets need of a cable, taken from its record. */
export function catalogueEntry(cable: EditionCable): CatalogueEntry {
  const { record } = cable
  const origin = record.origin ?? record.from
  const level = record.classification?.level
  return {
    id: record.id,
    title: record.title,
    ...(record.date !== undefined && { date: record.date }),
    ...(record.released !== undefined && { released: record.released }),
    ...(cable.added !== undefined && { added: cable.added }),
    ...(record.post !== undefined && { post: record.post }),
    ...(record.serial !== undefined && { serial: record.serial }),
    ...(origin !== undefined && { origin }),
    ...(level !== undefined && { level }),
    controls: [...(record.classification?.controls ?? [])],
    tags: distinct(record.tags.map((tag) => tag.code)),
    captions: [...record.captions],
    collection: record.collection ?? '',
    partial: record.partial,
    cites: cited(record),
    aliases: [...cable.aliases],
  }
}

/** Ids that a cable refers to, each once, in the order of its REF line; never itself. */
function cited(record: Cable): string[] {
  const ids = record.references.flatMap((reference) => reference.id ?? [])
  return distinct(ids.filter((id) => id !== record.id))
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
