import { describe, expect, it } from 'vitest'
import { fileBytesMax } from '../../src/sources/limits.ts'
import { readStream } from '../../src/sources/read-stream.ts'

/** Ids or lengths of what is read, and codes of what is set aside, in bytes that come a MiB at a time. */
async function read(...parts: readonly Uint8Array[]): Promise<readonly string[]> {
  const bytes = Buffer.concat(parts)
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1024 * 1024)
      yield bytes.subarray(at, at + 1024 * 1024)
  }
  const results = await Array.fromAsync(readStream(pieces(), { file: 'f', locator: 'f' }))
  return results.map(({ item, failure }) =>
    failure ? failure.code : `${item.format} ${item.facts.id ?? item.bytes.length}`,
  )
}

const prose = (length: number): Buffer => Buffer.alloc(length, 'The quay was dry all day.\n')
const opening = (serial: string): string => `VZCZCXRO3323\nDE RUEHPC #${serial}/01 0630910\n`
const document = (id: string, text: string): string =>
  `<div type="document" xml:id="${id}"><head>${id}. Letter</head><p>${text}</p></div>`

describe('a long text', () => {
  it.each([70_000, 3_000_000])('is cut behind a first telegram of %i bytes', async (length) => {
    const first = Buffer.concat([Buffer.from(`${opening('0077')}1. (U) `), prose(length)])
    const second = Buffer.from(`NNNN\n${opening('0078')}2. (U) Rain.\n`)
    expect(await read(first, second)).toEqual([
      `text-series ${first.length + 5}`,
      `text-series ${second.length - 5}`,
    ])
    expect(await read(first, prose(5_000))).toEqual([`text ${first.length + 5_000}`])
  })

  it('may have millions of lines', async () => {
    const lines = Buffer.alloc(2_000_000, 'a\n')
    const first = `${opening('0077')}1. (U) x\nNNNN\n`
    const second = opening('0078')
    expect(await read(Buffer.from(first + second), lines)).toEqual([
      `text-series ${first.length}`,
      `text-series ${second.length + lines.length}`,
    ])
  })
})

describe('a volume', () => {
  const start = Buffer.from('<TEI xml:id="frus1969-76v99"><text>')
  const d2 = Buffer.from(document('d2', 'Rain.'))

  it('is read on behind a stretch without a tag', async () => {
    expect(await read(start, prose(fileBytesMax + 2_000_000), d2)).toEqual([
      'frus-tei frus1969-76v99/d2',
    ])
  })

  it('is read on behind a document that is too large', async () => {
    const large = Buffer.from(document('d1', '§')).toString('latin1').split('Â§')
    const [open = '', close = ''] = large
    const d1 = [Buffer.from(open), prose(fileBytesMax + 2_000_000), Buffer.from(close)]
    expect(await read(start, ...d1, d2)).toEqual(['FILE_TOO_LARGE', 'frus-tei frus1969-76v99/d2'])
  })

  it('is read where comments open and never close', async () => {
    const comments = Buffer.alloc(2_000_000, '<!-- ')
    expect(await read(start, comments, d2)).toEqual(['frus-tei frus1969-76v99/d2'])
  })
})
