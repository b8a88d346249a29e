import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { paxOf, tarOf, telegramOf } from './making.ts'
import { outcomes, results } from './reading.ts'

const one = { name: 'cable/1.txt', bytes: telegramOf(1) }
const two = { name: 'cable/2.txt', bytes: telegramOf(2) }

describe('a tar', () => {
  it('gives its entries in their order, whatever the pieces it comes in', async () => {
    const tar = tarOf({ name: 'cable/', type: '5' }, one, two)
    for (const step of [1, 7, 511, 512, 100_000]) {
      expect(await outcomes(tar, {}, step)).toEqual([
        'dump › cable/1.txt text',
        'dump › cable/2.txt text',
      ])
    }
  })

  it('is read behind its end mark, where another one may stand', async () => {
    const tar = Buffer.concat([tarOf(one), Buffer.alloc(8192), tarOf(two), Buffer.alloc(100)])
    expect(await outcomes(tar)).toEqual(['dump › cable/1.txt text', 'dump › cable/2.txt text'])
    const more = Buffer.concat([tarOf(one), Buffer.from('more')])
    expect(await outcomes(more)).toEqual(['dump › cable/1.txt text', 'dump ARCHIVE_DAMAGED'])
  })

  it('keeps the bytes of an entry exactly', async () => {
    const [result] = await Array.fromAsync(results(tarOf(one, two)))
    expect(Buffer.from(result?.item?.bytes ?? []).toString()).toBe(telegramOf(1))
    expect(result?.item?.facts.source?.file).toBe('1.txt')
  })

  it('is known without its mark, by the sum of its header', async () => {
    expect(await outcomes(tarOf({ ...one, magic: '\0' }))).toEqual(['dump › cable/1.txt text'])
  })

  it('reads pax and GNU long names, and the size a pax header states', async () => {
    const long = `${'a/'.repeat(100)}1.txt`
    const claim = '00000000000\0'
    const size = String(telegramOf(1).length)
    const tar = tarOf(
      paxOf({ path: long, size, comment: 'x' }),
      { ...one, claim },
      { name: '././@LongLink', type: 'L', bytes: `${long}\0`, magic: 'ustar  \0' },
      { ...two, magic: 'ustar  \0' },
    )
    expect(await outcomes(tar)).toEqual([`dump › ${long} text`, `dump › ${long} text`])
  })

  it('sets links, devices, pipes and files with holes aside by name and reads on', async () => {
    const tar = tarOf(
      { name: 'link', type: '2' },
      { name: 'hard', type: '1' },
      { name: 'disk', type: '4' },
      { name: 'pipe', type: '6' },
      { name: 'holes', type: 'S', bytes: 'x' },
      paxOf({ 'GNU.sparse.major': '1' }),
      { name: 'holes2', bytes: 'y' },
      one,
    )
    expect(await outcomes(tar)).toEqual([
      'dump › link SYMLINK',
      'dump › hard NOT_A_FILE',
      'dump › disk NOT_A_FILE',
      'dump › pipe NOT_A_FILE',
      'dump › holes ARCHIVE_UNSUPPORTED',
      'dump › holes2 ARCHIVE_UNSUPPORTED',
      'dump › cable/1.txt text',
    ])
  })

  it('shows names and never goes where they point', async () => {
    const names = ['../../etc/x.txt', '/etc/x.txt', 'C:\\x.txt', 'a\u202etxt.b', 'line\nend.txt']
    const tar = tarOf(...names.map((name) => ({ ...one, name })))
    expect(await outcomes(tar)).toEqual([
      'dump › ../../etc/x.txt text',
      'dump › /etc/x.txt text',
      'dump › C:\\x.txt text',
      'dump › a\\u{202e}txt.b text',
      'dump › line\\u{a}end.txt text',
    ])
    const invalid = tarOf({ ...one, name: Uint8Array.of(0xff, 0xfe, 0x41), bytes: telegramOf(1) })
    expect((await outcomes(invalid))[0]).toMatch(/ text$/)
    const huge = tarOf(paxOf({ path: `${'x'.repeat(64 * 1024)}1.txt` }), one)
    expect((await outcomes(huge))[0]?.length).toBeLessThan(300)
  })

  it('passes over what belongs to the pages, and keeps equal names both', async () => {
    const names = ['./.git/x.txt', '__MACOSX/._1.txt', 'css/a.css', './1.txt', './1.txt']
    expect(await outcomes(tarOf(...names.map((name) => ({ ...one, name }))))).toEqual([
      'dump › ./.git/x.txt NOT_A_CABLE',
      'dump › __MACOSX/._1.txt NOT_A_CABLE',
      'dump › css/a.css NOT_A_CABLE',
      'dump › ./1.txt text',
      'dump › ./1.txt text',
    ])
  })

  it.each([
    ['more than there is', '77777777777\0'],
    ['2^63', '\x80\0\0\0\x80\0\0\0\0\0\0\0'],
    ['less than nothing', '\xff'.repeat(12)],
    ['no number', 'hello world\0'],
  ])('keeps what came before an entry that claims %s', async (_, claim) => {
    const codes = await outcomes(tarOf(one, { ...two, claim }))
    expect(codes[0]).toBe('dump › cable/1.txt text')
    expect(codes.slice(1)).toEqual([expect.stringMatching(/ ARCHIVE_DAMAGED$/)])
  })

  it('counts its entries and refuses a description without end', async () => {
    const codes = await outcomes(tarOf(one, two, one), { entriesMax: 2 })
    expect(codes.slice(2)).toEqual(['dump ARCHIVE_LIMIT'])
    const pax = { name: 'p', type: 'x', bytes: Buffer.alloc(2 * 1024 ** 2, 'x') }
    expect((await outcomes(tarOf(one, pax, two))).at(-1)).toBe('dump ARCHIVE_DAMAGED')
  })
})

describe('a tar in a packing', () => {
  const tar = tarOf(one, two, { name: '3.txt.gz', bytes: gzipSync(telegramOf(3)) })
  const wanted = ['dump › cable/1.txt text', 'dump › cable/2.txt text', 'dump › 3.txt.gz text']

  it('counts as one archive with it', async () => {
    expect(await outcomes(gzipSync(tar), { nestingMax: 2 })).toEqual(wanted)
    expect(await outcomes(zstdCompressSync(tar), { nestingMax: 2 })).toEqual(wanted)
  })

  it('is opened three deep and no deeper', async () => {
    let deep: Buffer = tarOf(one)
    for (let depth = 0; depth < 3; depth++) {
      deep = gzipSync(tarOf({ name: `${depth}.tar.gz`, bytes: deep }, two))
    }
    expect(await outcomes(deep)).toEqual([
      'dump › 2.tar.gz › 1.tar.gz › 0.tar.gz ARCHIVE_TOO_DEEP',
      'dump › 2.tar.gz › 1.tar.gz › cable/2.txt text',
      'dump › 2.tar.gz › cable/2.txt text',
      'dump › cable/2.txt text',
    ])
  })
})
