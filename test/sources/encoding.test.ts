import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/sources/encoding.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

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

  it('takes any bytes, and marks as many as the replacement characters of Windows-1252', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        const { text, name, replaced } = decode(input)
        expect(text.isWellFormed()).toBe(true)
        if (name === 'windows-1252') expect(text.split('\ufffd').length - 1).toBe(replaced)
      }),
    )
  })
})
