/** Limit in `stopped` where words are asked of an archive too large to be searched without an index. */
export const unindexedLimit = 'size of the cables without an index'

/** Longest question, UTF-16 code units; what follows the last blank before it is left out. */
export const questionLengthMax = 4096

/** Words, phrases and filters of one question; the rest is left out. */
export const clausesMax = 128

/** Brackets within brackets; deeper ones are left out, their words stay. */
export const depthMax = 16

/** Hits of one page. */
export const pageHitsMax = 200

/** Hits of a page that does not say how many. */
export const pageHitsDefault = 20

/** Highest offset of a page, hits. */
export const offsetMax = 1_000_000_000
