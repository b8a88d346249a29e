import type { Archive } from '../archive/archive.ts'

/** Where the server gets its archive: the newest edition, pinned for the length of a request. */
export interface Door {
  current(): Promise<Archive>
}
