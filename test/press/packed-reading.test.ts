import { describe, expect, it } from 'vitest'
import { readCable } from '../../src/cable/read.ts'
import { packReading, unpackReading } from '../../src/press/packed-reading.ts'
import { cableText } from './memory-vault.ts'

const text = cableText('05OSLO7', 'Forty crates of lamps were counted and sent back. '.repeat(40))
const { record, streams } = readCable(text)
const reading = JSON.parse(JSON.stringify({ record, streams }))

describe('a packed reading', () => {
  it('comes back whole, from far less than its text', () => {
    const packed = packReading(text, { record, streams })
    expect(unpackReading(text, packed)).toEqual(reading)
    expect(packed.length).toBeLessThan(text.length / 4)
  })

  it('comes back with half a pair of surrogates', () => {
    const odd = text.replace('Forty', 'F\ud800rty')
    const read = readCable(odd)
    const value = { record: read.record, streams: read.streams }
    expect(unpackReading(odd, packReading(odd, value))).toEqual(JSON.parse(JSON.stringify(value)))
  })

  it('is none with another text, or where a byte of it changed', () => {
    const packed = packReading(text, { record, streams })
    expect(unpackReading(text.replaceAll('crates', 'chests'), packed)).toBeUndefined()
    for (const at of [0, packed.length >> 1, packed.length - 1]) {
      const damaged = Uint8Array.from(packed, (byte, n) => (n === at ? byte ^ 0xff : byte))
      expect(unpackReading(text, damaged), `byte ${at}`).toBeUndefined()
    }
  })
})
