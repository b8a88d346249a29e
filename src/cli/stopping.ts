/** A command that a person may stop: the first signal asks for it, the same one again ends at once. */
export interface Stopping {
  readonly signal: AbortSignal
  /** Exit code of a process that a signal ended, once one came. */
  exit(): number | undefined
  /** From here on signals end the process as they always do. */
  done(): void
}

const exits = { SIGINT: 130, SIGTERM: 143 } as const

type Signal = keyof typeof exits

/** Listens for Ctrl-C and for the system's wish to end; `onStop` hears of the first. */
export function stopping(onStop: () => void): Stopping {
  const controller = new AbortController()
  let came: Signal | undefined
  const heard = (signal: Signal) => () => {
    process.off(signal, listeners[signal])
    if (came !== undefined) return
    came = signal
    onStop()
    controller.abort()
  }
  const listeners = { SIGINT: heard('SIGINT'), SIGTERM: heard('SIGTERM') }
  process.on('SIGINT', listeners.SIGINT)
  process.on('SIGTERM', listeners.SIGTERM)
  return {
    signal: controller.signal,
    exit: () => (came === undefined ? undefined : exits[came]),
    done: () => {
      process.off('SIGINT', listeners.SIGINT)
      process.off('SIGTERM', listeners.SIGTERM)
    },
  }
}
