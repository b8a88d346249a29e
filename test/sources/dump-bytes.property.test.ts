import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frusTei } from '../../src/sources/frus-tei.ts'
import { naraRecords } from '../../src/sources/nara-records.ts'
import type { DumpEntry, DumpFormat } from '../../src/sources/reading.ts'
import { telegramSeries } from '../../src/sources/telegram-series.ts'

const folder = join(import.meta.dirname, 'golden')
const files = readdirSync(folder).filter((name) =>
  /^(?:nara|series|frus).*\.(?:txt|xml)$/.test(name),
)
const texts = files.map((name) => readFileSync(join(folder, name)))

/** The bytes in pieces of a length, so that a cut falls anywhere. */
async function* inPieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function entries(
  format: DumpFormat,
  bytes: Uint8Array,
  length: number,
): Promise<readonly DumpEntry[]> {
  return await Array.fromAsync(format.read(inPieces(bytes, length)))
}

/** A file of ours, two of them with one another's parts, or any lines that mean something here. */
const damaged: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.nat(2_000), fc.nat(2_000))
  .map(([one, other, from, to]) =>
    Buffer.concat([one.subarray(0, from % one.length), other.subarray(to % other.length)]),
  )

describe.each([naraRecords, telegramSeries])('$name', (format) => {
  it('gives every byte to one entry, wherever the stream is cut and the text is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 700 }), async (bytes, length) => {
        const read = await entries(format, bytes, length)
        const whole = Buffer.concat(read.map((entry) => entry.bytes))
        expect(whole.equals(bytes.subarray(0, whole.length))).toBe(true)
        // What is left is blank: no entry is made of it.
        expect(bytes.subarray(whole.length).every((byte) => byte <= 0x20)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('frus-tei', () => {
  it('reads the same documents wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 700 }), async (bytes, length) => {
        const once = await entries(frusTei, bytes, bytes.length + 1)
        expect(await entries(frusTei, bytes, length)).toEqual(once)
      }),
      { numRuns: 60 },
    )
  })

  it('ends on any bytes at all', async () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '<div type="document">',
      '</div>',
      '<!--',
      '-->',
      '<p>',
      '</p>',
      '<note>',
      '</note>',
      ' a < b ',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '<TEI xml:id="f">',
      '<head>',
      '</head>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { maxLength: 60 }), async (parts) => {
        const read = await entries(frusTei, Buffer.from(parts.join('')), 7)
        expect(read.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })
})
