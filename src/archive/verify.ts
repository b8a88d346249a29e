import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { blockPlaces } from '../edition/block-table.ts'
import { bytesOfCable } from '../edition/cable-bytes.ts'
import { catalogueEntry } from '../edition/catalogue-entry.ts'
import { hex, joinBytes, sha256, sha256Hex } from '../edition/digest.ts'
import { documentOrder } from '../edition/document-order.ts'
import type {
  CatalogueEntry,
  Edition,
  EditionCable,
  Manifest,
  RangeReader,
} from '../edition/edition.ts'
import { EditionError } from '../edition/edition-error.ts'
import { contentRoot } from '../edition/encode.ts'
import { digestedBytes } from '../edition/encode-chunk.ts'
import { inflate } from '../edition/inflate.ts'
import {
  blockRowBytes,
  cableDigestBytes,
  catalogueBlockCables,
  digestBytes,
  pageBytes,
  type Section,
  sectionOf,
} from '../edition/layout.ts'
import { manifestFromBytes, manifestName } from '../edition/manifest.ts'
import { openEdition } from '../edition/open-edition.ts'
import { openPages } from '../edition/pages.ts'
import { currentEdition, type EditionAudience, editionFolder } from './current-edition.ts'
import { openFiles } from './file-reader.ts'

/** Something that is not as it should be. */
export interface Fault {
  readonly code: string
  /** Name in the edition's folder. */
  readonly file: string
  /** Byte of the file from which it is wrong, where known. */
  readonly offset?: number
  readonly sentence: string
}

/** What `verifyEdition` found. */
export interface Verdict {
  readonly folder: string
  /** SHA-256 of the manifest. */
  readonly root?: string
  readonly cables: number
  readonly files: number
  readonly bytes: number
  /** Empty where every byte is what it should be. */
  readonly faults: readonly Fault[]
}

/** Checks the current edition of an audience; throws `ArchiveError` where there is none. */
export async function verifyArchive(
  archiveDir: string,
  audience: EditionAudience,
): Promise<Verdict> {
  const name = await currentEdition(archiveDir, audience)
  return verifyEdition(editionFolder(archiveDir, audience, name))
}

/**
 * Checks an edition whole: the manifest against the folder's name, every file against the manifest,
 * every page against the sums, every cable against the catalogue, all of it against the content root.
 */
export async function verifyEdition(folder: string): Promise<Verdict> {
  const faults: Fault[] = []
  const none = { folder, cables: 0, files: 0, bytes: 0, faults }
  const names = await readdir(folder).catch(() => [])
  const manifestBytes = await readIn(folder, manifestName)
  if (manifestBytes === undefined) {
    faults.push(missing(manifestName))
    return none
  }
  const root = await sha256Hex(manifestBytes)
  const name = basename(folder)
  if (/^[0-9a-f]+$/.test(name) && !root.startsWith(name)) {
    faults.push({
      code: 'EDITION_HASH',
      file: manifestName,
      offset: 0,
      sentence: `manifest.json is not the one that gave the folder ${name} its name.`,
    })
  }
  let manifest: Manifest
  try {
    manifest = manifestFromBytes(manifestBytes)
  } catch (error) {
    faults.push(faultOf(error))
    return { ...none, root }
  }
  const listed = new Set(manifest.files.map((file) => file.name))
  for (const extra of names.filter((other) => other !== manifestName && !listed.has(other))) {
    faults.push({
      code: 'EDITION_FILE_EXTRA',
      file: extra,
      sentence: `The file ${extra} is not in the manifest: it does not belong to this edition.`,
    })
  }
  faults.push(...(await verifyFiles(folder, manifest)))
  // Damaged bytes are named once; what they decode to says nothing more.
  if (faults.every((fault) => fault.code === 'EDITION_FILE_EXTRA')) {
    faults.push(...(await verifyCables(folder)))
  }
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, manifestBytes.length)
  const { cables, files } = manifest
  return { folder, root, cables, files: files.length + 1, bytes, faults }
}

async function verifyFiles(folder: string, manifest: Manifest): Promise<Fault[]> {
  const faults: Fault[] = []
  const sums = await readSection(folder, manifest, 'sums')
  let firstPage = 0
  for (const { name, bytes: length, sha256: digest } of manifest.files) {
    const bytes = await readIn(folder, name)
    const page = firstPage
    firstPage += sectionOf(name) === 'sums' ? 0 : Math.ceil(length / pageBytes)
    if (bytes === undefined) {
      faults.push(missing(name))
    } else if (bytes.length !== length) {
      faults.push({
        code: 'EDITION_LENGTH',
        file: name,
        offset: Math.min(bytes.length, length),
        sentence: `${name} has ${bytes.length} bytes and should have ${length}.`,
      })
    } else if ((await sha256Hex(bytes)) !== digest) {
      const isSums = sectionOf(name) === 'sums'
      faults.push(await damaged(name, isSums ? 0 : await badPage(bytes, sums, page)))
    }
  }
  return faults
}

