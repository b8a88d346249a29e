import type { EditionCable } from '../edition/edition.ts'
import { type EncodedChunk, encodeChunk } from '../edition/encode-chunk.ts'
import type { Audience } from '../release/audience.ts'
import type { Vault } from '../vault/vault.ts'
import { deflateBlock, hashBlock } from './block-codec.ts'
import { type Glance, openView, type ViewMemory } from './view.ts'

/** What is done with some cables at a time, in whatever thread. */
export type Task = GlanceTask | EncodeTask

/** Looks whether and where cables stand in the edition. */
export interface GlanceTask {
  readonly kind: 'glance'
  readonly ids: readonly string[]
}

/** Encodes a chunk of the edition. */
export interface EncodeTask {
  readonly kind: 'encode'
  /** In document order. */
  readonly ids: readonly string[]
}

/** What a task gives. */
export type TaskResult<T extends Task> = T extends GlanceTask ? readonly Glanced[] : EncodedChunk

/** A cable that was looked at, with what the vault holds of it. */
export interface Glanced {
  readonly glance: Glance
  readonly versions: number
  /** Every collection that holds a text of it, once. */
  readonly collections: readonly string[]
}

/** Does one task after the other. */
export interface Hand {
  run<T extends Task>(task: T): Promise<TaskResult<T>>
}

/** What a hand tells: `onCable` which cable of the task it takes up. */
export interface HandOptions extends ViewMemory {
  readonly onCable?: (index: number) => void
}

/** Opens a vault for tasks about the edition of an audience. */
export function openHand(vault: Vault, audience: Audience, options: HandOptions = {}): Hand {
  const view = openView(vault, audience, options)
  function* each<Result>(
    ids: readonly string[],
    look: (id: string) => Result | undefined,
  ): Generator<Result> {
    for (const [index, id] of ids.entries()) {
      options.onCable?.(index)
      const found = look(id)
      if (found === undefined) {
        throw new Error(`the vault changed while ${id} was projected: is the writer's lock held?`)
      }
      yield found
    }
  }
  const glanced = (id: string): Glanced | undefined => {
    const holding = vault.holding(id)
    if (holding === undefined) return undefined
    const { versions } = holding
    const collections = [...new Set(versions.flatMap((version) => version.collections))]
    return { glance: view.glance(holding), versions: versions.length, collections }
  }
  const seen = (id: string): EditionCable | undefined => {
    const holding = vault.holding(id)
    return holding === undefined ? undefined : view.see(holding)
  }
  return {
    async run<T extends Task>(task: T) {
      const { kind, ids } = task
      const result =
        kind === 'glance'
          ? [...each(ids, glanced)]
          : encodeChunk(each(ids, seen), { deflate: deflateBlock, sha256: hashBlock })
      return result as TaskResult<T>
    },
  }
}
