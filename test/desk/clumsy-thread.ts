// A thread whose parser has bugs: texts name the one they show.
import { parentPort } from 'node:worker_threads'
import { type ItemReading, type ReadingJob, readJob } from '../../src/desk/item-reading.ts'
import { millisecondsOf } from '../../src/desk/processor-time.ts'

function clumsyRead(job: ReadingJob): ItemReading {
  if (job.text.includes('HANGS')) for (;;);
  if (job.text.includes('SWELLS'))
    for (const all: string[][] = []; ; ) all.push(Array(1e5).fill(''))
  if (job.text.includes('ENDS')) process.exit(1)
  if (job.text.includes('THROWS')) throw new Error('something unheard of')
  return readJob(job)
}

const usedMs = (): number => millisecondsOf(process.threadCpuUsage())

parentPort?.on('message', (jobs: readonly ReadingJob[]) => {
  parentPort?.postMessage({ readings: jobs.map(clumsyRead), usedMs: usedMs() })
})
parentPort?.postMessage({ usedMs: usedMs() })
