import { describe, expect, it } from 'vitest'
import { cablesCsv } from '../../src/sources/cables-csv.ts'
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

const first = String.raw`"1","3/4/2007 9:10","07LOME77","Embassy Lome","CONFIDENTIAL","07LOME61|07ACCRA9","P 041010Z MAR 07
FM AMEMBASSY LOME","C O N F I D E N T I A L LOME 000077

1. (U) He said \"yes\", she said ""no"",
and a "third" said \\ nothing.\
ROE"`
const second = `"2","3/5/2007 10:00","07LOME78","Embassy Lome","UNCLASSIFIED","","","1. (U) Rain."`

describe('cables.csv', () => {
  it('gives header, body and what the columns say', async () => {
    const entries = await read(`${first}\n${second}`)
    expect(entries.map(({ place }) => place)).toEqual(['row 1', 'row 2'])
    const header = 'P 041010Z MAR 07\nFM AMEMBASSY LOME\n'
    expect(entries[0]?.reading).toEqual({
      text: `${header}C O N F I D E N T I A L LOME 000077

1. (U) He said "yes", she said "no",
and a "third" said \\ nothing.
ROE`,
      bodyStart: header.length,
      facts: {
        id: '07LOME77',
        created: '3/4/2007 9:10',
        origin: 'Embassy Lome',
        classification: 'CONFIDENTIAL',
        references: ['07LOME61', '07ACCRA9'],
      },
    })
    expect(entries[0]?.bytes.toString()).toBe(first)
  })

  it('loses a row that breaks off, and no other', async () => {
    const cut = second.slice(0, -2)
    const [a, b, c] = await read(`${first}\n${cut}\n${first}\n${cut}`)
    expect(a?.reading.code).toBeUndefined()
    expect(b?.reading.code).toBe('ROW_UNCLOSED')
    expect(c?.reading.code).toBeUndefined()
    const last = await read(`${first}\n${cut}`)
    expect(last.map(({ reading }) => reading.code)).toEqual([undefined, 'ROW_TRUNCATED'])
  })
})
