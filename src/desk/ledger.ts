import { openVault } from '../vault/open-vault.ts'
import type { LedgerEntry } from '../vault/vault.ts'

/** What came in and what was decided, oldest first. */
export function readLedger(archiveDir: string): readonly LedgerEntry[] {
  const vault = openVault(archiveDir)
  try {
    return [...vault.ledger()]
  } finally {
    vault.close()
  }
}
