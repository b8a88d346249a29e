import type { LedgerEntry } from '../vault/vault.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'
import { DeskError } from './desk-error.ts'

/** What became of a decision. */
export interface DecisionReport {
  /** Absent where nothing had to be changed. */
  readonly entry?: LedgerEntry
  /** Subjects the decision changed: ids, or a collection's name. */
  readonly changed: readonly string[]
  /** Subjects it held for already. */
  readonly unchanged: readonly string[]
  /** Spellings that lead to no cable, or to several; the sentences name them. */
  readonly unknown: readonly string[]
  /** What a person should hear: one sentence each. */
  readonly messages: readonly string[]
  /** 1 where a spelling was unknown. */
  readonly exit: 0 | 1
}

/** Takes the writer's lock, decides, and lets go. */
export function deciding(
  archiveDir: string,
  purpose: string,
  options: WriteOptions,
  work: (vault: VaultWriter) => DecisionReport,
): DecisionReport {
  requireVault(archiveDir)
  const vault = openVaultForWriting(archiveDir, purpose, options)
  try {
    return work(vault)
  } finally {
    vault.close()
  }
}

/** A reason in one line; throws `REASON_MISSING` where there are no words. */
export function requireReason(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim()
  if (text === '') {
    throw new DeskError('REASON_MISSING', 'A decision needs its reason, in words (--reason TEXT).')
  }
  return text
}
