/** What can go wrong with an archive's private store; each message says what to do next. */
export class VaultError extends Error {
  override readonly name: string = 'VaultError'
  /** Stable name: `VAULT_LOCKED`. */
  readonly code: VaultErrorCode
  /** Exit code of the command line: 2 wrong use, 3 the archive cannot be used. */
  readonly exit: number

  constructor(code: VaultErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.exit = code === 'COLLECTION_NAME' ? 2 : 3
  }
}

/** Names of the errors of the vault. */
export type VaultErrorCode =
  | 'VAULT_MISSING'
  | 'VAULT_LOCKED'
  | 'VAULT_NEWER'
  | 'VAULT_FOREIGN'
  | 'VAULT_DAMAGED'
  | 'VAULT_UNUSABLE'
  | 'WRITE_FAILED'
  | 'COLLECTION_NAME'
  | 'COLLECTION_MIXED'

/** Primary result codes of SQLite that speak of the disk, not of the program. */
const diskCodes: Readonly<Record<number, readonly [VaultErrorCode, string]>> = {
  5: ['VAULT_LOCKED', 'another program holds it; wait until it is done'],
  8: ['WRITE_FAILED', 'the file or its disk is read-only'],
  10: ['WRITE_FAILED', 'the disk reports an error'],
  11: ['VAULT_DAMAGED', 'the file is damaged; put back a copy of it'],
  13: ['WRITE_FAILED', 'the disk is full; nothing of this batch was stored'],
  14: ['VAULT_UNUSABLE', 'the file cannot be opened; look at the rights of the folder'],
  26: ['VAULT_FOREIGN', 'the file is no vault of Chancery'],
}

/** An error of SQLite as a sentence, where it comes from the disk; other errors come back as they are. */
export function asVaultError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  const known = diskCodes[Number(error.errcode) & 0xff]
  if (!known) return error
  return new VaultError(known[0], `The vault ${file} cannot be used: ${known[1]}.`, {
    cause: error,
  })
}
