import { countOutcomes, type Outcome, type OutcomeTally } from '../vault/arrival.ts'
import type { SourceCounts } from './ingest-report.ts'
import type { Message } from './message.ts'

/** Most source files that are counted one by one. */
export const sourcesMax = 40

/** Counts items by where they came from, in memory that does not grow with them. */
export interface SourceTally {
  add(file: string, outcome: Outcome): void
  /** By source file; by path given where there are more than `sourcesMax` files. */
  counts(): readonly SourceCounts[]
  /** Folders of which every single file was set aside: the wrong folder, most likely. */
  unusableFolders(): readonly Message[]
}

/** Starts a tally over the paths a person gave. Items have to come in the order of the paths. */
export function sourceTally(paths: readonly string[]): SourceTally {
  const given = paths.map(givenPath)
  const files = new Map<string, OutcomeTally>()
  let tooMany = false
  let at = 0
  /** The path a file was found below, from the one of the file before. */
  const pathOf = (file: string): Given | undefined => {
    while (at < given.length && given[at]?.holds(file) === false) at += 1
    return given[at]
  }
  return {
    add: (file, outcome) => {
      const path = pathOf(file)
      if (path) {
        path.counts[outcome] += 1
        if (file === path.path) path.isItself = true
      }
      if (tooMany) return
      const counts = files.get(file) ?? countOutcomes([])
      counts[outcome] += 1
      files.set(file, counts)
      tooMany = files.size > sourcesMax
      if (tooMany) files.clear()
    },
    counts: () =>
      tooMany
        ? given.map(({ path, counts }) => ({ path, counts }))
        : Array.from(files, ([path, counts]) => ({ path, counts })),
    unusableFolders: () =>
      given.flatMap(({ path, counts, isItself }) => {
        const { quarantined, ...usable } = counts
        const isUsable = Object.values(usable).some((count) => count > 0)
        if (isItself || quarantined === 0 || isUsable) return []
        const text = 'The folder holds no file that could be read as a cable.'
        return [{ code: 'NOTHING_USABLE', locator: path, text }]
      }),
  }
}

interface Given {
  readonly path: string
  readonly holds: (file: string) => boolean
  readonly counts: OutcomeTally
  /** An item stood under the very path: it is a file. */
  isItself: boolean
}

function givenPath(path: string): Given {
  const start = /[/\\]$/.test(path) ? path : `${path}/`
  return {
    path,
    holds: (file) => file === path || file.startsWith(start),
    counts: countOutcomes([]),
    isItself: false,
  }
}
