/** What an archive may ask of its reader; past one of them it is read no further. */
export interface ArchiveLimits {
  /** Bytes unpacked from one archive given, over all entries and archives inside it (64 GiB). */
  readonly unpackedBytesMax: number
  /** Entries of one archive given, those of archives inside it included. */
  readonly entriesMax: number
  /** Archives inside each other, the one given being the first; `.tar.gz` counts as one. */
  readonly nestingMax: number
  /** Bytes unpacked for each packed byte; real dumps have 4 to 20. */
  readonly ratioMax: number
  /** Bytes that may be unpacked beyond that ratio at any stretch (64 MiB): small files pack well. */
  readonly ratioFreeBytes: number
  /** Bytes kept in the temporary folder for a zip or 7z that came inside another or by a pipe (16 GiB). */
  readonly spoolBytesMax: number
}

/** The limits in force. */
export const archiveLimits: ArchiveLimits = {
  unpackedBytesMax: 64 * 1024 ** 3,
  entriesMax: 4_000_000,
  nestingMax: 3,
  ratioMax: 100,
  ratioFreeBytes: 64 * 1024 ** 2,
  spoolBytesMax: 16 * 1024 ** 3,
}

/** Longest name of an entry that is shown whole, in UTF-16 code units. */
export const entryNameMax = 255

/** Memory the archive reader's process may take for its objects, in MiB. */
export const readerHeapMebibytes = 512

/** Memory the archive reader's process may take in all, in bytes (1 GiB). */
export const readerMemoryBytesMax: number = 1024 ** 3

/** How long the archive reader may get no further, in milliseconds (two minutes). */
export const readerStallMs = 120_000

/** Largest window of a zstd frame that is kept in memory, as a power of two (128 MiB). */
export const zstdWindowLogMax = 27

/** Longest description of one entry of a tar (pax records, a long name), in bytes (1 MiB). */
export const tarRecordBytesMax: number = 1024 ** 2

/** Largest dictionary of LZMA that is kept in memory, in bytes (128 MiB; `xz -9` has 64). */
export const lzmaDictionaryBytesMax: number = 128 * 1024 ** 2

/** Largest list of what is in a 7z, in bytes (64 MiB). */
export const sevenZipHeaderBytesMax: number = 64 * 1024 ** 2
