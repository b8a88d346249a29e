import type { ArchiveFacts } from '../../src/cable/facts.ts'
import type { Decisions, Holding, Version } from '../../src/cable/holding.ts'
import type { KeptReading } from '../../src/vault/reading-cache.ts'
import { textHash } from '../../src/vault/text-hash.ts'
import type { LedgerEntry, Vault, VaultCollection } from '../../src/vault/vault.ts'

/** A vault that is a value: what a test says it holds. */
export interface VaultContents {
  readonly holdings: readonly Holding[]
  readonly policies?: Decisions['policies']
  readonly withheld?: readonly string[]
  readonly chosen?: readonly (readonly [id: string, sha256: string])[]
  readonly waived?: readonly (readonly [id: string, marks: ReadonlySet<string>])[]
  readonly collections?: readonly VaultCollection[]
  readonly onceReleased?: readonly string[]
  readonly ledger?: readonly LedgerEntry[]
  readonly readings?: ReadonlyMap<string, KeptReading>
  /** Of every text: `p4` → `t-…`. */
  readonly anchors?: ReadonlyMap<string, string>
}

/** Opens such a vault. */
export function memoryVault(contents: VaultContents): Vault {
  const holdings = contents.holdings.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const names = new Set(holdings.flatMap((held) => held.versions.flatMap((one) => one.collections)))
  return {
    cableIds: () => holdings.map(({ id }) => id),
    holdings: () => holdings,
    holding: (id) => holdings.find((held) => held.id === id),
    decisions: () => ({
      policies: contents.policies ?? {},
      withheld: new Set(contents.withheld),
      chosen: new Map(contents.chosen),
      waived: new Map(contents.waived),
    }),
    cachedReading: (key) => contents.readings?.get(key),
    anchors: () => contents.anchors ?? new Map(),
    onceReleased: () => new Set(contents.onceReleased),
    collections: () =>
      contents.collections ?? [...names].map((name) => ({ name, invented: false })),
    ledger: () => contents.ledger ?? [entry('2026-03-04T05:06:07.000Z')],
    quarantine: () => [],
    close: () => undefined,
  }
}

/** A ledger entry of that time. */
export function entry(time: string, kind: LedgerEntry['kind'] = 'ingest'): LedgerEntry {
  return { number: 1, time, kind, text: 'Something came in.', data: {} }
}

/** A text that a collection holds. */
export function heldVersion(
  text: string,
  facts: ArchiveFacts = {},
  fields: Partial<Version> = {},
): Version {
  return {
    sha256: textHash(text),
    text,
    facts: { collection: 'open', ...facts },
    collections: ['open'],
    ledger: 1,
    added: '2026-03-04T05:06:07.000Z',
    ...fields,
  }
}

/** A cable with its texts. */
export function held(id: string, ...versions: readonly Version[]): Holding {
  return { id, aliases: [], versions }
}

/** An invented cable as its archive prints it. */
export function cableText(id: string, words: string): string {
  const serial = /\d+$/.exec(id)?.[0] ?? '1'
  return [
    `C O N F I D E N T I A L OSLO ${serial.padStart(6, '0')}`,
    '',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 01/02/2015',
    'TAGS: PREL, NO',
    'SUBJECT: WEATHER OF THE INVENTED HARBOUR',
    '',
    'REF: OSLO 1',
    '',
    'Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).',
    '',
    `1. (C) Summary. ${words} End summary.`,
    '',
    `2. (C) The harbour master told us that it froze. ${words}`,
    '',
    'ROE',
    '',
  ].join('\n')
}
