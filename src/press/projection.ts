import { codeUnitOrder, documentOrder } from '../edition/document-order.ts'
import type { Manifest } from '../edition/edition.ts'
import type { Audience } from '../release/audience.ts'
import type { Vault } from '../vault/vault.ts'
import { type CrewOptions, gatherCrew } from './crew.ts'
import type { GlanceTask } from './task.ts'
import type { NotShown } from './view.ts'

/** What an audience sees of a vault: which cables, in what order. */
export interface Projection {
  readonly audience: Audience
  /** Every cable of the audience, in document order. */
  readonly order: readonly ProjectedCable[]
  /** Ids that a policy would release and that marks to protect a source keep back. */
  readonly protectedIds: readonly string[]
  /** Ids that a policy would release and a person withholds. */
  readonly withheldIds: readonly string[]
  /** Ids of which a policy would release a text, but not the one that a person chose. */
  readonly choiceClosedIds: readonly string[]
  /** Public only: ids that were public once and are not now. */
  readonly withdrawn: readonly string[]
  /** Distinct texts held of all cables, whatever the audience sees. */
  readonly versions: number
  /**
   * Every collection by name, with the number of cables it holds a text of: a cable may count in
   * several. Of the vault, whatever the audience sees.
   */
  readonly collections: Manifest['collections']
}

export interface ProjectedCable {
  readonly id: string
  readonly date?: string
  readonly collection: string
  /** Of the text, in UTF-16 code units: how much work the cable is. */
  readonly length: number
}

/** What a projection may be told. */
export interface ProjectionOptions extends CrewOptions {
  /** Told how many cables of how many were looked at, for a bar of progress. */
  readonly onLooked?: (cables: number, total: number) => void
}

/** Cables that a thread looks at in one go. */
const cablesAtOnce = 512

/**
 * The only way out of the vault: what an audience may see, and nothing else. `View` has the rules
 * about one cable; here every cable is looked at, in threads where there are many, and put in order.
 *
 * The writer's lock has to be held until the edition is written, or the vault might change.
 */
export async function projection(
  archiveDir: string,
  vault: Vault,
  audience: Audience,
  { onLooked, ...options }: ProjectionOptions = {},
): Promise<Projection> {
  const ids = [...vault.cableIds('arrival')]
  const crew = gatherCrew(archiveDir, vault, audience, { ...options, cables: ids.length })
  const order: ProjectedCable[] = []
  const kept: Record<NotShown, string[]> = {
    protected: [],
    withheld: [],
    choiceClosed: [],
    unreleased: [],
  }
  const aliases = new Set<string>()
  const held = new Map<string, number>()
  let versions = 0
  let looked = 0
  try {
    for await (const some of crew.run(tasks(ids))) {
      for (const { glance, versions: count, collections } of some) {
        versions += count
        for (const name of collections) held.set(name, (held.get(name) ?? 0) + 1)
        if (glance.kind === 'shown') {
          const { kind: _kind, aliases: others, ...cable } = glance
          order.push(cable)
          for (const alias of others) aliases.add(alias)
        } else kept[glance.kind].push(glance.id)
      }
      looked += some.length
      onLooked?.(looked, ids.length)
    }
  } finally {
    await crew.close()
  }
  order.sort(documentOrder)
  return {
    audience,
    order,
    protectedIds: kept.protected.sort(codeUnitOrder),
    withheldIds: kept.withheld.sort(codeUnitOrder),
    choiceClosedIds: kept.choiceClosed.sort(codeUnitOrder),
    withdrawn: audience === 'public' ? withdrawn(vault, order, aliases) : [],
    versions,
    collections: vault
      .collections()
      .map(({ name, invented }) => ({ name, cables: held.get(name) ?? 0, invented }))
      .sort((a, b) => codeUnitOrder(a.name, b.name)),
  }
}

function* tasks(ids: readonly string[]): Generator<GlanceTask> {
  for (let at = 0; at < ids.length; at += cablesAtOnce) {
    yield { kind: 'glance', ids: ids.slice(at, at + cablesAtOnce) }
  }
}

/** Ids that were public and are not, neither under their own name nor leading to another. */
function withdrawn(
  vault: Vault,
  order: readonly ProjectedCable[],
  aliases: ReadonlySet<string>,
): string[] {
  const open = new Set(order.map((cable) => cable.id))
  return [...vault.onceReleased()]
    .filter((id) => !open.has(id) && !aliases.has(id))
    .sort(codeUnitOrder)
}
