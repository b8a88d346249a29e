/** Numbers of the format, each with its unit. `docs/edition.md` describes the format byte by byte. */

/** Version of the format that this program writes, and the newest that it reads. */
export const formatVersion = 2

/** A block of cables is closed before it would hold more than this, inflated. */
export const blockBytesMax: number = 32 * 1024

/** Cables in one block of the catalogue. */
export const catalogueBlockCables = 4096

/** No file of an edition is larger, so that every host of static files takes it. */
export const partBytesMax: number = 16 * 1024 * 1024

/** The side file holds one SHA-256 for each stretch of this many bytes of every other file. */
export const pageBytes: number = 64 * 1024

/** Bytes of one SHA-256. */
export const digestBytes = 32

/** Bytes of the digest of one cable. */
export const cableDigestBytes = 16

/** Bytes of one row of the block table: stored length, inflated length, each 32 bits. */
export const blockRowBytes = 8

/** A manifest longer than this is none. */
export const manifestBytesMax: number = 64 * 1024 * 1024

/** The sections of an edition, in the order of the manifest's files. */
export const sections = ['cables', 'catalogue', 'blocks', 'digests', 'sums'] as const

export type Section = (typeof sections)[number]

/** Name of a part of a section: `cables-0000.bin`. */
export function partName(section: Section, part: number): string {
  return `${section}-${String(part).padStart(4, '0')}.bin`
}

/** Section of a file by its name; undefined where it is no part of a section. */
export function sectionOf(name: string): Section | undefined {
  const section = /^([a-z]+)-[0-9]{4}\.bin$/.exec(name)?.[1]
  return sections.find((known) => known === section)
}
