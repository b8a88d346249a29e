import { joinBytes, sha256, sha256Hex } from './digest.ts'
import { pageBytes, partBytesMax, partName, type Section } from './layout.ts'

/** A file of an edition, whole. */
export interface EditionFile {
  /** Name in the edition's folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the manifest says of a file, and the SHA-256 of each of its pages of 64 KiB. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly pages: Uint8Array
}

/** A section is one stream of bytes, cut into files of at most 16 MiB wherever that falls. */
export interface SectionWriter {
  /** Appends; yields each file that is full. */
  append(bytes: Uint8Array): AsyncGenerator<EditionFile>
  /** Yields the last file, where one is begun. */
  end(): AsyncGenerator<EditionFile>
  readonly written: readonly WrittenFile[]
}

/** Begins a section. */
export function writeSection(section: Section, partMax: number = partBytesMax): SectionWriter {
  const written: WrittenFile[] = []
  let pieces: Uint8Array[] = []
  let held = 0

  async function* close(): AsyncGenerator<EditionFile> {
    const bytes = joinBytes(pieces)
    const name = partName(section, written.length)
    pieces = []
    held = 0
    written.push({
      name,
      bytes: bytes.length,
      sha256: await sha256Hex(bytes),
      pages: await pageDigests(bytes),
    })
    yield { name, bytes }
  }

  return {
    written,
    async *append(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + partMax - held)
        pieces.push(piece)
        held += piece.length
        at += piece.length
        if (held === partMax) yield* close()
      }
    },
    async *end() {
      if (held > 0) yield* close()
    },
  }
}

/** SHA-256 of each 64 KiB of a file, one after the other; the last stretch may be shorter. */
async function pageDigests(file: Uint8Array): Promise<Uint8Array> {
  const digests: Promise<Uint8Array>[] = []
  for (let at = 0; at < file.length; at += pageBytes) {
    digests.push(sha256(file.subarray(at, at + pageBytes)))
  }
  return joinBytes(await Promise.all(digests))
}
