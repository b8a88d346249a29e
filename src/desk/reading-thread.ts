// A worker thread that reads items: a packet of jobs comes in, their readings go out.
import { parentPort } from 'node:worker_threads'
import { type ReadingJob, readJob } from './item-reading.ts'
import type { ThreadAnswer } from './reader.ts'

const answer = (value: ThreadAnswer): void => parentPort?.postMessage(value)

parentPort?.on('message', (jobs: readonly ReadingJob[]) => {
  const before = process.threadCpuUsage()
  const readings = jobs.map(readJob)
  const { user, system } = process.threadCpuUsage(before)
  answer({ readings, processorMs: (user + system) / 1000 })
})
answer('ready')
