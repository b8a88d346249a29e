import { randomBytes } from 'node:crypto'
import { constants, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { archiveBudget } from '../../../src/sources/archives/archive-budget.ts'
import { unpacked } from '../../../src/sources/archives/unpacked.ts'
import { tarOf, telegramOf } from './making.ts'
import { outcomes } from './reading.ts'

// Without its sum, a zstd frame hides damage in what it holds as it is.
const summed = { params: { [constants.ZSTD_c_checksumFlag]: 1 } }
const packings = {
  gzip: (bytes: Uint8Array | string) => gzipSync(bytes),
  zstd: (bytes: Uint8Array | string) => zstdCompressSync(bytes, summed),
} as const

describe.each(['gzip', 'zstd'] as const)('%s', (packing) => {
  const pack = packings[packing]

  it('is read to its last member', async () => {
    const telegram = Buffer.from(telegramOf(1))
    const parts = [telegram.subarray(0, 9), telegram.subarray(9, 40), telegram.subarray(40)]
    const packed = Buffer.concat(parts.map((part) => pack(part)))
    for (const step of [1, 10, 1_000]) {
      expect(await text(packed, packing, step)).toBe(telegramOf(1))
      expect(await outcomes(packed, {}, step)).toEqual(['dump text'])
    }
  })

  it('gives all that can be had before a cut, at every byte', async () => {
    // Random words do not pack to nothing: a cut loses little.
    const content = Array.from({ length: 60 }, () => randomBytes(24).toString('base64')).join('\n')
    const packed = pack(content)
    let before = 0
    for (let cut = 20; cut < packed.length; cut += 9) {
      const had = await text(packed.subarray(0, cut), packing, 64).catch(String)
      expect(had, `cut at ${cut}`).toBe('ArchiveError: ARCHIVE_DAMAGED')
      const kept = await prefix(packed.subarray(0, cut), packing)
      expect(content.startsWith(kept)).toBe(true)
      expect(kept.length).toBeGreaterThanOrEqual(before)
      before = kept.length
    }
  })

  it('names damage and keeps the entries before it', async () => {
    const entries = Array.from({ length: 400 }, (_, at) => ({
      name: `${at}.txt`,
      bytes: telegramOf(at) + randomBytes(600).toString('base64'),
    }))
    const packed = Buffer.from(pack(tarOf(...entries)))
    packed.fill(0x55, packed.length - 2_000, packed.length - 1_900)
    const codes = await outcomes(packed)
    expect(codes.length).toBeGreaterThan(100)
    expect(codes.slice(0, -1).every((code) => code.endsWith(' text'))).toBe(true)
    expect(codes.at(-1)).toMatch(/ ARCHIVE_DAMAGED$/)
  })

  it('stops at the ratio of a bomb, alone or behind an honest dump', async () => {
    const bomb = pack(Buffer.alloc(100 * 1024 ** 2))
    expect(await outcomes(bomb)).toEqual(['dump FILE_TOO_LARGE'])
    const tar = tarOf({ name: 'a.txt', bytes: telegramOf(1) + randomBytes(2e6).toString('base64') })
    const packed = pack(Buffer.concat([tar.subarray(0, -1024), Buffer.alloc(100 * 1024 ** 2)]))
    const limits = { ratioFreeBytes: 4 * 1024 ** 2 }
    expect(await drawn(packed, packing, limits)).toBeLessThan(20 * 1024 ** 2)
    expect(await drawn(bomb, packing, limits)).toBeLessThan(5 * 1024 ** 2)
  })
})

describe('gzip and zstd', () => {
  it('may stand in each other, three deep', async () => {
    const telegram = telegramOf(1)
    const three = gzipSync(zstdCompressSync(gzipSync(telegram)))
    expect(await outcomes(three)).toEqual(['dump text'])
    expect(await outcomes(gzipSync(three))).toEqual(['dump ARCHIVE_TOO_DEEP'])
  })

  it('are counted together', async () => {
    const packed = gzipSync(gzipSync(telegramOf(1)))
    expect(await outcomes(packed, { unpackedBytesMax: 100 })).toEqual(['dump ARCHIVE_LIMIT'])
  })
})

describe('deflate', () => {
  it('ends where it ends, whatever follows', async () => {
    const packed = Buffer.concat([deflateRawSync('a telegram'), Buffer.alloc(20, 1)])
    expect(await text(packed, 'deflate', 1_000)).toBe('a telegram')
  })
})

async function* inPieces(bytes: Uint8Array, step: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

function opened(
  bytes: Uint8Array,
  packing: 'gzip' | 'zstd' | 'deflate',
  step: number,
): AsyncIterable<Uint8Array> {
  const budget = archiveBudget()
  budget.read(bytes.length)
  return unpacked(inPieces(bytes, step), packing, { meter: budget.packing(), level: 1 })
}

async function text(
  bytes: Uint8Array,
  packing: 'gzip' | 'zstd' | 'deflate',
  step: number,
): Promise<string> {
  const chunks = await Array.fromAsync(opened(bytes, packing, step)).catch((error) => {
    throw `${error.name}: ${error.code}`
  })
  return Buffer.concat(chunks).toString()
}

/** What comes before the break. */
async function prefix(bytes: Uint8Array, packing: 'gzip' | 'zstd'): Promise<string> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of opened(bytes, packing, 64)) chunks.push(chunk)
  } catch {}
  return Buffer.concat(chunks).toString()
}

/** Bytes that come out until the reading is refused. */
async function drawn(
  bytes: Uint8Array,
  packing: 'gzip' | 'zstd',
  limits: { readonly ratioFreeBytes: number },
): Promise<number> {
  const { archiveLimits } = await import('../../../src/sources/archives/archive-limits.ts')
  const budget = archiveBudget({ ...archiveLimits, ...limits })
  budget.read(bytes.length)
  let size = 0
  try {
    const meter = budget.packing()
    const all = unpacked(inPieces(bytes, 4_096), packing, { meter, level: 1 })
    for await (const chunk of all) size += chunk.length
  } catch (error) {
    expect(error).toMatchObject({ code: 'ARCHIVE_LIMIT' })
    return size
  }
  throw new Error('It was read to the end.')
}
