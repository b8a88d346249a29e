import { countOutcomes, type Outcome, type OutcomeCounts } from '../vault/arrival.ts'
import type { Message } from './message.ts'
import type { Placed } from './placement.ts'
import { sourceTally } from './source-tally.ts'
import type { StageTimes } from './stage.ts'

/** What an ingest did, or in a dry run would do: numbers and first examples, however much came in. */
export interface IngestReport {
  /** Items in: the five outcomes add up to it. */
  readonly items: number
  readonly counts: OutcomeCounts
  /** Set aside, by reason code. */
  readonly quarantined: Readonly<Record<string, number>>
  /** The first messages of each code, in the order in which they came; at most `messagesMax`. */
  readonly messages: readonly Message[]
  /** How many messages there were, by code. */
  readonly messageCounts: Readonly<Record<string, number>>
  /** By source file; by path given where there are more than `sourcesMax` files. */
  readonly sources: readonly SourceCounts[]
  /** The first new versions of known cables, at most `changesMax`. */
  readonly changes: readonly ItemReport[]
  /** Cables that the archive holds now; absent in a dry run. */
  readonly held?: number
  /** First and last day of what was stored, where any has a date. */
  readonly from?: string
  readonly to?: string
  /** Posts that what was stored came from. */
  readonly posts: number
  /** Ledger entries written; none where everything was known. */
  readonly ledger: readonly number[]
  readonly dryRun: boolean
  /** A person stopped it before the end. */
  readonly stopped: boolean
  readonly stages: StageTimes
  /** 0, or 1 where something was set aside or needs a person's eye. */
  readonly exit: 0 | 1
}

/** How one item ended. */
export interface ItemReport {
  readonly locator: string
  readonly outcome: Outcome
  /** Absent where it was set aside. */
  readonly id?: string
  /** Reason code, where it was set aside. */
  readonly code?: string
}

/** The items of one source by outcome. */
export interface SourceCounts {
  /** File or folder. */
  readonly path: string
  readonly counts: OutcomeCounts
}

/** Most messages of one code that are kept. */
const messagesMax = 20

/** Most new versions that are named. */
const changesMax = 20

/** Most posts that are told apart. */
const postsMax = 10_000

/** Collects the report as batches go by. */
export interface ReportWriter {
  add(placed: readonly Placed[], ledger?: number): void
  report(end: {
    readonly dryRun: boolean
    readonly stopped?: boolean
    readonly held?: number
    readonly stages: StageTimes
  }): IngestReport
}

/**
 * Starts an empty report on the paths a person gave, folders among them; `tell` hears what only the
 * whole of it shows.
 */
export function reportWriter(
  paths: readonly string[] = [],
  tell?: (message: Message) => void,
): ReportWriter {
  const counts = countOutcomes([])
  const codes = new Map<string, number>()
  const said = new Map<string, number>()
  const messages: Message[] = []
  const sources = sourceTally(paths)
  const changes: ItemReport[] = []
  const ledger: number[] = []
  const posts = new Set<string>()
  let days: readonly [string, string] | undefined
  const say = (message: Message): void => {
    const count = raise(said, message.code)
    if (count <= messagesMax) messages.push(message)
  }
  const addOne = ({ file, arrival, messages: about, reading }: Placed): void => {
    const { outcome } = arrival
    counts[outcome] += 1
    if (outcome === 'quarantined') raise(codes, arrival.code)
    if (outcome === 'newVersion' && changes.length < changesMax) changes.push(itemReport(arrival))
    sources.add(file, outcome)
    about.forEach(say)
    const day = reading?.date?.slice(0, 'YYYY-MM-DD'.length)
    if (day !== undefined) days = widened(days, day)
    if (reading?.post !== undefined && posts.size < postsMax) posts.add(reading.post)
  }
  return {
    add: (placed, entry) => {
      placed.forEach(addOne)
      if (entry !== undefined) ledger.push(entry)
    },
    report: ({ dryRun, stopped = false, held, stages }) => {
      const odd = counts.quarantined > 0 || said.has('ID_TWICE')
      for (const message of stopped ? [] : sources.unusableFolders()) {
        say(message)
        tell?.(message)
      }
      const items = Object.values(counts).reduce((sum, count) => sum + count, 0)
      return {
        items,
        counts,
        quarantined: Object.fromEntries(codes),
        messages,
        messageCounts: Object.fromEntries(said),
        sources: sources.counts(),
        changes,
        ...(held !== undefined && { held }),
        ...(days && { from: days[0], to: days[1] }),
        posts: posts.size,
        ledger,
        dryRun,
        stopped,
        stages,
        exit: odd ? 1 : 0,
      }
    },
  }
}

/** An arrival as it is told. */
export function itemReport(arrival: Placed['arrival']): ItemReport {
  const { locator, outcome } = arrival
  return outcome === 'quarantined'
    ? { locator, outcome, code: arrival.code }
    : { locator, outcome, id: arrival.id }
}

function raise(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

function widened(
  days: readonly [string, string] | undefined,
  day: string,
): readonly [string, string] {
  const [from, to] = days ?? [day, day]
  return [day < from ? day : from, day > to ? day : to]
}
