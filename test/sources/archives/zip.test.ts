import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tarOf, telegramOf, type ZipEntrySpec, zipOf } from './making.ts'
import { outcomes, results } from './reading.ts'

const one = { name: 'cable/1.txt', bytes: telegramOf(1) }
const two = { name: 'cable/2.txt', bytes: telegramOf(2) }
const both = ['dump › cable/1.txt text', 'dump › cable/2.txt text']

describe('a zip', () => {
  it.each<[string, Partial<ZipEntrySpec>]>([
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['packed with zstd', { method: 93 }],
    ['with sizes behind the bytes', { streamed: true }],
    ['with wide sizes', { wide: true }],
  ])('gives its entries %s', async (_, how) => {
    const entries = [{ name: 'cable/' }, one, two].map((entry) => ({ ...entry, ...how }))
    for (const wide of [false, true]) expect(await outcomes(zipOf(entries, { wide }))).toEqual(both)
  })

  it('keeps the bytes of an entry exactly, and its name', async () => {
    const [result] = await Array.fromAsync(results(zipOf([{ ...one, name: '07LOME77.txt' }])))
    expect(Buffer.from(result?.item?.bytes ?? []).toString()).toBe(telegramOf(1))
    expect(result?.item?.facts.source?.file).toBe('07LOME77.txt')
  })

  it('is found with a comment behind it and with bytes before it', async () => {
    const zip = zipOf([one, two])
    const comment = Buffer.from('PK\x05\x06 a comment that looks like the end of a zip')
    const end = Buffer.from(zip)
    end.writeUInt16LE(comment.length, zip.length - 2)
    expect(await outcomes(Buffer.concat([end, comment]))).toEqual(both)
    const before = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(99, 1), zip])
    expect(await outcomes(before)).toEqual(both)
  })

  it('sets links, devices, encrypted entries and strange packings aside by name', async () => {
    const zip = zipOf([
      { ...one, name: 'link', mode: 0o120777 },
      { ...one, name: 'pipe', mode: 0o010644 },
      { ...one, name: 'secret', flags: 1 },
      { ...one, name: 'aes', method: 99 },
      { ...one, name: 'lzma', method: 14 },
      { ...one, name: 'folder', mode: 0o040755, bytes: '' },
      { ...one, mode: 0o100644 },
    ])
    const all = await Array.fromAsync(results(zip))
    expect(all.map(({ item, failure }) => item?.format ?? failure?.code)).toEqual([
      'SYMLINK',
      'NOT_A_FILE',
      'ARCHIVE_ENCRYPTED',
      'ARCHIVE_ENCRYPTED',
      'ARCHIVE_UNSUPPORTED',
      'text',
    ])
    expect(all[4]?.failure?.reason).toContain('LZMA')
  })

  it.each<[string, ZipEntrySpec['claim']]>([
    ['another sum', { crc: 1 }],
    ['no size', { size: 0 }],
    ['a smaller size', { size: 10 }],
    ['a larger size', { size: 10_000 }],
    ['fewer packed bytes', { packedSize: 10 }],
    ['another packing before its bytes', { localMethod: 0 }],
    ['another place', { offset: 3 }],
    ['a place behind the end', { offset: 1_000_000 }],
  ])('sets an entry aside that claims %s, and reads the others', async (_, claim) => {
    const damaged = { ...two, claim: claim ?? {} }
    const codes = await outcomes(zipOf([one, damaged, { ...one, name: '3.txt' }]))
    if (claim?.offset === 3) expect(codes).toEqual(['dump ARCHIVE_DAMAGED'])
    else {
      expect(codes).toEqual([
        'dump › cable/1.txt text',
        'dump › cable/2.txt ARCHIVE_DAMAGED',
        'dump › 3.txt text',
      ])
    }
  })

  it('refuses sizes of 2^63 and names that nobody can read', async () => {
    const huge = zipOf([{ ...one, wide: true, claim: { size: 2 ** 62 } }])
    expect(await outcomes(huge)).toEqual(['dump ARCHIVE_DAMAGED'])
    const names = ['../../x.txt', '/x.txt', 'C:\\x.txt', 'a\0b.txt', Uint8Array.of(0xff, 0x80)]
    const codes = await outcomes(zipOf(names.map((name) => ({ ...one, name }))))
    expect(codes.length).toBe(5)
    expect(codes.every((code) => code.endsWith(' text'))).toBe(true)
    expect(codes[3]).toBe('dump › a\\u{0}b.txt text')
  })

  it('refuses entries that lie over each other before it reads any', async () => {
    const kernel = { ...one, bytes: randomBytes(1_000) }
    const same = Array.from({ length: 50 }, (_, at) => ({
      ...kernel,
      name: `${at}.txt`,
      claim: { offset: 0 },
    }))
    expect(await outcomes(zipOf(same))).toEqual(['dump ARCHIVE_DAMAGED'])
  })

  it('reads 20,000 empty entries, and no more than its limit', async () => {
    const empty = Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}.txt`, method: 0 }))
    const zip = zipOf(empty)
    const codes = await outcomes(zip, {}, 1_000_000)
    expect(codes.length).toBe(20_000)
    expect(codes.at(-1)).toBe('dump › 19999.txt EMPTY_FILE')
    expect(await outcomes(zip, { entriesMax: 10 }, 1_000_000)).toEqual(['dump ARCHIVE_LIMIT'])
  })

  it('is opened inside others, three deep', async () => {
    const inner = zipOf([one])
    const middle = tarOf({ name: 'b.zip', bytes: inner }, two)
    const outer = zipOf([{ name: 'c.tar.gz', bytes: gzipSync(middle) }, two])
    expect(await outcomes(outer)).toEqual([
      'dump › c.tar.gz › b.zip › cable/1.txt text',
      'dump › c.tar.gz › cable/2.txt text',
      'dump › cable/2.txt text',
    ])
    const four = zipOf([{ name: 'd.zip', bytes: outer }, two])
    expect((await outcomes(four)).map((code) => code.split(' ').at(-1))).toEqual([
      'ARCHIVE_TOO_DEEP',
      'text',
      'text',
      'text',
    ])
  })

  it('stops at a bomb of zips in zips', async () => {
    let bomb = zipOf([{ name: 'zeros', bytes: Buffer.alloc(20 * 1024 ** 2) }])
    for (let depth = 0; depth < 2; depth++) {
      bomb = zipOf(Array.from({ length: 16 }, (_, at) => ({ name: `${at}.zip`, bytes: bomb })))
    }
    const codes = await outcomes(bomb)
    expect(codes.at(-1)).toMatch(/ ARCHIVE_LIMIT$/)
    expect(codes.length).toBeLessThan(10)
  })

  it.each([
    ['sizes before the bytes', {}],
    ['sizes behind the bytes', { streamed: true }],
    ['stored', { method: 0 }],
  ])('keeps all entries before a cut, at any byte (%s)', async (_, how) => {
    const names = ['1.txt', '2.txt', '3.txt', '4.txt']
    const entries = names.map((name, at) => ({ name, bytes: telegramOf(at), ...how }))
    const ends = names.map((_, at) => zipOf(entries.slice(0, at + 1)).indexOf('PK\x01\x02'))
    const zip = zipOf(entries)
    for (let cut = 40; cut < zip.length; cut += 7) {
      const codes = await outcomes(zip.subarray(0, cut))
      const whole = ends.filter((end) => end <= cut).length
      const texts = codes.filter((code) => code.endsWith(' text')).length
      expect(texts, `cut at ${cut}`).toBeGreaterThanOrEqual(whole)
      expect(texts, `cut at ${cut}`).toBeLessThanOrEqual(whole + 1)
      expect(codes.slice(texts), `cut at ${cut}`).toEqual([
        expect.stringMatching(/ ARCHIVE_DAMAGED$/),
      ])
    }
  })

  it('is left alone where it is a document of an office program', async () => {
    const zip = zipOf([{ name: '[Content_Types].xml', bytes: '<Types/>' }])
    expect(await outcomes(zip)).toEqual(['dump BINARY'])
  })
})
