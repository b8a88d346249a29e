/** What a command ends with. */
export const exit = {
  /** Done. */
  done: 0,
  /** Done, but something was set aside or not found. */
  partly: 1,
  /** Wrong use. */
  use: 2,
  /** The archive or a file cannot be used. */
  unusable: 3,
  /** A bug. */
  bug: 70,
} as const

/** Something a person can mend, said by the command line itself. */
export class CommandError extends Error {
  /** Stable name: `NO_ARCHIVE`. */
  readonly code: string
  /** Exit code of the process. */
  readonly exit: number

  constructor(code: string, sentence: string, exitCode: number = exit.unusable) {
    super(sentence)
    this.name = 'CommandError'
    this.code = code
    this.exit = exitCode
  }
}

/** One line for people, and the exit code. */
export interface Failure {
  readonly line: string
  readonly exit: number
}

/**
 * Puts an error in words. Errors of the program's parts carry a code and a sentence, those of the
 * operating system a code and a path; everything else is a bug and keeps its stack.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return bug(String(error))
  const { code, exit: own, syscall, path } = error as Coded
  if (typeof code !== 'string') return bug(error.stack ?? error.message)
  if (syscall !== undefined) return { line: systemLine(code, path, error), exit: exit.unusable }
  if (code === 'ERR_SQLITE_ERROR') {
    const line = `SQLITE: The archive's database refused: ${error.message}.`
    return { line, exit: exit.unusable }
  }
  if (!/^[A-Z][A-Z0-9_]*$/.test(code) || code.startsWith('ERR_')) {
    return bug(error.stack ?? error.message)
  }
  const line = `${code}: ${oneLine(error.message)}`
  return { line, exit: typeof own === 'number' ? own : exit.unusable }
}

interface Coded {
  readonly code?: unknown
  readonly exit?: unknown
  readonly syscall?: string
  readonly path?: string
}

const system: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EEXIST: 'exists already, and nothing is written over it: name another',
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be changed by you',
  EROFS: 'stands on a read-only disk',
  EISDIR: 'is a directory',
  ENOTDIR: 'is not a directory',
  EIO: 'could not be read or written: the disk reports an error. Look at the disk, then run the command again',
  ENOSPC: 'could not be written: the disk is full. Make room and run the command again',
  EMFILE: 'could not be opened: too many files are open',
  EADDRINUSE: 'is taken by another program: choose another --port',
  EADDRNOTAVAIL: 'is no address of this computer: choose another --host',
}

function systemLine(code: string, path: string | undefined, error: Error): string {
  const words = system[code]
  if (words === undefined) {
    // The system's message begins with the code, too.
    const text = oneLine(error.message)
    return text.startsWith(`${code}:`) ? text : `${code}: ${text}`
  }
  const place = path ?? /\b(?:\d+\.){3}\d+:\d+\b/.exec(error.message)?.[0] ?? 'A file'
  return `${code}: ${place} ${words}.`
}

function bug(stack: string): Failure {
  const line = `BUG: This should not happen. Please report it, with these lines:\n${stack}`
  return { line, exit: exit.bug }
}

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ')
}
