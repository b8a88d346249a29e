import type { EditionCable } from '../edition/edition.ts'
import type { Answer } from '../query/answer.ts'
import type { Page } from '../query/question.ts'
import { openScan } from '../search/scan.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Archive } from './archive.ts'
import { citationTable } from './citation-table.ts'
import {
  currentEdition,
  type EditionAudience,
  isMissing,
  type OpenFolder,
  openFolder,
} from './current-edition.ts'
import { nameTable } from './resolution.ts'

/** The way into an archive: gives the edition that is current when it is asked. */
export interface ArchiveDoor {
  /**
   * The current edition, pinned: it stays readable, whatever is built meanwhile, until its
   * `close` is called (or nobody holds it any longer). The file `current` is looked at at most
   * once a second.
   */
  current(): Promise<Archive>
  /** Closes the files of every edition that nobody has pinned, the others when they are let go. */
  close(): Promise<void>
}

/** What a test sets. */
export interface DoorOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs?: () => number
}

/** The file `current` is looked at once in this many milliseconds. */
const lookEveryMs = 1000

/** Editions may be replaced while one is being opened; more often than this it is a fault. */
const openTriesMax = 3

/** Opens an archive for reading; throws `ArchiveError` where there is no edition to read. */
export async function openArchive(
  archiveDir: string,
  audience: EditionAudience,
  options: DoorOptions = {},
): Promise<ArchiveDoor> {
  const nowMs = options.nowMs ?? (() => performance.now())
  let lookedMs = nowMs()
  let shared = await openShared(archiveDir, audience)
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    if ((await currentEdition(archiveDir, audience)) === shared.name) return
    const next = await openShared(archiveDir, audience)
    const before = shared
    shared = next
    await before.retire()
  }

  return {
    async current() {
      if (looking === undefined && nowMs() - lookedMs >= lookEveryMs) {
        lookedMs = nowMs()
        looking = look()
          .catch((error: unknown) => {
            // The next request looks again: nobody is given an edition that was taken away.
            lookedMs = Number.NEGATIVE_INFINITY
            throw error
          })
          .finally(() => {
            looking = undefined
          })
      }
      await looking
      return shared.pin()
    },
    async close() {
      await looking?.catch(() => undefined)
      await shared.retire()
    },
  }
}

/** An open edition, and how many hold it. */
interface Shared {
  readonly name: string
  pin(): Archive
  /** No new pins: its files close with the last one. */
  retire(): Promise<void>
}

async function openShared(archiveDir: string, audience: EditionAudience): Promise<Shared> {
  for (let attempt = 1; ; attempt += 1) {
    const name = await currentEdition(archiveDir, audience)
    try {
      return share(name, await openFolder(archiveDir, audience, name))
    } catch (error) {
      // It was replaced and removed between the two looks: `current` names another one by now.
      const isReplaced = isMissing(error) && attempt < openTriesMax
      if (!isReplaced) throw error
    }
  }
}

/** A holder that forgets to close lets go when it is collected; until then the files stay open. */
const forgotten = new FinalizationRegistry<() => Promise<void>>((letGo) => {
  letGo().catch(() => undefined)
})

function share(name: string, { edition, files }: OpenFolder): Shared {
  // Made when they are first asked for: of a large archive they take as long as opening it.
  const names = once(() => nameTable(edition.catalogue, edition.manifest.withdrawn))
  const citations = once(() => citationTable(edition.catalogue, names()))
  let index: Promise<SearchIndex> | undefined
  let pins = 0
  let isRetired = false
  let closing: Promise<void> | undefined
  const closeIfFree = async (): Promise<void> => {
    if (!isRetired || pins > 0) return
    closing ??= files.close()
    await closing
  }
  const letGo = async (): Promise<void> => {
    pins -= 1
    await closeIfFree()
  }
  /** What is under way holds the edition, even where the one who asked let go meanwhile. */
  const held = async <T>(work: () => Promise<T>): Promise<T> => {
    pins += 1
    try {
      return await work()
    } finally {
      await letGo()
    }
  }
  const cable = async (id: string): Promise<EditionCable | undefined> => {
    const number = names().number(id)
    return number === undefined ? undefined : (await edition.read([number]))[0]
  }
  const search = async (q: string, page: Page): Promise<Answer> => {
    index ??= openScan(edition, { now: () => performance.now() }).catch((error: unknown) => {
      index = undefined
      throw error
    })
    return (await index).search(q, page)
  }

  return {
    name,
    pin() {
      pins += 1
      let isHeld = true
      const archive: Archive = {
        manifest: edition.manifest,
        catalogue: edition.catalogue,
        cable: (id) => held(() => cable(id)),
        resolve: (spelling) => names().resolve(spelling),
        search: (q, page) => held(() => search(q, page)),
        citedBy: (id) => citations().citedBy(id),
        entry(id) {
          const number = names().number(id)
          return number === undefined ? undefined : edition.catalogue.at(number)
        },
        async close() {
          if (!isHeld) return
          isHeld = false
          forgotten.unregister(archive)
          await letGo()
        },
      }
      forgotten.register(archive, letGo, archive)
      return archive
    },
    async retire() {
      isRetired = true
      await closeIfFree()
    },
  }
}

/** Makes a value when it is first asked for, and gives the same from then on. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
