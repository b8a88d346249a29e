import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/sources/encoding.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
/** Six paragraph marks in UTF-8, as Latin-1 shows them: the damage behind them is outnumbered. */
const mended = '\xc2\xb6'.repeat(6)
const lost = (count: number): string => '\ufffd'.repeat(count)

describe('decode', () => {
  it.each<[string, Uint8Array, string, string, number]>([
    ['UTF-8', utf8('Père ¶1.'), 'Père ¶1.', 'utf-8', 0],
    ['plain ASCII', utf8('LOME 77'), 'LOME 77', 'utf-8', 0],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A', 'utf-8-bom', 0],
    ['UTF-16 little endian', bytes(0xff, 0xfe, 0x41, 0, 0xb6, 0), 'A¶', 'utf-16le', 0],
    ['UTF-16 big endian', bytes(0xfe, 0xff, 0, 0x41, 0, 0xb6), 'A¶', 'utf-16be', 0],
    ['UTF-16 cut in a unit', bytes(0xff, 0xfe, 0x41, 0, 0xb6), 'A\ufffd', 'utf-16le', 1],
    ['UTF-16 with half a pair', bytes(0xff, 0xfe, 0x00, 0xd8, 0x41, 0), '\ufffdA', 'utf-16le', 2],
    ['Latin-1', bytes(0x50, 0xe8, 0x72, 0x65), 'Père', 'windows-1252', 0],
    ['Windows quotes', bytes(0x93, 0x41, 0x94, 0x96), '“A”–', 'windows-1252', 0],
    ['a hole of Windows-1252', bytes(0x41, 0x81, 0xe9), 'A\ufffdé', 'windows-1252', 1],
    [
      'Latin-1 with paragraph marks',
      latin('\n\xb61. (U) Text'),
      '\n¶1. (U) Text',
      'windows-1252',
      0,
    ],
    [
      'UTF-16 little endian without its mark',
      wide('PAGE 01 ¶1. Text'),
      'PAGE 01 ¶1. Text',
      'utf-16le',
      0,
    ],
    [
      'UTF-16 big endian without its mark',
      wide('PAGE 01 ¶1. Text').map((_, at, all) => all[at ^ 1] ?? 0),
      'PAGE 01 ¶1. Text',
      'utf-16be',
      0,
    ],
    [
      'Mac Roman',
      latin('\xa61. Charg\x8e d\xd5Affaires \xd2Roe\xd3'),
      '¶1. Chargé d’Affaires “Roe”',
      'macintosh',
      0,
    ],
    [
      'the code page of IBM',
      latin("\x141. Charg\x82 d'Affaires"),
      "¶1. Chargé d'Affaires",
      'ibm437',
      0,
    ],
    [
      'ASCII with the paragraph mark of IBM',
      latin('\n\x141. Text\n\x142. Text'),
      '\n¶1. Text\n¶2. Text',
      'ibm437',
      0,
    ],
    ['a control character in ASCII', latin('a\x14 b'), 'a\x14 b', 'utf-8', 0],
    ['an overlong sequence', latin(`${mended}\xc0\xaf`), `¶¶¶¶¶¶${lost(2)}`, 'utf-8', 2],
    [
      'an overlong sequence of three bytes',
      latin(`${mended}\xe0\x80\xaf`),
      `¶¶¶¶¶¶${lost(3)}`,
      'utf-8',
      3,
    ],
    [
      'an overlong sequence of four bytes',
      latin(`${mended}\xf0\x80\x80\xaf`),
      `¶¶¶¶¶¶${lost(4)}`,
      'utf-8',
      4,
    ],
    ['a surrogate in UTF-8', latin(`${mended}\xed\xa0\x80`), `¶¶¶¶¶¶${lost(3)}`, 'utf-8', 3],
    [
      'a pair of surrogates in UTF-8',
      latin(`${mended}\xed\xa0\xbd\xed\xb8\x80`),
      `¶¶¶¶¶¶${lost(6)}`,
      'utf-8',
      6,
    ],
    ['a sign beyond U+10FFFF', latin(`${mended}\xf4\x90\x80\x80`), `¶¶¶¶¶¶${lost(4)}`, 'utf-8', 4],
    ['a byte that no UTF-8 has', latin(`${mended}\xfe\xf8`), `¶¶¶¶¶¶${lost(2)}`, 'utf-8', 2],
    ['a lone continuation', latin(`${mended}\x80a`), `¶¶¶¶¶¶${lost(1)}a`, 'utf-8', 1],
    ['a sequence cut by the end', latin(`${mended}\xe2\x80`), '¶¶¶¶¶¶\ufffd', 'utf-8', 2],
    ['a sequence cut by a letter', latin(`${mended}\xf0\x9f\x98a`), '¶¶¶¶¶¶\ufffda', 'utf-8', 3],
    ['UTF-8 with one damaged byte', bytes(...utf8('Père ¶'), 0xff), 'Père ¶\ufffd', 'utf-8', 1],
  ])('reads %s', (_, input, text, name, replaced) => {
    expect(decode(input)).toEqual({ text, name, replaced })
  })

  it('gives back any well-formed text in every encoding it can be written in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = raw.toWellFormed().replace(/^\ufeff+/, '')
        const little = Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, 'utf16le')])
        expect(decode(utf8(text)).text).toBe(text)
        expect(decode(little)).toEqual({ text, name: 'utf-16le', replaced: 0 })
        expect(decode(Buffer.from(text)).replaced).toBe(0)
      }),
    )
  })

  it('takes any bytes, and marks as many as the replacement characters of a code page', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        const { text, name, replaced } = decode(input)
        expect(text.isWellFormed()).toBe(true)
        if (!name.startsWith('utf')) expect(text.split('\ufffd').length - 1).toBe(replaced)
      }),
    )
  })
})
