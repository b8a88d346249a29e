import { countOutcomes, type Outcome, type OutcomeCounts } from '../vault/arrival.ts'
import type { Message } from './message.ts'
import type { Placed } from './placement.ts'

/** What an ingest did, or in a dry run would do. */
export interface IngestReport {
  /** Items in: the five outcomes add up to it. */
  readonly items: number
  readonly counts: OutcomeCounts
  /** Set aside, by reason code. */
  readonly quarantined: Readonly<Record<string, number>>
  readonly messages: readonly Message[]
  readonly files: readonly FileReport[]
  /** Ledger entries written; none where everything was known. */
  readonly ledger: readonly number[]
  readonly dryRun: boolean
  /** 0, or 1 where something was set aside or needs a person's eye. */
  readonly exit: 0 | 1
}

/** How one item ended. */
export interface FileReport {
  readonly locator: string
  readonly outcome: Outcome
  /** Absent where it was set aside. */
  readonly id?: string
  /** Reason code, where it was set aside. */
  readonly code?: string
}

/** Collects the report as batches go by. */
export interface ReportWriter {
  add(placed: readonly Placed[], ledger?: number): void
  /** The report; `paths` are the ones a person gave, folders among them. */
  report(dryRun: boolean, paths: readonly string[]): IngestReport
}

/** Starts an empty report; `tell` hears what only the whole of it shows. */
export function reportWriter(tell?: (message: Message) => void): ReportWriter {
  const files: FileReport[] = []
  const messages: Message[] = []
  const ledger: number[] = []
  return {
    add: (placed, entry) => {
      for (const { arrival, messages: about } of placed) {
        files.push(fileReport(arrival))
        messages.push(...about)
      }
      if (entry !== undefined) ledger.push(entry)
    },
    report: (dryRun, paths) => {
      const counts = countOutcomes(files)
      const odd = counts.quarantined > 0 || messages.some(({ code }) => code === 'ID_TWICE')
      const folders = unusableFolders(paths, files)
      if (tell) folders.forEach(tell)
      const quarantined: Record<string, number> = {}
      for (const { code } of files) if (code) quarantined[code] = (quarantined[code] ?? 0) + 1
      return {
        items: files.length,
        counts,
        quarantined,
        messages: [...messages, ...folders],
        files,
        ledger,
        dryRun,
        exit: odd ? 1 : 0,
      }
    },
  }
}

function fileReport(arrival: Placed['arrival']): FileReport {
  const { locator, outcome } = arrival
  return outcome === 'quarantined'
    ? { locator, outcome, code: arrival.code }
    : { locator, outcome, id: arrival.id }
}

/** Folders of which every single file was set aside: the wrong folder, most likely. */
function unusableFolders(
  paths: readonly string[],
  files: readonly FileReport[],
): readonly Message[] {
  const locators = new Set(files.map(({ locator }) => locator))
  return paths.flatMap((path) => {
    if (locators.has(path)) return []
    const start = /[/\\]$/.test(path) ? path : `${path}/`
    const inside = files.filter(({ locator }) => locator.startsWith(start))
    if (inside.length === 0 || inside.some(({ outcome }) => outcome !== 'quarantined')) return []
    const text = 'The folder holds no file that could be read as a cable.'
    return [{ code: 'NOTHING_USABLE', locator: path, text }]
  })
}
