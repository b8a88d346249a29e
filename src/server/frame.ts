import type { Archive } from '../archive/archive.ts'
import type { Frame } from '../views/frame.ts'
import type { Assets } from './asset.ts'

/** What the shell of every page over this edition says. */
export function frameOf({ manifest }: Archive, assets: Assets): Frame {
  const { audience, cables, release, date, quarantined } = manifest
  return {
    audience,
    cables,
    date,
    ...(release !== undefined && { release }),
    ...(quarantined !== undefined && { quarantined }),
    invented: manifest.collections.some((collection) => collection.invented),
    stylesheet: assets.stylesheet,
    icon: assets.icon,
  }
}
