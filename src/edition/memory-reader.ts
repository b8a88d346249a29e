import type { RangeReader } from './edition.ts'
import { EditionError } from './edition-error.ts'
import type { EditionFile } from './section-writer.ts'

/** Reads an edition that is held in memory. */
export function memoryReader(files: Iterable<EditionFile>): RangeReader {
  const held = new Map([...files].map((file) => [file.name, file.bytes]))
  return {
    async fetch(ranges) {
      return ranges.map(({ file, start, end }) => {
        const bytes = held.get(file)
        if (bytes === undefined) {
          throw new EditionError('EDITION_FILE_MISSING', file, `The edition has no file ${file}.`)
        }
        return bytes.subarray(start, Math.min(end, bytes.length))
      })
    },
  }
}
