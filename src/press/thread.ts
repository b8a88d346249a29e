import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Audience } from '../release/audience.ts'
import type { KeptReading } from '../vault/reading-cache.ts'
import { PressError } from './press-error.ts'
import type { Task, TaskResult } from './task.ts'
import type { TextAnchors, ViewMemory } from './view.ts'

/** A thread of its own that reads the vault and does one task after the other. */
export interface Thread {
  /** One task at a time. */
  run<T extends Task>(task: T): Promise<TaskResult<T>>
  close(): Promise<void>
}

/** What a thread is started with. */
export interface ThreadData {
  readonly archiveDir: string
  readonly audience: Audience
  /** One 32-bit number: index of the cable in the task that is being looked at. */
  readonly place: SharedArrayBuffer
}

/** What a thread says. */
export type ThreadMessage =
  | { readonly kind: 'readings'; readonly readings: readonly (readonly [string, KeptReading])[] }
  | { readonly kind: 'anchors'; readonly texts: readonly TextAnchors[] }
  | { readonly kind: 'done'; readonly result: TaskResult<Task> }
  | {
      readonly kind: 'failed'
      readonly error: unknown
      /** Of the error, as it was in the thread: `code`, `exit`. */
      readonly marks: Readonly<Record<string, unknown>>
    }

/** Memory for the values of one thread, MiB. A cable of 64 MB and its record need about half. */
const threadMemoryMib = 1024

/**
 * Memory for values that have just been made, MiB, in which those of some cables are collected at
 * once: twice the usual size spares a fourteenth of the processor's time and no more memory is seen.
 */
const youngMemoryMib = 96

// The program runs compiled files; tests run the sources.
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const program = fileURLToPath(new URL('./press-thread.ts', import.meta.url)).replace(
  /\.ts$/,
  ending,
)

interface Waiting {
  readonly task: Task
  resolve(result: TaskResult<Task>): void
  reject(error: unknown): void
}

/** Starts a thread; what it reads anew goes to who remembers it in this one. */
export function startThread(
  archiveDir: string,
  audience: Audience,
  { remember, rememberAnchors }: ViewMemory,
): Thread {
  const place = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const worker = new Worker(program, {
    workerData: { archiveDir, audience, place } satisfies ThreadData,
    resourceLimits: {
      maxOldGenerationSizeMb: threadMemoryMib,
      maxYoungGenerationSizeMb: youngMemoryMib,
    },
  })
  let waiting: Waiting | undefined
  let ended: unknown
  const settle = (): Waiting | undefined => {
    const one = waiting
    waiting = undefined
    return one
  }
  const fail = (error: unknown): void => {
    ended ??= error
    const one = settle()
    one?.reject(failure(ended, one.task.ids[Atomics.load(new Int32Array(place), 0)]))
  }
  worker.on('message', (message: ThreadMessage) => {
    try {
      if (message.kind === 'readings') {
        for (const [key, kept] of message.readings) remember?.(key, kept)
      } else if (message.kind === 'anchors') rememberAnchors?.(message.texts)
      else if (message.kind === 'done') settle()?.resolve(message.result)
      else settle()?.reject(marked(message.error, message.marks))
    } catch (error) {
      // The vault could not be written: that ends the build, not the program.
      settle()?.reject(error)
    }
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`a thread of the press ended with ${code}`)))
  return {
    run<T extends Task>(task: T) {
      return new Promise<TaskResult<T>>((resolve, reject) => {
        waiting = { task, resolve: resolve as Waiting['resolve'], reject }
        if (ended === undefined) worker.postMessage(task)
        else fail(ended)
      })
    },
    async close() {
      await worker.terminate()
    },
  }
}

function marked(error: unknown, marks: Readonly<Record<string, unknown>>): unknown {
  return error instanceof Error ? Object.assign(error, marks) : error
}

/** Why a thread ended, with the cable it was at. */
function failure(error: unknown, id = 'a cable'): Error {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isMemory) {
    return new PressError(
      'EDITION_MEMORY',
      `The edition cannot be written: ${id} needs more than ${threadMemoryMib} MiB of memory. ` +
        'The one before stays as it is.',
      { cause: error },
    )
  }
  return new Error(`the press failed at ${id}`, { cause: error })
}
