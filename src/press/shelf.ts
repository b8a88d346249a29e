import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sha256Hex } from '../edition/digest.ts'
import { manifestFromBytes, manifestName, rootDigits } from '../edition/manifest.ts'
import type { Audience } from '../release/audience.ts'
import {
  bytesIn,
  makeFolder,
  namesIn,
  removeAll,
  renameFirmly,
  syncFolder,
  writeDurably,
} from './folder.ts'

/** The folder of one audience's editions: `DIR/desk` or `DIR/public`. */
export interface Shelf {
  readonly folder: string
  readonly editions: string
}

const editionName = new RegExp(`^[0-9a-f]{${rootDigits}}$`)

const leftover = /^\.(new|old|current)-/

/** Makes the folder of an audience where it is not there, and removes what a killed build left. */
export async function openShelf(archiveDir: string, audience: Audience): Promise<Shelf> {
  const folder = join(archiveDir, audience)
  const editions = join(folder, 'editions')
  await makeFolder(folder)
  await makeFolder(editions)
  for (const place of [folder, editions]) {
    for (const name of await namesIn(place)) {
      if (leftover.test(name)) await removeAll(join(place, name))
    }
  }
  return { folder, editions }
}

/** Name of the current edition's folder; undefined where nothing was built yet. */
export async function currentName(shelf: Shelf): Promise<string | undefined> {
  const bytes = await bytesIn(shelf.folder, 'current')
  const name = bytes === undefined ? '' : new TextDecoder().decode(bytes).trim()
  return editionName.test(name) ? name : undefined
}

/** A place for an edition that is being written. */
export async function newFolder(shelf: Shelf): Promise<string> {
  const folder = join(shelf.editions, `.new-${process.pid}`)
  await makeFolder(folder)
  return folder
}

/** Puts a finished edition on the shelf under its name, in one step. */
export async function shelve(shelf: Shelf, finished: string, name: string): Promise<string> {
  const directory = join(shelf.editions, name)
  await syncFolder(finished)
  if ((await namesIn(shelf.editions)).includes(name)) {
    // A damaged one of the same name makes room.
    const old = join(shelf.editions, `.old-${process.pid}-${randomUUID()}`)
    await renameFirmly(directory, old)
    await renameFirmly(finished, directory)
    await removeAll(old)
  } else {
    await renameFirmly(finished, directory)
  }
  return directory
}

/** Makes an edition the current one: written beside, then renamed over. */
export async function switchTo(shelf: Shelf, name: string): Promise<void> {
  const beside = join(shelf.folder, `.current-${process.pid}`)
  await removeAll(beside)
  await writeDurably(beside, new TextEncoder().encode(`${name}\n`))
  await renameFirmly(beside, join(shelf.folder, 'current'))
}

/** Removes every edition but those named. Whoever reads a removed one has its files open. */
export async function keepOnly(shelf: Shelf, names: readonly string[]): Promise<void> {
  for (const name of await namesIn(shelf.editions)) {
    if (editionName.test(name) && !names.includes(name)) await removeAll(join(shelf.editions, name))
  }
  await syncFolder(shelf.editions)
}

/** Whether an edition of that name is there with every file as its manifest says. */
export async function isWhole(shelf: Shelf, name: string): Promise<boolean> {
  const directory = join(shelf.editions, name)
  const bytes = await bytesIn(directory, manifestName)
  if (bytes === undefined || !(await sha256Hex(bytes)).startsWith(name)) return false
  for (const file of manifestFromBytes(bytes).files) {
    const held = await bytesIn(directory, file.name)
    if (held === undefined || (await sha256Hex(held)) !== file.sha256) return false
  }
  return true
}
