/** What a person can cause at the desk; the message says what to do next. */
export class DeskError extends Error {
  override readonly name: string = 'DeskError'
  /** Stable name: `COLLECTION_UNKNOWN`. */
  readonly code: DeskErrorCode
  /** Exit code of the command line: 1 not found, 2 wrong use. */
  readonly exit: number

  constructor(code: DeskErrorCode, message: string) {
    super(message)
    this.code = code
    this.exit = code.endsWith('_UNKNOWN') ? 1 : 2
  }
}

/** Names of the errors of the desk. */
export type DeskErrorCode =
  | 'CABLE_UNKNOWN'
  | 'COLLECTION_UNKNOWN'
  | 'EDITION_UNKNOWN'
  | 'ENTRY_UNKNOWN'
  | 'MARK_UNKNOWN'
  | 'VERSION_UNKNOWN'
  | 'MARKS_MISSING'
  | 'REASON_MISSING'
  | 'REASON_CODE'
  | 'IDS_MISSING'

export { SourceError, type SourceErrorCode } from '../sources/source-error.ts'
export { VaultError, type VaultErrorCode } from '../vault/vault-error.ts'
