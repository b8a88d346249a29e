import { readSources, type SourceOptions } from '../sources/read-sources.ts'
import type { SourceResult } from '../sources/source.ts'
import type { ItemReading } from './item-reading.ts'
import {
  jobOf,
  type NamedItem,
  nameItem,
  type Placed,
  placeFailure,
  placeItem,
  placeKnown,
  sourceOf,
} from './placement.ts'
import { type ReadingPool, unitsOf } from './reading-pool.ts'
import type { Shelf } from './shelf.ts'
import type { StageClock } from './stage.ts'

/** What an intake works with. */
export interface IntakeTools {
  readonly shelf: Shelf
  readonly pool: ReadingPool
  readonly clock: StageClock
  /** Ends the intake with the item that is read just then. */
  readonly signal?: AbortSignal
}

/** One item with its place, in the order of the sources. */
export interface Taken {
  readonly placed: Placed
  /** Bytes of the item itself. */
  readonly size: number
  /** Bytes that were read of the files until then, as they lie on the disk. */
  readonly bytesRead: number
}

/** Items, and text in UTF-16 code units, that are on their way at a time. */
const onTheWayMax = 4096
const unitsOnTheWayMax: number = 16 * 1024 * 1024

/** An item on its way: known, failed, or being read. */
interface Passage {
  readonly result: SourceResult
  readonly named?: NamedItem
  /** The cable that holds it already, from the same source, byte for byte. */
  readonly known?: string
  readonly reading?: Promise<ItemReading>
  /** True once there is nothing to wait for. */
  isRead: boolean
  readonly units: number
  readonly bytesRead: number
}

/**
 * Reads sources, and places every item as if one were read after the other: what is known is seen
 * by its hashes alone, everything else is read by the pool, ahead of the placing and out of order;
 * the placing keeps the order. What is on the way is bounded, so a slow disk slows the reading.
 */
export async function* intake(
  paths: readonly string[],
  collection: string,
  options: SourceOptions,
  tools: IntakeTools,
): AsyncIterable<Taken> {
  const { clock } = tools
  const position = positionMeter()
  const onBytes = position.onBytes
  const sources = stoppable(readSources(paths, { ...options, collection, onBytes }), tools.signal)
  const way: Passage[] = []
  let units = 0
  try {
    for (;;) {
      const result = await clock.timeAsync('read', sources.next)
      if (result) {
        const passage = enter(result, collection, position.after(result), tools)
        way.push(passage)
        units += passage.units
      }
      while (way[0] && (!result || way[0].isRead || isFull(way, units))) {
        const passage = way.shift()
        if (!passage) break
        units -= passage.units
        const reading = await passage.reading
        if (tools.signal?.aborted) return
        yield arrive(passage, reading, collection, tools)
      }
      if (!result) return
    }
  } finally {
    sources.end()
  }
}

function isFull(way: readonly Passage[], units: number): boolean {
  return way.length >= onTheWayMax || units > unitsOnTheWayMax
}

function enter(
  result: SourceResult,
  collection: string,
  bytesRead: number,
  { shelf, pool, clock }: IntakeTools,
): Passage {
  const { item } = result
  if (!item) return { result, isRead: true, units: 0, bytesRead }
  const named = clock.time('hash', () => nameItem(item, collection, sourceOf(item.file)))
  const known = clock.time('hash', () => shelf.witnessed(named.key))
  if (known !== undefined) return { result, named, known, isRead: true, units: 0, bytesRead }
  const job = clock.time('place', () => jobOf(named, shelf))
  const reading = pool.read(job)
  const passage = { result, named, reading, isRead: false, units: unitsOf(job), bytesRead }
  const done = (): void => {
    passage.isRead = true
  }
  reading.then(done, done)
  return passage
}

function arrive(
  { result, named, known, bytesRead }: Passage,
  reading: ItemReading | undefined,
  collection: string,
  { shelf, clock }: IntakeTools,
): Taken {
  const size = (result.item ?? result.failure).bytes?.length ?? 0
  if (result.failure) {
    const { failure } = result
    return { placed: placeFailure(failure, collection, sourceOf(failure.file)), size, bytesRead }
  }
  if (named && known !== undefined) return { placed: placeKnown(named, known), size, bytesRead }
  if (!named || !reading) throw new Error('an item came without its reading')
  return { placed: clock.time('place', () => placeItem(named, reading, shelf)), size, bytesRead }
}

/** How far the reading is: in bytes of the files as they lie on the disk, archives packed. */
function positionMeter(): {
  readonly onBytes: (bytes: number) => void
  readonly after: (result: SourceResult) => number
} {
  let bytes = 0
  let archive = ''
  let bytesOfArchive = 0
  return {
    onBytes: (more) => {
      bytes += more
    },
    after: ({ item, failure, bytesRead }) => {
      const { file } = item ?? failure
      if (bytesRead !== undefined && file !== '-') {
        if (file !== archive) bytes += bytesOfArchive
        archive = file
        bytesOfArchive = bytesRead
      }
      return bytes + bytesOfArchive
    },
  }
}

interface StoppableResults {
  next(): Promise<SourceResult | undefined>
  /** Closes what is open; a reader that waits for its input is not waited for. */
  end(): void
}

/** Results one by one; none any more once the signal was given, even while a reader waits. */
function stoppable(
  results: AsyncIterable<SourceResult>,
  signal: AbortSignal | undefined,
): StoppableResults {
  const iterator = results[Symbol.asyncIterator]()
  let stop: () => void = () => undefined
  const onAbort = (): void => stop()
  signal?.addEventListener('abort', onAbort)
  return {
    next: () =>
      new Promise((give, fail) => {
        stop = () => give(undefined)
        if (signal?.aborted) stop()
        else iterator.next().then(({ value, done }) => give(done ? undefined : value), fail)
      }),
    end: () => {
      signal?.removeEventListener('abort', onAbort)
      void iterator.return?.().catch(() => undefined)
    },
  }
}
