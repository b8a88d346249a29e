import { availableParallelism } from 'node:os'
import type { Audience } from '../release/audience.ts'
import type { Vault } from '../vault/vault.ts'
import { openHand, type Task, type TaskResult } from './task.ts'
import { startThread, type Thread } from './thread.ts'
import type { ViewMemory } from './view.ts'

/** Does tasks, several at once where there are threads for them. */
export interface Crew {
  /** Gives the results in the order of the tasks, and takes them no faster than they are taken. */
  run<T extends Task>(tasks: Iterable<T>): AsyncGenerator<TaskResult<T>>
  close(): Promise<void>
}

/** Whom a crew works for. */
export interface CrewOptions extends ViewMemory {
  /**
   * Threads that read the vault, each for itself; 0 does everything in this one. Where absent, as
   * many as there are cores, and none for few cables.
   */
  readonly threads?: number
}

/** More threads would wait for the disk, and each takes memory. */
const threadsMax = 4

/** Cables for which starting a thread costs more than it saves. */
const cablesAloneMax = 2_000

/** Gathers a crew for an archive of so many cables; close it. */
export function gatherCrew(
  archiveDir: string,
  vault: Vault,
  audience: Audience,
  { threads, ...memory }: CrewOptions & { readonly cables: number },
): Crew {
  const few = memory.cables <= cablesAloneMax
  const count = threads ?? (few ? 0 : Math.min(availableParallelism(), threadsMax))
  if (count === 0) return aloneCrew(vault, audience, memory)
  return threadCrew(Array.from({ length: count }, () => startThread(archiveDir, audience, memory)))
}

function aloneCrew(vault: Vault, audience: Audience, memory: ViewMemory): Crew {
  const hand = openHand(vault, audience, memory)
  return {
    async *run(tasks) {
      for (const task of tasks) yield await hand.run(task)
    },
    close: async () => undefined,
  }
}

function threadCrew(threads: readonly Thread[]): Crew {
  const idle = [...threads]
  const waiting: ((thread: Thread) => void)[] = []
  const free = async (): Promise<Thread> =>
    idle.pop() ?? new Promise<Thread>((resolve) => waiting.push(resolve))
  const give = async <T extends Task>(task: T): Promise<TaskResult<T>> => {
    const thread = await free()
    try {
      return await thread.run(task)
    } finally {
      const next = waiting.shift()
      if (next === undefined) idle.push(thread)
      else next(thread)
    }
  }
  return {
    async *run(tasks) {
      // So many that no thread waits for the one whose result comes next.
      const aheadMax = 2 * threads.length + 1
      const given: Promise<
        TaskResult<(typeof tasks extends Iterable<infer T> ? T : never) & Task>
      >[] = []
      for (const task of tasks) {
        const result = give(task)
        // Whoever waits for it is told; nobody may be waiting yet.
        result.catch(() => undefined)
        given.push(result)
        const first = given.length < aheadMax ? undefined : given.shift()
        if (first !== undefined) yield await first
      }
      for (const result of given) yield await result
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}
