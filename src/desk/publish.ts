import { type BuiltEdition, buildEdition, type Release } from '../press/build-edition.ts'
import { type FormerPublic, formerPublicIds } from '../press/former-edition.ts'
import { type Projection, projection } from '../press/projection.ts'
import type { LedgerEntry } from '../vault/vault.ts'
import { openVaultForWriting, type VaultWriter, type WriteOptions } from '../vault/write-vault.ts'
import { requireVault } from './archive-folder.ts'
import type { BuildProgress } from './build.ts'

/** What a publication would change: shown before the question, and written to the ledger. */
export interface PublishSummary {
  /** Cables of the new edition. */
  readonly cables: number
  /** Ids that the current public edition does not hold. */
  readonly newly: readonly string[]
  /** Ids that the current public edition holds and the new one will not. */
  readonly withdrawn: readonly string[]
  /** Ids that a policy releases and marks keep back: a source to protect, another cable's text. */
  readonly heldBack: readonly string[]
  /** Ids that a policy releases and a person withholds. */
  readonly withheld: readonly string[]
  /** Ids that a policy releases, but not in the version that a person chose. */
  readonly choiceClosed: readonly string[]
  /** Every collection held: its policy, and how many of the new edition's cables are its own. */
  readonly collections: readonly {
    readonly name: string
    readonly policy: 'all' | 'none'
    readonly cables: number
  }[]
}

/** What `publish` did. */
export interface Publication {
  readonly summary: PublishSummary
  /** Absent where the answer to the question was no. */
  readonly edition?: BuiltEdition
}

/** What a publication may be told. */
export interface PublishOptions extends BuildProgress, WriteOptions {
  /** Asks whether to go on; goes on where absent. Nobody else writes while it asks. */
  readonly confirm?: (summary: PublishSummary) => boolean | Promise<boolean>
}

/**
 * `chancery publish`: a new public edition from the policies and decisions in force, after a
 * summary and a question. What a fresh archive publishes is empty. Takes the writer's lock.
 */
export async function publish(
  archiveDir: string,
  options: PublishOptions = {},
): Promise<Publication> {
  requireVault(archiveDir)
  const writer = openVaultForWriting(archiveDir, 'publish', options)
  try {
    const former = await formerPublicIds(archiveDir)
    // An edition whose build was cut off after the switch was public as well.
    markReleased(writer, former.ids, former.name)
    recordCutOff(writer, former)
    const { onProgress } = options
    const memory = { remember: writer.cacheReading, rememberAnchors: writer.addAnchors }
    const seen = await projection(archiveDir, writer, 'public', {
      ...memory,
      onLooked: (cables, total) => onProgress?.({ step: 'look', cables, total }),
    })
    const summary = summaryOf(writer, seen, new Set(former.ids))
    if (options.confirm !== undefined && !(await options.confirm(summary))) return { summary }

    const last = lastRelease(writer.ledger())
    const edition = await buildEdition(archiveDir, writer, 'public', {
      projection: seen,
      ...memory,
      ...(onProgress && { onProgress }),
      ...(last !== undefined && { lastRelease: last }),
    })
    markReleased(
      writer,
      seen.order.map((cable) => cable.id),
      edition.root,
    )
    if (edition.root !== last?.root) writer.record(ledgerEntry(edition, summary))
    return { summary, edition }
  } finally {
    writer.close()
  }
}

function markReleased(writer: VaultWriter, ids: readonly string[], edition: string): void {
  const known = writer.onceReleased()
  const unmarked = ids.filter((id) => !known.has(id))
  if (unmarked.length > 0) writer.markReleased(unmarked, edition)
}

/** A release that became public just before its publication was killed has its entry, too. */
function recordCutOff(writer: VaultWriter, { ids, root, release }: FormerPublic): void {
  if (root === undefined || release === undefined) return
  for (const { kind, data } of writer.ledger()) {
    if (kind === 'publish' && data.root === root) return
  }
  const cables = ids.length
  const text = `Published release ${release}: ${cables} cables; cut off before it was written here.`
  writer.record({ kind: 'publish', text, data: { release, root, cables } })
}

function summaryOf(
  writer: VaultWriter,
  seen: Projection,
  former: ReadonlySet<string>,
): PublishSummary {
  const { policies } = writer.decisions()
  const ids = new Set(seen.order.map((cable) => cable.id))
  const counts = new Map<string, number>()
  for (const { collection } of seen.order) {
    counts.set(collection, (counts.get(collection) ?? 0) + 1)
  }
  return {
    cables: ids.size,
    newly: [...ids].filter((id) => !former.has(id)),
    withdrawn: [...former].filter((id) => !ids.has(id)),
    heldBack: seen.protectedIds,
    withheld: seen.withheldIds,
    choiceClosed: seen.choiceClosedIds,
    collections: writer.collections().map(({ name }) => ({
      name,
      policy: (Object.hasOwn(policies, name) ? policies[name] : undefined) ?? 'none',
      cables: counts.get(name) ?? 0,
    })),
  }
}

/** The last release that the ledger knows. */
function lastRelease(ledger: Iterable<LedgerEntry>): Release | undefined {
  let last: Release | undefined
  for (const { kind, data } of ledger) {
    if (kind === 'publish') last = { release: Number(data.release), root: String(data.root) }
  }
  return last
}

function ledgerEntry(
  { root, manifest }: BuiltEdition,
  { cables, newly, withdrawn, heldBack }: PublishSummary,
): Omit<LedgerEntry, 'number' | 'time'> {
  const { release = 1 } = manifest
  const counts = [`${cables} cables`, `${newly.length} new`, `${withdrawn.length} withdrawn`]
  return {
    kind: 'publish',
    text: `Published release ${release}: ${counts.join(', ')}.`,
    data: {
      release,
      root,
      cables,
      newly: newly.length,
      withdrawn: withdrawn.length,
      heldBack: heldBack.length,
    },
  }
}
