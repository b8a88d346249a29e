import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { readEntryBytes, readStream } from '../../src/sources/read-stream.ts'
import type { SourceResult } from '../../src/sources/source.ts'

/**
 * `golden/NAME.json` beside an invented file `NAME.txt`, `.html` or `.xml`: what it is read as, each
 * entry in its order. All of it is written by hand; of a record, null means that the field is absent.
 */
interface Expected {
  /** The one behaviour it shows, a sentence. */
  readonly what: string
  readonly entries: readonly ExpectedEntry[]
}

interface ExpectedEntry {
  /** Behind the file's name; absent where the file is one entry. */
  readonly place?: string
  readonly format?: string
  /** Why it is set aside. */
  readonly code?: string
  /** Words of the reason. */
  readonly reason?: string
  /** Some of the record's fields, each whole. */
  readonly record?: Readonly<Record<string, unknown>>
  /** Words of the item's text, and words that are not in it. */
  readonly holds?: readonly string[]
  readonly lacks?: readonly string[]
}

const folder = join(import.meta.dirname, 'golden')
const files = readdirSync(folder).filter((name) => extname(name) !== '.json')

async function* stream(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  // In two pieces, so that something always stands on the seam.
  yield bytes.subarray(0, bytes.length >> 1)
  yield bytes.subarray(bytes.length >> 1)
}

async function read(name: string): Promise<readonly SourceResult[]> {
  const bytes = readFileSync(join(folder, name))
  return await Array.fromAsync(readStream(stream(bytes), { file: name, locator: name }))
}

/** What a result says of the fields that are expected. */
function told({ item, failure }: SourceResult, expected: ExpectedEntry): unknown {
  const { locator } = item ?? failure
  const place = locator.includes(' › ') ? { place: locator.split(' › ').at(-1) } : {}
  if (failure) {
    const { code, reason } = failure
    return {
      ...place,
      code,
      ...(expected.reason && {
        reason: reason.includes(expected.reason) ? expected.reason : reason,
      }),
    }
  }
  const { record } = readCable(item.text, item.facts, item.bodyStart)
  const fields: Record<string, unknown> = { ...record }
  const asked = Object.keys(expected.record ?? {})
  const isIn = (words: string): boolean => item.text.includes(words)
  return {
    ...place,
    ...(expected.format && { format: item.format }),
    ...(expected.record && {
      record: Object.fromEntries(asked.map((key) => [key, withoutFile(fields[key]) ?? null])),
    }),
    ...(expected.holds && { holds: expected.holds.filter(isIn) }),
    ...(expected.lacks && { lacks: expected.lacks.filter((words) => !isIn(words)) }),
  }
}

/** Hash and file name are the same for every format; they are held elsewhere. */
function withoutFile(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('sha256' in value)) return value
  const { sha256: _, ...rest } = value
  const kept: Record<string, unknown> = rest
  delete kept.file
  return kept
}

describe.each(files)('%s', (name) => {
  const expected: Expected = JSON.parse(
    readFileSync(join(folder, `${basename(name, extname(name))}.json`), 'utf8'),
  )

  it(expected.what, async () => {
    const results = await read(name)
    const entries = results.map((result, index) => told(result, expected.entries[index] ?? {}))
    expect(entries).toEqual(expected.entries)
  })

  it('each entry alone reads to the same entry', async () => {
    for (const result of await read(name)) {
      const first = result.item ?? result.failure
      if (first.bytes === undefined) continue
      const again = await readEntryBytes(first.bytes, { file: name, locator: first.locator })
      expect(again.item?.text ?? again.failure?.code).toEqual(
        result.item?.text ?? result.failure?.code,
      )
      expect(again.item?.facts).toEqual(result.item?.facts)
    }
  })
})
