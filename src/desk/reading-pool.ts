import { availableParallelism } from 'node:os'
import { type ItemReading, type ReadingJob, readJob } from './item-reading.ts'
import { millisecondsOf } from './processor-time.ts'
import { type ReadingThread, startThread } from './reader.ts'

/** Reads items, in other threads where there is enough to read. */
export interface ReadingPool {
  /** Never rejects for what a text does: an item that cannot be read says why. */
  read(job: ReadingJob): Promise<ItemReading>
  /** Milliseconds in which a processor read items. */
  processorMs(): number
  close(): Promise<void>
}

/** How items are read; what is absent is as good as it gets on this computer. */
export interface PoolOptions {
  /** Most threads; 0 reads everything in this one. As many as there are cores where absent. */
  readonly threads?: number
  /** Memory of a thread's values, MiB: 50 times the text it reads. */
  readonly memoryMib?: number
  /** The same for a large text, or one that ended a thread: it is read while no other is. */
  readonly memoryAloneMib?: number
  /** Longest time one text may take, seconds of a processor. */
  readonly secondsMax?: number
  /** The program of a thread. */
  readonly program?: URL
}

/** Texts longer than this are read alone, UTF-16 code units; the longest real cable has a tenth. */
export const sharedUnitsMax: number = 4 * 1024 * 1024

/** Reading that is done before a thread is started, which costs more than some small texts. */
const firstJobsMax = 16
const firstUnitsMax: number = 64 * 1024

/** What goes to a thread at once: a message costs as much as the reading of a short line. */
const packetJobsMax = 64
const packetUnitsMax: number = 128 * 1024

/** Text that waits in a thread, so that it has work while this one writes; UTF-16 code units. */
const queueUnitsMax: number = 2 * 1024 * 1024

/** Compiled like this file, or neither is. */
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const program = new URL(
  new URL('./reading-thread.ts', import.meta.url).href.replace(/\.ts$/, ending),
)

/** A text on its way. */
export interface Task {
  readonly job: ReadingJob
  readonly units: number
  /** It is read while nothing else is, with more memory: it is large, or a thread ended with it. */
  readonly alone: boolean
  readonly settle: (reading: ItemReading) => void
  readonly fail: (error: Error) => void
}

/** Opens a pool; a thread is started when there is something for it. Close it. */
export function openReadingPool(options: PoolOptions = {}): ReadingPool {
  const threadsMax = options.threads ?? availableParallelism()
  const threads = new Set<ReadingThread>()
  /** The one of them that has nobody beside it. */
  let single: ReadingThread | undefined
  let pending: Task[] = []
  let firstJobs = 0
  let processorMs = 0
  let scheduled = false
  let closing = false

  const start = (isAlone: boolean): ReadingThread => {
    const memoryMib = isAlone ? (options.memoryAloneMib ?? 1024) : (options.memoryMib ?? 320)
    const thread = startThread({
      program: options.program ?? program,
      memoryMib,
      secondsMax: options.secondsMax ?? 120,
      onAnswer: (spent) => {
        processorMs += spent
        if (thread === single && pending[0]?.alone !== true) drop(thread)
        dispatch()
      },
      onEnd: (packets, reason, error) => {
        forget(thread)
        takeBack(packets, reason, error)
      },
    })
    threads.add(thread)
    if (isAlone) single = thread
    return thread
  }

  const forget = (thread: ReadingThread): void => {
    threads.delete(thread)
    if (thread === single) single = undefined
  }

  const drop = (thread: ReadingThread): void => {
    forget(thread)
    void thread.end()
  }

  const takeBack = (packets: readonly (readonly Task[])[], reason: string, error?: Error): void => {
    const [suspects = [], ...others] = packets
    if (error) {
      for (const task of [...packets.flat(), ...pending]) task.fail(error)
      pending = []
      return
    }
    // Read one by one, the others of its packet are found innocent.
    const again: Task[] = []
    for (const task of suspects) {
      if (task.alone) task.settle({ failure: reason })
      else again.push({ ...task, alone: true })
    }
    pending = [...again, ...others.flat(), ...pending]
    dispatch()
  }

  const dispatch = (): void => {
    for (let next = pending[0]; next !== undefined && !closing; next = pending[0]) {
      const thread = next.alone ? lonely() : free()
      if (thread === undefined) return
      const packet = nextPacket(pending)
      pending = pending.slice(packet.length)
      thread.send(packet)
    }
  }

  /** A thread with nobody beside it, once the others are done. */
  const lonely = (): ReadingThread | undefined => {
    const all = [...threads]
    if (all.some((thread) => !thread.isIdle())) return undefined
    if (single) return single
    all.forEach(drop)
    return start(true)
  }

  const free = (): ReadingThread | undefined => {
    if (single) return undefined
    const all = [...threads].sort((a, b) => a.units() - b.units())
    const [least] = all
    if (least?.isIdle()) return least
    if (all.length < threadsMax) return start(false)
    return least && least.units() < queueUnitsMax ? least : undefined
  }

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      dispatch()
    })
  }

  return {
    read: (job) => {
      const units = unitsOf(job)
      const isFirst = threads.size === 0 && firstJobs < firstJobsMax && units <= firstUnitsMax
      if (threadsMax === 0 || isFirst) {
        firstJobs += 1
        const before = process.threadCpuUsage()
        const reading = readJob(job)
        processorMs += millisecondsOf(process.threadCpuUsage(before))
        return Promise.resolve(reading)
      }
      const promise = new Promise<ItemReading>((settle, fail) => {
        pending.push({ job, units, alone: units > sharedUnitsMax, settle, fail })
      })
      // Whoever waits for it hears of it; one that nobody waits for any longer may fail in peace.
      promise.catch(() => undefined)
      schedule()
      return promise
    },
    processorMs: () => processorMs,
    close: async () => {
      closing = true
      await Promise.all([...threads].map((thread) => thread.end()))
    },
  }
}

/** UTF-16 code units that are read for one job. */
export function unitsOf({ text, against }: ReadingJob): number {
  return against.reduce((sum, known) => sum + known.text.length, text.length)
}

function nextPacket(pending: readonly Task[]): readonly Task[] {
  const packet: Task[] = []
  let units = 0
  for (const task of pending) {
    if (packet.length > 0 && (task.alone || packet[0]?.alone)) break
    packet.push(task)
    units += task.units
    if (units >= packetUnitsMax || packet.length === packetJobsMax) break
  }
  return packet
}
