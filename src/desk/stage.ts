/** Processor time of the stages of an ingest, milliseconds, all threads together. */
export interface StageTimes {
  /** Files, containers and encodings; handing texts to other threads. */
  readonly read: number
  /** Hashes, and the look whether an item is known. */
  readonly hash: number
  /** Text to record and streams. */
  readonly parse: number
  /** Which cable and version a text is. */
  readonly place: number
  /** Compression and the database. */
  readonly commit: number
}

/** The stages that run in the thread that writes. */
export type Stage = Exclude<keyof StageTimes, 'parse'>

/** Measures what the thread that writes does. */
export interface StageClock {
  time<T>(stage: Stage, work: () => T): T
  timeAsync<T>(stage: Stage, work: () => Promise<T>): Promise<T>
  times(parse: number): StageTimes
}

/** Starts at nothing. */
export function stageClock(): StageClock {
  const spent = { read: 0, hash: 0, place: 0, commit: 0 }
  const add = (stage: Stage, before: NodeJS.CpuUsage): void => {
    const { user, system } = process.threadCpuUsage(before)
    spent[stage] += (user + system) / 1000
  }
  return {
    time: (stage, work) => {
      const before = process.threadCpuUsage()
      try {
        return work()
      } finally {
        add(stage, before)
      }
    },
    timeAsync: async (stage, work) => {
      const before = process.threadCpuUsage()
      try {
        return await work()
      } finally {
        add(stage, before)
      }
    },
    times: (parse) => ({ ...spent, parse }),
  }
}
