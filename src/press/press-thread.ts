import { parentPort, type Transferable, workerData } from 'node:worker_threads'
import { openVault } from '../vault/open-vault.ts'
import type { KeptReading } from '../vault/reading-cache.ts'
import { openHand, type Task, type TaskResult } from './task.ts'
import type { ThreadData, ThreadMessage } from './thread.ts'
import type { TextAnchors } from './view.ts'

// The program of a thread: it reads the vault for itself and writes nothing. What it reads anew
// goes to the main thread, which is the one that writes.

/** Readings that wait until they are told, bytes. */
const waitingMax = 1024 * 1024

const { archiveDir, audience, place } = workerData as ThreadData
const index = new Int32Array(place)
let readings: (readonly [string, KeptReading])[] = []
let waiting = 0
let texts: TextAnchors[] = []

const tell = (message: ThreadMessage, transferred: readonly Transferable[] = []): void =>
  parentPort?.postMessage(message, transferred)

const hand = openHand(openVault(archiveDir), audience, {
  onCable: (at) => Atomics.store(index, 0, at),
  remember: (key, kept) => {
    readings.push([key, kept])
    waiting += kept.value.length
    if (waiting > waitingMax) tellReadings()
  },
  rememberAnchors: (fresh) => texts.push(...fresh),
})

parentPort?.on('message', (task: Task) => {
  hand.run(task).then(
    (result) => {
      tellReadings()
      if (texts.length > 0) tell({ kind: 'anchors', texts })
      texts = []
      tell({ kind: 'done', result }, buffersOf(result))
    },
    (error: unknown) => tell({ kind: 'failed', error, marks: marksOf(error) }),
  )
})

/** What a copy of an error loses on its way: its code, and the exit code that goes with it. */
function marksOf(error: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    ['code', 'errcode', 'exit'].flatMap((name) => {
      const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
    }),
  )
}

function tellReadings(): void {
  if (readings.length > 0) tell({ kind: 'readings', readings })
  readings = []
  waiting = 0
}

/** The bytes of a chunk change hands instead of being copied. */
function buffersOf(result: TaskResult<Task>): Transferable[] {
  if (!('stored' in result)) return []
  return [result.stored, result.sums, result.digests].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? buffer : [],
  )
}
