import { openVault } from '../../src/vault/open-vault.ts'

/** What an `item` line of `ingest --json` says. */
export interface ItemLine {
  readonly locator: string
  readonly outcome: string
  /** Of the cable; absent where the item was set aside. */
  readonly id?: string
}

/** Names each item that was acknowledged and is not in the vault, as its cable or set aside. */
export function unheld(archive: string, items: readonly ItemLine[]): readonly string[] {
  const vault = openVault(archive)
  try {
    const aside = new Set(Array.from(vault.quarantine(), ({ locator }) => locator))
    return items
      .filter(({ id, locator }) => {
        if (id === undefined) return !aside.has(locator)
        return !vault.witnesses(id).some((witness) => witness.locator === locator)
      })
      .map(({ id, locator, outcome }) => `acknowledged and lost: ${id} ${locator} (${outcome})`)
  } finally {
    vault.close()
  }
}
