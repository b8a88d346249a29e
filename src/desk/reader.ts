import { Worker } from 'node:worker_threads'
import type { ItemReading } from './item-reading.ts'
import type { Task } from './reading-pool.ts'

/** What a thread says: that it can begin, and then the readings of each packet it was sent. */
export type ThreadAnswer =
  | 'ready'
  | { readonly readings: readonly ItemReading[]; readonly processorMs: number }

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
  readonly secondsMax: number
  /** A packet was read; processor time in milliseconds. */
  readonly onAnswer: (processorMs: number) => void
  /**
   * The thread is gone. Of the packets that it had not answered, the first is the one that it was
   * reading. `error` where no thread can be had at all.
   */
  readonly onEnd: (packets: readonly (readonly Task[])[], reason: string, error?: Error) => void
}

/** Starts a thread. */
export function startThread(options: ThreadOptions): ReadingThread {
  const { program, memoryMib, secondsMax, onAnswer, onEnd } = options
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMib } })
  const packets: (readonly Task[])[] = []
  let waiting = 0
  let isReady = false
  let reason = 'its thread ended'
  let timer: NodeJS.Timeout | undefined

  const watch = (): void => {
    clearTimeout(timer)
    if (!isReady || packets.length === 0) return
    timer = setTimeout(() => {
      reason = `it took longer than ${secondsMax} seconds`
      void worker.terminate()
    }, secondsMax * 1000)
  }

  worker.on('message', (answer: ThreadAnswer) => {
    if (answer === 'ready') {
      isReady = true
      watch()
      return
    }
    const packet = packets.shift() ?? []
    waiting -= sumOf(packet)
    watch()
    for (const [index, task] of packet.entries()) {
      const reading = answer.readings[index]
      if (reading) task.settle(reading)
    }
    onAnswer(answer.processorMs)
  })
  let failure: Error | undefined
  let isWanted = true
  worker.on('error', (error: Error & { code?: string }) => {
    failure = error
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reason = isFull ? `it took more than ${memoryMib} MiB of memory` : error.message
  })
  worker.on('exit', () => {
    clearTimeout(timer)
    if (!isWanted) return
    const cause = failure ?? new Error('a thread could not be started')
    onEnd(packets, reason, isReady ? undefined : cause)
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
