/** What a person can cause while naming sources: a wrong path, an unknown format. */
export class SourceError extends Error {
  override readonly name: string = 'SourceError'
  /** Stable name: `PATH_MISSING`, `FORMAT_UNKNOWN`. */
  readonly code: SourceErrorCode
  /** Exit code of the command line that fits: 2 wrong use, 3 cannot be used. */
  readonly exit: number

  constructor(code: SourceErrorCode, message: string) {
    super(message)
    this.code = code
    this.exit = code === 'PATH_MISSING' ? 3 : 2
  }
}

/** Names of the errors that stop a reading before it begins. */
export type SourceErrorCode = 'PATH_MISSING' | 'FORMAT_UNKNOWN' | 'NO_PATHS'
