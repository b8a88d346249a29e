import { letterDamages } from './damage-letters.ts'
import { lineDamages } from './damage-lines.ts'
import { recordDamages } from './damage-record.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'

/** What an archive holds of one cable, and a damage may change. */
export interface Held {
  readonly id: string
  readonly header: string
  readonly body: string
}

/** What is known where a damage is done. */
export interface Scene {
  readonly draft: Draft
  /** Another cable's text, from its classification line on. */
  readonly other: () => string
}

/** One way in which cables are damaged in the wild (specification 1.7, 2.19, 3.2, 5, 7). */
export interface DamageKind {
  readonly name: string
  /** What is left; the same again where the damage finds nothing to bite. */
  readonly change: (held: Held, random: Random, scene: Scene) => Held
}

/** All kinds, each as likely as the others. */
export const damages: readonly DamageKind[] = [...letterDamages, ...lineDamages, ...recordDamages]

/** Kinds tried before a cable stays whole. */
const triesMax = 20

/** One damage, drawn by chance, done to a cable: its name, and what is left. */
export function damage(
  random: Random,
  held: Held,
  scene: Scene,
): { readonly held: Held; readonly damage?: string } {
  for (let tries = 0; tries < triesMax; tries++) {
    const { name, change } = random.pick(damages)
    const left = change(held, random, scene)
    if (left.body !== held.body || left.header !== held.header || left.id !== held.id) {
      return { held: left, damage: name }
    }
  }
  return { held }
}
