import { Worker } from 'node:worker_threads'
import type { ItemReading } from './item-reading.ts'
import { millisecondsOf } from './processor-time.ts'
import type { Task } from './reading-pool.ts'

/** What a thread says: the readings of each packet it was sent; before, that it can begin. */
export interface ThreadAnswer {
  /** Absent where it can begin. */
  readonly readings?: readonly ItemReading[]
  /** Milliseconds in which a processor has worked for this thread, all in all. */
  readonly usedMs: number
}

/** A thread that reads one packet of items after the other. */
export interface ReadingThread {
  send(packet: readonly Task[]): void
  isIdle(): boolean
  /** UTF-16 code units that wait in it. */
  units(): number
  end(): Promise<void>
}

/** What a thread is started with. */
export interface ThreadOptions {
  readonly program: URL
  readonly memoryMib: number
  /** Seconds of a processor that a packet may take: on a busy or sleeping machine they pass slowly. */
  readonly secondsMax: number
  /** A packet was read; processor time in milliseconds. */
  readonly onAnswer: (processorMs: number) => void
  /**
   * The thread is gone. Of the packets that it had not answered, the first is the one that it was
   * reading. `error` where no thread can be had at all.
   */
  readonly onEnd: (packets: readonly (readonly Task[])[], reason: string, error?: Error) => void
}

/** A thread whose time is nearly up is looked at again after so long at the earliest. */
const recheckMs = 100

/** Starts a thread. */
export function startThread(options: ThreadOptions): ReadingThread {
  const { program, memoryMib, secondsMax, onAnswer, onEnd } = options
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMib } })
  const packets: (readonly Task[])[] = []
  let waiting = 0
  /** As of its last answer; undefined before it can begin. */
  let usedMs: number | undefined
  let reason = 'its thread ended'
  let timer: NodeJS.Timeout | undefined
  let isRunning = true
  let isWanted = true

  const watch = (leftMs = secondsMax * 1000): void => {
    clearTimeout(timer)
    if (usedMs === undefined || packets.length === 0) return
    const [packet] = packets
    const before = usedMs
    timer = setTimeout(async () => {
      // One that has just ended is asked in vain.
      const used = await worker.cpuUsage().then(millisecondsOf, () => before)
      // It has answered meanwhile, or ended.
      if (packet !== packets[0] || !isRunning) return
      const left = secondsMax * 1000 - (used - before)
      if (left > 0) return watch(Math.max(left, recheckMs))
      reason = `it took longer than ${secondsMax} seconds`
      void worker.terminate()
    }, leftMs)
  }

  worker.on('message', ({ readings, usedMs: used }: ThreadAnswer) => {
    const spentMs = used - (usedMs ?? used)
    usedMs = used
    if (readings === undefined) return watch()
    const packet = packets.shift() ?? []
    waiting -= sumOf(packet)
    watch()
    for (const [index, task] of packet.entries()) {
      const reading = readings[index]
      if (reading) task.settle(reading)
    }
    onAnswer(spentMs)
  })
  let failure: Error | undefined
  worker.on('error', (error: Error & { code?: string }) => {
    failure = error
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reason = isFull ? `it took more than ${memoryMib} MiB of memory` : error.message
  })
  worker.on('exit', () => {
    isRunning = false
    clearTimeout(timer)
    if (!isWanted) return
    const cause = failure ?? new Error('a thread could not be started')
    onEnd(packets, reason, usedMs === undefined ? cause : undefined)
  })
  return {
    send: (packet) => {
      packets.push(packet)
      waiting += sumOf(packet)
      worker.postMessage(packet.map(({ job }) => job))
      if (packets.length === 1) watch()
    },
    isIdle: () => packets.length === 0,
    units: () => waiting,
    end: async () => {
      isWanted = false
      await worker.terminate()
    },
  }
}

function sumOf(packet: readonly Task[]): number {
  return packet.reduce((sum, { units }) => sum + units, 0)
}
