import { cableBytesMax } from '../cable/limit.ts'

/** Largest file that is read, in bytes (64 MiB): a file is one cable, and a cable has 10 kB. */
export const fileBytesMax: number = cableBytesMax

/** Deepest folder that is walked, in levels below the path given. */
export const folderDepthMax = 64

/** Most markup of a page's table that is read, in UTF-16 code units; a real one has 2,000. */
export const tableUnitsMax: number = 256 * 1024

/** Longest title taken from a page's heading, in UTF-16 code units. */
export const titleUnitsMax = 2_000

/** Share of control characters above which bytes are no text, in percent. */
export const controlPercentMax = 2

/** First bytes of a file by which its format is known. */
export const headBytesMax: number = 64 * 1024

/** Largest row, line or object of a dump that is read, in bytes (64 MiB). */
export const rowBytesMax: number = cableBytesMax

/** Bytes that are kept of a larger one, from its start (1 MiB). */
export const rowKeptBytesMax: number = 1024 * 1024

/** Most columns a row is read into; a row of a known table has at most some dozens. */
export const columnsMax = 1_000

/** Deepest object of JSON that is read, in levels of braces and brackets. */
export const jsonDepthMax = 64

/** Most members of one object of JSON that are read. */
export const jsonMembersMax = 1_000
