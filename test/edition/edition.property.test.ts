import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cable } from '../../src/cable/record.ts'
import type { Segment } from '../../src/cable/segment.ts'
import { documentOrder } from '../../src/edition/document-order.ts'
import type { EditionCable } from '../../src/edition/edition.ts'
import { memoryReader } from '../../src/edition/memory-reader.ts'
import { openEdition } from '../../src/edition/open-edition.ts'
import { readSegments, segmentSpans } from '../../src/edition/segment-spans.ts'
import { editionFiles, inventedCable } from './invented-cable.ts'

/** Strings of any UTF-16 code units, lone surrogates, NUL and byte order marks among them. */
const units = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0xfeff, 0xd800, 0xdc00, 0, 0x2028, 65)))
  .map((codes) => String.fromCharCode(...codes))
const words = fc.oneof(units, fc.string({ unit: 'grapheme', maxLength: 300 }))

const kind = fc.constantFrom<Segment['kind']>('title', 'subject', 'summary', 'body', 'other')

/** Pieces that stand in the text, and pieces that do not. */
const segments = (text: string): fc.Arbitrary<Segment[]> =>
  fc.array(
    fc
      .tuple(kind, fc.nat(text.length), fc.nat(40), fc.option(units), fc.option(fc.nat(9)))
      .map(([name, start, length, other, paragraph]) => ({
        kind: name,
        text: other ?? text.slice(start, start + length),
        ...(paragraph !== null && { paragraph }),
      })),
    { maxLength: 30 },
  )

const date = fc.option(
  fc.constantFrom('1973-01-01', '1973-01-01T00:01Z', '2005-05', '2005-05-19T09:59Z'),
)

const cable: fc.Arbitrary<EditionCable> = fc
  .tuple(words, words, fc.string({ unit: units, maxLength: 3, minLength: 1 }), date, fc.boolean())
  .chain(([text, title, id, day, partial]) =>
    fc
      .tuple(segments(text), fc.nat(text.length), fc.array(words), fc.option(words))
      .map(([pieces, headerLength, tags, header]) => {
        const fields: Partial<Cable> = {
          title,
          partial,
          tags: tags.map((code) => ({ code, kind: 'unknown' })),
          ...(day !== null && { date: day }),
        }
        return inventedCable(id, fields, {
          text,
          segments: pieces,
          header: header ?? text.slice(0, headerLength),
          aliases: tags,
        })
      }),
  )

it('gives back any cables, byte for byte, in any size of block and file', async () => {
  const cases = fc.tuple(
    fc.uniqueArray(cable, { maxLength: 12, selector: (one) => one.record.id }),
    fc.integer({ min: 1, max: 5000 }),
    fc.integer({ min: 1, max: 5000 }),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ([unordered, blockBytesMax, partBytesMax]) => {
      const cables = unordered.toSorted((a, b) => documentOrder(a.record, b.record))
      const facts = { audience: 'desk', date: '2026-01-01', withdrawn: [] } as const
      const sizes = { blockBytesMax, partBytesMax: partBytesMax + 200 }
      const files = await editionFiles(cables, facts, sizes)
      const edition = await openEdition(memoryReader(files))
      expect(await edition.read([...cables.keys()])).toEqual(cables)
      expect(Array.from(edition.catalogue, (entry) => entry.id)).toEqual(
        cables.map((one) => one.record.id),
      )
    }),
    { numRuns: 60 },
  )
})

it('writes the pieces of a text as spans, and reads them back', () => {
  const cases = words.chain((text) => fc.tuple(fc.constant(text), segments(text)))
  fc.assert(
    fc.property(cases, ([text, pieces]) => {
      expect(readSegments(text, segmentSpans(text, pieces))).toEqual(pieces)
    }),
  )
})

it('searches a hostile text for its pieces a bounded number of times', () => {
  const text = 'a'.repeat(1_000_000)
  const pieces: Segment[] = Array.from({ length: 20_000 }, () => ({ kind: 'body', text: 'ab' }))
  // In vain 16 times, then no more: 20,000 times would be 20 thousand million comparisons.
  const spans = segmentSpans(text, pieces)
  expect(spans.every((span) => span.length === 3)).toBe(true)
})
