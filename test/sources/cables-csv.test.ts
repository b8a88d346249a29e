import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cablesCsv } from '../../src/sources/cables-csv.ts'
import { columnsMax, rowBytesMax, rowKeptBytesMax } from '../../src/sources/limits.ts'
import type { DumpEntry } from '../../src/sources/reading.ts'

/** Entries of a dump that comes in pieces of so many bytes. */
async function read(dump: Uint8Array | string, pieceBytes = 1_000): Promise<DumpEntry[]> {
  const bytes = Buffer.from(dump)
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield bytes.subarray(at, at + pieceBytes)
    }
  }
  return await Array.fromAsync(cablesCsv.read(pieces()))
}

/** Header and body as one text, or the reason why there is none. */
function textsOf(entries: readonly DumpEntry[]): readonly string[] {
  return entries.map(({ reading }) => (reading.code === undefined ? reading.text : reading.code))
}

const first = String.raw`"1","3/4/2007 9:10","07LOME77","Embassy Lome","CONFIDENTIAL","","P 041010Z MAR 07","1. (U) He said \"yes\",
she ""no"".\
ROE"`
const second = `"2","3/5/2007 10:00","07LOME78","Embassy Lome","UNCLASSIFIED","","","2. (U) Rain."`
const firstText = 'P 041010Z MAR 07\n1. (U) He said "yes",\nshe "no".\nROE'
const secondText = '2. (U) Rain.'

/** Ways in which tables are written; each gives the cells back. */
const styles: Readonly<Record<string, (cells: readonly string[]) => string>> = {
  backslashes: (cells) => cells.map((cell) => `"${cell.replace(/[\\"]/g, '\\$&')}"`).join(','),
  'doubled quotes': (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  'quotes where needed': (cells) =>
    cells
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(','),
}

/** Running text of a cable: quotes, commas, line ends and whole rows among its words. */
const words = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9 .,¶’"-]{0,30}$/) },
    fc.constantFrom('"', '""', '","', '",', '\n', '\r\n', '"\n', ', "', 'x\n"3"', ',,'),
  ),
  { maxLength: 8 },
)
const text = words.map((parts) => parts.join(''))

