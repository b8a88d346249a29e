import type { Archive } from '../../src/archive/archive.ts'
import { nameTable } from '../../src/archive/resolution.ts'
import { documentOrder } from '../../src/edition/document-order.ts'
import type { EditionCable } from '../../src/edition/edition.ts'
import type { EditionFacts } from '../../src/edition/encode.ts'
import { memoryReader } from '../../src/edition/memory-reader.ts'
import { openEdition } from '../../src/edition/open-edition.ts'
import { openScan } from '../../src/search/scan.ts'
import type { Door } from '../../src/server/door.ts'
import { editionFiles } from '../edition/invented-cable.ts'

const desk: EditionFacts = {
  audience: 'desk',
  date: '2026-03-04T05:06:07Z',
  withdrawn: [],
  quarantined: 1,
}

/** An archive of these cables, written as an edition and opened again, all in memory. */
export async function openRoom(
  cables: readonly EditionCable[],
  facts: Partial<EditionFacts> = {},
): Promise<Door> {
  const ordered = [...cables].sort((a, b) => documentOrder(a.record, b.record))
  const files = await editionFiles(ordered, { ...desk, ...facts })
  const edition = await openEdition(memoryReader(files))
  const { manifest, catalogue } = edition
  const names = nameTable(catalogue, manifest.withdrawn)
  const index = await openScan(edition)
  const archive: Archive = {
    manifest,
    catalogue,
    async cable(id) {
      const number = names.number(id)
      return number === undefined ? undefined : (await edition.read([number]))[0]
    },
    resolve: names.resolve,
    search: (q, page) => index.search(q, page),
    citedBy: (id) => [...catalogue].filter((entry) => entry.cites.includes(id) && entry.id !== id),
    entry: (id) => catalogue.at(names.number(id) ?? catalogue.length),
    close: async () => {},
  }
  return { current: async () => archive }
}
