import { joinBytes, sha256, sha256Hex } from './digest.ts'
import type { ByteRange, Manifest, RangeReader } from './edition.ts'
import { EditionError } from './edition-error.ts'
import { digestBytes, pageBytes, type Section, sectionOf } from './layout.ts'

/** Stretch of a section, as if its files were one. */
export interface SectionRange {
  readonly section: Section
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** The files of an edition, read in pages of 64 KiB, each checked against its SHA-256. */
export interface Pages {
  /** Brings each stretch: pages not yet held in one `fetch`, neighbouring ones as one range. */
  read(ranges: readonly SectionRange[]): Promise<readonly Uint8Array[]>
  /** Bytes of a whole section. */
  length(section: Section): number
}

/** Checked pages kept in memory: 64 of 64 KiB are 4 MiB. */
const pagesKeptMax = 64

interface Part {
  readonly name: string
  readonly bytes: number
  /** Number of the file's first page among the pages of all files. */
  readonly firstPage: number
  /** Byte of the section at which the file begins. */
  readonly start: number
}

/** Reads the side file of sums, and checks it; then every page can be checked. */
export async function openPages(reader: RangeReader, manifest: Manifest): Promise<Pages> {
  const parts = partsOf(manifest)
  const all = [...parts.values()].flat()
  const sums = await readSums(reader, manifest)
  const pageCount = all.reduce((sum, part) => sum + pagesIn(part), 0)
  const sumsFile = manifest.files.find((file) => sectionOf(file.name) === 'sums')?.name
  if (sums.length !== pageCount * digestBytes) {
    throw new EditionError(
      'EDITION_LENGTH',
      sumsFile ?? 'sums-0000.bin',
      `The side file holds ${sums.length} bytes of sums where the files need ` +
        `${pageCount * digestBytes}: build the edition again.`,
    )
  }
  const kept = new Map<number, Uint8Array>()

  /** Brings pages by their numbers, in ascending order. */
  async function pagesOf(wanted: ReadonlyMap<number, Part>): Promise<Map<number, Uint8Array>> {
    const held = new Map<number, Uint8Array>()
    const missing: [number, Part][] = []
    for (const [page, part] of wanted) {
      const bytes = kept.get(page)
      if (bytes === undefined) missing.push([page, part])
      else held.set(page, bytes)
    }
    const runs = runsOf(missing)
    const fetched = runs.length === 0 ? [] : await reader.fetch(runs.map(({ range }) => range))
    await Promise.all(
      runs.map(async ({ first, range }, run) => {
        const bytes = await checked(range, fetched[run], first, sums)
        for (let at = 0; at < bytes.length; at += pageBytes) {
          held.set(first + at / pageBytes, bytes.subarray(at, at + pageBytes))
        }
      }),
    )
    keep(kept, missing, held)
    return held
  }

  return {
    length: (section) => (parts.get(section) ?? []).reduce((sum, part) => sum + part.bytes, 0),
    async read(ranges) {
      const pieces = ranges.map((range) => piecesOf(range, parts.get(range.section) ?? []))
      const wanted = new Map<number, Part>()
      for (const { part, start, end } of pieces.flat()) {
        const last = part.firstPage + Math.floor((end - 1) / pageBytes)
        for (let page = part.firstPage + Math.floor(start / pageBytes); page <= last; page += 1) {
          wanted.set(page, part)
        }
      }
      const ascending = new Map([...wanted].sort(([a], [b]) => a - b))
      const pages = await pagesOf(ascending)
      return pieces.map((list) => joinBytes(list.flatMap((piece) => cut(piece, pages))))
    },
  }
}

/** The files of each section but the sums, in order. */
function partsOf(manifest: Manifest): Map<Section, Part[]> {
  const parts = new Map<Section, Part[]>()
  let firstPage = 0
  for (const { name, bytes } of manifest.files) {
    const section = sectionOf(name)
    if (section === undefined || section === 'sums') continue
    const list = parts.get(section) ?? []
    const before = list.at(-1)
    const part = { name, bytes, firstPage, start: (before?.start ?? 0) + (before?.bytes ?? 0) }
    list.push(part)
    parts.set(section, list)
    firstPage += pagesIn(part)
  }
  return parts
}

function pagesIn(part: { readonly bytes: number }): number {
  return Math.ceil(part.bytes / pageBytes)
}

async function readSums(reader: RangeReader, manifest: Manifest): Promise<Uint8Array> {
  const files = manifest.files.filter((file) => sectionOf(file.name) === 'sums')
  if (files.length === 0) return new Uint8Array()
  const fetched = await reader.fetch(
    files.map((file) => ({ file: file.name, start: 0, end: file.bytes })),
  )
  for (const [at, file] of files.entries()) {
    const bytes = fetched[at]
    if (bytes?.length !== file.bytes) throw tooShort(file.name, 0, file.bytes, bytes?.length ?? 0)
    if ((await sha256Hex(bytes)) !== file.sha256) throw differs(file.name, 0)
  }
  return joinBytes(fetched)
}

interface Run {
  readonly first: number
  readonly range: ByteRange
}

/** Neighbouring pages of one file become one range. */
function runsOf(pages: readonly (readonly [number, Part])[]): Run[] {
  const runs: Run[] = []
  for (const [page, part] of pages) {
    const start = (page - part.firstPage) * pageBytes
    const end = Math.min(start + pageBytes, part.bytes)
    const before = runs.at(-1)
    if (before?.range.file === part.name && before.range.end === start) {
      runs[runs.length - 1] = { first: before.first, range: { ...before.range, end } }
    } else {
      runs.push({ first: page, range: { file: part.name, start, end } })
    }
  }
  return runs
}

async function checked(
  range: ByteRange,
  bytes: Uint8Array | undefined,
  firstPage: number,
  sums: Uint8Array,
): Promise<Uint8Array> {
  const length = range.end - range.start
  if (bytes?.length !== length) {
    throw tooShort(range.file, range.start, length, bytes?.length ?? 0)
  }
  for (let at = 0; at < length; at += pageBytes) {
    const digest = await sha256(bytes.subarray(at, at + pageBytes))
    const row = (firstPage + at / pageBytes) * digestBytes
    if (digest.some((byte, n) => byte !== sums[row + n])) {
      throw differs(range.file, range.start + at)
    }
  }
  return bytes
}

/** Keeps the pages just fetched, and forgets the oldest. */
function keep(
  kept: Map<number, Uint8Array>,
  missing: readonly (readonly [number, Part])[],
  held: ReadonlyMap<number, Uint8Array>,
): void {
  for (const [page] of missing.slice(-pagesKeptMax)) {
    const bytes = held.get(page)
    // A copy, so that one page does not hold the whole run it came in.
    if (bytes !== undefined) kept.set(page, bytes.slice())
  }
  for (const page of kept.keys()) {
    if (kept.size <= pagesKeptMax) return
    kept.delete(page)
  }
}

interface Piece {
  readonly part: Part
  /** Bytes of the file. */
  readonly start: number
  readonly end: number
}

function piecesOf(range: SectionRange, parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = []
  let covered = 0
  for (const part of parts) {
    const start = Math.max(range.start - part.start, 0)
    const end = Math.min(range.end - part.start, part.bytes)
    if (start >= end) continue
    pieces.push({ part, start, end })
    covered += end - start
  }
  const missing = range.end - range.start - covered
  if (missing === 0) return pieces
  const last = parts.at(-1)
  throw new EditionError(
    'EDITION_LENGTH',
    last?.name ?? `${range.section}-0000.bin`,
    `The section "${range.section}" ends ${missing} bytes before what its table says: ` +
      'build the edition again.',
    last?.bytes ?? 0,
  )
}

function cut({ part, start, end }: Piece, pages: ReadonlyMap<number, Uint8Array>): Uint8Array[] {
  const bytes: Uint8Array[] = []
  for (let at = start; at < end; ) {
    const page = Math.floor(at / pageBytes)
    const from = at - page * pageBytes
    const to = Math.min(end - page * pageBytes, pageBytes)
    const held = pages.get(part.firstPage + page)
    if (held === undefined) throw new Error(`page ${page} of ${part.name} was not fetched`)
    bytes.push(held.subarray(from, to))
    at = (page + 1) * pageBytes
  }
  return bytes
}

function tooShort(file: string, start: number, wanted: number, came: number): EditionError {
  return new EditionError(
    'EDITION_LENGTH',
    file,
    `${file} gave ${came} bytes from byte ${start} where ${wanted} were asked: the file is cut ` +
      'or its host does not serve ranges. Copy or build the edition again.',
    start,
  )
}

function differs(file: string, offset: number): EditionError {
  return new EditionError(
    'EDITION_HASH',
    file,
    `${file} is damaged in the 64 KiB from byte ${offset}: they are not the bytes that the ` +
      'manifest vouches for. Copy or build the edition again.',
    offset,
  )
}
