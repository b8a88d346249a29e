// A worker thread that reads items: a packet of jobs comes in, their readings go out.
import { parentPort } from 'node:worker_threads'
import { type ItemReading, type ReadingJob, readJob } from './item-reading.ts'
import { millisecondsOf } from './processor-time.ts'
import type { ThreadAnswer } from './reader.ts'

const answer = (readings?: readonly ItemReading[]): void => {
  const usedMs = millisecondsOf(process.threadCpuUsage())
  const value: ThreadAnswer = readings === undefined ? { usedMs } : { usedMs, readings }
  parentPort?.postMessage(value)
}

parentPort?.on('message', (jobs: readonly ReadingJob[]) => answer(jobs.map(readJob)))
answer()
