/** Longest time for one question, milliseconds; beyond it there is no total. */
export const searchTimeMsMax = 10_000

/**
 * Tokens the scan keeps in memory, 4 bytes each (256 MiB). Cables beyond are read again for every
 * question: slower, with the same answer.
 */
export const heldTokensMax = 67_108_864

/**
 * Compressed bytes of an edition's cables up to which the scan takes in their words (128 MiB, some
 * 50,000 cables): its tables grow with the archive. In a larger one filters are answered, words not.
 */
export const scannedBytesMax: number = 128 * 1024 * 1024

/** Cables that are read and scanned between two looks at the clock. */
export const batchCables = 256

/** Pieces of a hit that are shown. */
export const snippetsMax = 3

/** Length of a piece that is shown, UTF-16 code units, without the dots where it is cut. */
export const snippetLengthMax = 240