/** First byte of the first page that differs from its sum. */
async function badPage(bytes: Uint8Array, sums: Uint8Array, firstPage: number): Promise<number> {
  for (let at = 0; at < bytes.length; at += pageBytes) {
    const row = (firstPage + at / pageBytes) * digestBytes
    const digest = await sha256(bytes.subarray(at, at + pageBytes))
    if (hex(digest) !== hex(sums.subarray(row, row + digestBytes))) return at
  }
  return 0
}

function damaged(file: string, offset: number): Fault {
  return {
    code: 'EDITION_HASH',
    file,
    offset,
    sentence: `${file} is damaged in the ${pageBytes} bytes from byte ${offset}.`,
  }
}

/** Cables read at a time. */
const cablesAtOnce = 256

async function verifyCables(folder: string): Promise<Fault[]> {
  const files = await openFiles(folder)
  try {
    const edition = await openEdition(files)
    const faults = await verifyOrder(edition)
    const root = await foundContentRoot(files, edition.manifest)
    if (root !== edition.manifest.contentRoot) {
      faults.push(wrong(manifestName, 'The content root is not that of the cables and catalogue.'))
    }
    return faults
  } catch (error) {
    return [faultOf(error)]
  } finally {
    await files.close()
  }
}

async function verifyOrder({ catalogue, read, digests }: Edition): Promise<Fault[]> {
  const faults: Fault[] = []
  const told = await digests()
  let before: CatalogueEntry | undefined
  for (let at = 0; at < catalogue.length; at += cablesAtOnce) {
    const count = Math.min(cablesAtOnce, catalogue.length - at)
    const cables = await read(Array.from({ length: count }, (_, n) => at + n))
    for (const [n, cable] of cables.entries()) {
      const entry = catalogue.at(at + n)
      if (
        JSON.stringify(sortedEntry(catalogueEntry(cable))) !== JSON.stringify(sortedEntry(entry))
      ) {
        faults.push(wrong('catalogue', `The catalogue differs from the record of ${entry?.id}.`))
      }
      if (before !== undefined && entry !== undefined && documentOrder(before, entry) >= 0) {
        faults.push(wrong('catalogue', `${entry.id} is not in document order.`))
      }
      before = entry
      if (told !== undefined && !(await isToldBy(told, at + n, cable))) {
        faults.push(wrong('digests', `The digest of ${entry?.id} is not that of the cable.`))
      }
    }
  }
  return faults
}

async function isToldBy(told: Uint8Array, number: number, cable: EditionCable): Promise<boolean> {
  const digest = await sha256(digestedBytes(bytesOfCable(cable)))
  const start = number * cableDigestBytes
  const digits = hex(told.subarray(start, start + cableDigestBytes))
  return hex(digest).startsWith(digits)
}

function sortedEntry(entry: object | undefined): [string, unknown][] {
  return Object.entries(entry ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The content root as the blocks on disk give it. */
async function foundContentRoot(reader: RangeReader, manifest: Manifest): Promise<string> {
  const pages = await openPages(reader, manifest)
  const end = pages.length('blocks')
  const [table = new Uint8Array()] = await pages.read([{ section: 'blocks', start: 0, end }])
  const catalogueBlocks = Math.ceil(manifest.cables / catalogueBlockCables)
  const digests = async (section: Section, from: number, to: number): Promise<Uint8Array[]> => {
    const found: Uint8Array[] = []
    for (const { start, end, inflated } of blockPlaces(table, from, to)) {
      const [stored = new Uint8Array()] = await pages.read([{ section, start, end }])
      found.push(await sha256((await inflate(stored, inflated)) ?? new Uint8Array()))
    }
    return found
  }
  const catalogue = await digests('catalogue', 0, catalogueBlocks)
  const cables = await digests('cables', catalogueBlocks, table.length / blockRowBytes)
  return contentRoot(cables, catalogue)
}

async function readSection(
  folder: string,
  manifest: Manifest,
  section: Section,
): Promise<Uint8Array> {
  const names = manifest.files
    .map((file) => file.name)
    .filter((name) => sectionOf(name) === section)
  const parts = await Promise.all(names.map((name) => readIn(folder, name)))
  return joinBytes(parts.map((part) => part ?? new Uint8Array()))
}

async function readIn(folder: string, name: string): Promise<Uint8Array | undefined> {
  return readFile(join(folder, name)).catch(() => undefined)
}

function missing(file: string): Fault {
  return { code: 'EDITION_FILE_MISSING', file, sentence: `The file ${file} is missing.` }
}

function wrong(file: string, sentence: string): Fault {
  return { code: 'EDITION_DATA', file, sentence }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof EditionError)) throw error
  const { code, file, offset, message } = error
  return { code, file, ...(offset !== undefined && { offset }), sentence: message }
}