describe('cables.csv', () => {
  it.each(Object.entries(styles))('gives back what was written with %s', async (_, style) => {
    const cables = fc.array(fc.record({ header: text, body: text }), { minLength: 1, maxLength: 4 })
    const check = async (
      rows: readonly { header: string; body: string }[],
      ends: string,
      pieceBytes: number,
    ): Promise<void> => {
      const written = rows.map(({ header, body }, index) =>
        style([
          `${index + 1}`,
          '3/4/2007 9:10',
          `07LOME${index}`,
          'Embassy Lome',
          'SECRET',
          '07LOME7|07LOME8',
          header,
          body,
        ]),
      )
      const dump = written.join(ends)
      const entries = await read(dump, pieceBytes)
      const expected = rows.map(({ header, body }) => {
        const head = header.trim() === '' ? '' : header.endsWith('\n') ? header : `${header}\n`
        return (head + body).trim() === '' ? '' : head + body
      })
      expect(textsOf(entries)).toEqual(expected)
      const trimmed = written.map((row) => row.replace(/[\r\n]+$/, ''))
      expect(entries.map(({ bytes }) => bytes.toString())).toEqual(trimmed)
    }
    const pieceBytes = fc.integer({ min: 1, max: 400 })
    const ends = fc.constantFrom('\n', '\r\n')
    await fc.assert(fc.asyncProperty(cables, ends, pieceBytes, check), { numRuns: 150 })
  })

  it('gives every byte to one entry, whatever the bytes', async () => {
    const piece = fc.oneof(
      fc.constantFrom(first, second, first.slice(0, 90), second.slice(20), '\n', '\r\n', '"', '\\'),
      text,
    )
    const dumps = fc.tuple(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 300 }))
    const check = async ([pieces, pieceBytes]: [string[], number]): Promise<void> => {
      // A first row tells how the others are written.
      const dump = Buffer.from(`${first}\n${pieces.join('')}`)
      let at = 0
      for (const { bytes } of await read(dump, pieceBytes)) {
        while (/[\r\n]/.test(String.fromCharCode(dump[at] ?? 0)) && dump[at] !== bytes[0]) at += 1
        expect(dump.subarray(at, at + bytes.length).equals(bytes)).toBe(true)
        at += bytes.length
        // Rows of two files that were joined without a line end stand side by side.
        expect(dump.subarray(at).toString('latin1')).toMatch(/^(?:[ \t\r\n,]|"\d+",|$)/)
      }
      expect(dump.subarray(at).toString('latin1')).toMatch(/^[ ,"\r\n]*$/)
    }
    await fc.assert(fc.asyncProperty(dumps, check), { numRuns: 200 })
  })

  it('gives all whole rows wherever the file was cut, and sets at most one aside', async () => {
    const dump = Buffer.from(`${first}\n${second}\n${first.replace('"1"', '"3"')}\n`)
    for (let cut = 0; cut <= dump.length; cut += 1) {
      const entries = await read(dump.subarray(0, cut), 64)
      const whole = [first.length, first.length + 1 + second.length, dump.length - 1]
      const complete = whole.filter((end) => end <= cut).length
      const texts = textsOf(entries)
      expect(texts.slice(0, complete)).toEqual(
        [firstText, secondText, firstText].slice(0, complete),
      )
      expect(entries.length, `cut at ${cut}`).toBeLessThanOrEqual(complete + 1)
      // Cut behind the first of two quotes, a cell is as good as whole.
      const isTold = dump[cut - 1] !== 0x22 || dump[cut - 2] === 0x5c
      if (entries.length > complete && isTold) expect(texts.at(-1)).toMatch(/^ROW_[A-Z]+$/)
    }
  })

  it('loses the row with a quote that nobody closed, and no other', async () => {
    const open = second.slice(0, -2)
    expect(textsOf(await read(`${first}\n${open}\n${first}\n${second}`))).toEqual([
      firstText,
      'ROW_UNCLOSED',
      firstText,
      secondText,
    ])
    expect(textsOf(await read(`${first}\n${open}`))).toEqual([firstText, 'ROW_TRUNCATED'])
    const bare = (row: string): string =>
      row.replace('"2"', '2').replace('"3/5/2007 10:00"', '3/5/2007 10:00')
    const rows = [bare(second), bare(open), bare(second), bare(second)].join('\n')
    expect(textsOf(await read(rows))).toEqual([secondText, 'ROW_UNCLOSED', secondText, secondText])
  })

  it.each<[string, number[]]>([
    ['a byte that opens nothing', [0xff]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a sequence that breaks off', [0xe2, 0x82]],
    ['a byte that continues nothing', [0x80]],
    ['a sign beyond the last one', [0xf4, 0x90, 0x80, 0x80]],
  ])('keeps a row with %s, and tells of it', async (_, wrong) => {
    const [head, tail] = [second.slice(0, -6), second.slice(-6)]
    const damaged = Buffer.concat([
      Buffer.from(`${head}é’¶ü–—`),
      Buffer.from(wrong),
      Buffer.from(tail),
    ])
    const [a, b, c] = await read(
      Buffer.concat([Buffer.from(`${first}\n`), damaged, Buffer.from(`\n${first}`)]),
    )
    expect([a?.encoding, c?.encoding]).toEqual(Array(2).fill({ name: 'utf-8', replaced: 0 }))
    expect(b?.encoding.name).toBe('utf-8')
    expect(b?.encoding.replaced).toBeGreaterThan(0)
    expect(b?.reading.code).toBeUndefined()
    expect(b?.bytes).toEqual(damaged)
  })

  it('reads UTF-16 with and without its mark, a mark of UTF-8, and Latin-1', async () => {
    const dump = `${first}\n${second.replace('2. (U)', '¶2. (U)')}\n`
    const texts = [firstText, '¶2. (U) Rain.']
    const little = Buffer.from(dump, 'utf16le')
    const big = Buffer.from(little).swap16()
    const encodings: readonly [string, Buffer][] = [
      ['utf-16le', little],
      ['utf-16le', Buffer.concat([Buffer.of(0xff, 0xfe), little])],
      ['utf-16be', big],
      ['utf-16be', Buffer.concat([Buffer.of(0xfe, 0xff), big])],
      ['utf-8', Buffer.from(`\ufeff${dump}`)],
      ['windows-1252', Buffer.from(dump, 'latin1')],
    ]
    for (const [name, bytes] of encodings) {
      const entries = await read(bytes, 333)
      expect(textsOf(entries), name).toEqual(texts)
      expect(entries.at(-1)?.encoding).toEqual({ name, replaced: 0 })
    }
  })

  it('sets aside a row of ten thousand columns', async () => {
    const wide = `"9","3/4/2007 9:10"${',"x"'.repeat(10_000)}`
    const texts = textsOf(await read(`${first}\n${wide}\n${second}`))
    expect(columnsMax).toBeLessThan(10_000)
    expect(texts).toEqual([firstText, 'ROW_COLUMNS', secondText])
  })

  it('keeps the first part of a row that is too large, and reads on behind it', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'All work and no play.\n')
    async function* dump(): AsyncIterable<Uint8Array> {
      yield Buffer.from(`${first}\n"2","3/5/2007 10:00","07LOME78","`)
      for (let at = 0; at < 3 * rowBytesMax; at += piece.length) yield piece
      yield Buffer.from(`"\n${second}`)
    }
    const entries = await Array.fromAsync(cablesCsv.read(dump()))
    expect(textsOf(entries)).toEqual([firstText, 'ROW_TOO_LARGE', secondText])
    expect(entries[1]?.bytes.length).toBe(rowKeptBytesMax)
  })
})
