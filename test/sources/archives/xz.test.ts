import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crc64 } from '../../../src/sources/archives/crc64.ts'
import { outcomes } from './reading.ts'

const folder = join(import.meta.dirname, '../../fixtures/archives')
const blocks = readFileSync(join(folder, 'blocks-crc64.tar.xz'))
const streams = readFileSync(join(folder, 'streams-crc32-sha256.tar.xz'))
const wanted = Array.from({ length: 40 }, (_, at) => `dump › ${at}.txt text`)

describe('xz', () => {
  it('is read to its last block and its last stream, in any pieces', async () => {
    for (const step of [1, 13, 10_000]) {
      expect(await outcomes(blocks, {}, step)).toEqual(wanted)
      expect(await outcomes(streams, {}, step)).toEqual(wanted)
    }
  })

  it.each([
    ['blocks', blocks],
    ['streams', streams],
  ])('keeps the entries before a cut, at any byte (%s)', async (_, file) => {
    let before = 0
    for (let cut = 16; cut < file.length; cut += 11) {
      const codes = await outcomes(file.subarray(0, cut))
      const texts = codes.filter((code) => code.endsWith(' text'))
      expect(texts, `cut at ${cut}`).toEqual(wanted.slice(0, texts.length))
      expect(texts.length).toBeGreaterThanOrEqual(before)
      expect(codes.slice(texts.length), `cut at ${cut}`).toEqual([
        expect.stringMatching(/ ARCHIVE_DAMAGED$/),
      ])
      before = texts.length
    }
    expect(before).toBeGreaterThan(35)
  })

  it('names damage of any byte, by a sum at the latest', async () => {
    for (let at = 12; at < blocks.length; at += 29) {
      const damaged = Buffer.from(blocks)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      const codes = await outcomes(damaged)
      const isIndex = codes.length === 40 && codes.at(-1) === wanted[39]
      // What the index says again is passed by; all else is held to a sum.
      if (isIndex) expect(at).toBeGreaterThan(blocks.length - 60)
      else expect(codes.at(-1), `damaged at ${at}`).toMatch(/ ARCHIVE_(?:DAMAGED|UNSUPPORTED)$/)
    }
  })

  it('says so of filters for programs and of a dictionary that is too large', async () => {
    for (const name of ['filter-x86.tar.xz', 'dictionary-192-mebibytes.tar.xz']) {
      const file = readFileSync(join(folder, name))
      expect(await outcomes(file)).toEqual(['dump ARCHIVE_UNSUPPORTED'])
    }
  })
})

describe('crc64', () => {
  it('is the sum of xz', () => {
    const sum = crc64()
    sum.update(Buffer.from('1234'))
    sum.update(Buffer.from('56789'))
    // The check value of CRC-64/XZ, 0x995dc9bbdf1939fa.
    expect(Buffer.from(sum.digest()).toString('hex')).toBe('fa3919dfbbc95d99')
  })
})
