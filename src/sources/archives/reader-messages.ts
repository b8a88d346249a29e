import type { BytesOptions } from '../read-bytes.ts'
import type { Standing } from '../read-stream.ts'
import type { SourceResult } from '../source.ts'

/** What the program asks its archive reader. */
export type ReaderQuestion =
  | {
      readonly ask: 'read'
      readonly at: Standing
      readonly options: BytesOptions
      /** The file to open; absent where its bytes follow, `bytes` by `bytes`, until `end`. */
      readonly path?: string
    }
  | { readonly ask: 'bytes'; readonly bytes: Uint8Array }
  | { readonly ask: 'end' }

/** What it answers: results, then `done`; `alive` in between. */
export type ReaderAnswer =
  | { readonly say: 'result'; readonly result: SourceResult; readonly bytesRead: number }
  /** Grows while it gets on. */
  | { readonly say: 'alive'; readonly work: number }
  | { readonly say: 'done' }
