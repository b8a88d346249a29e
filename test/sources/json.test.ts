import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json } from '../../src/sources/json.ts'
import {
  jsonDepthMax,
  jsonMembersMax,
  rowBytesMax,
  rowKeptBytesMax,
} from '../../src/sources/limits.ts'
import type { DumpEntry } from '../../src/sources/reading.ts'

/** Entries of a dump that comes in pieces of so many bytes. */
async function read(dump: Uint8Array | string, pieceBytes = 1_000): Promise<DumpEntry[]> {
  const bytes = Buffer.from(dump)
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield bytes.subarray(at, at + pieceBytes)
    }
  }
  return await Array.fromAsync(json.read(pieces()))
}

function textsOf(entries: readonly DumpEntry[]): readonly string[] {
  return entries.map(({ reading }) => (reading.code === undefined ? reading.text : reading.code))
}

/** How dumps write many objects. */
const layouts: Readonly<Record<string, (objects: readonly object[]) => string>> = {
  lines: (objects) => objects.map((each) => `${JSON.stringify(each)}\n`).join(''),
  'lines with blank ones between': (objects) =>
    `\ufeff${objects.map((each) => `${JSON.stringify(each)}\r\n\r\n`).join('')}`,
  'one array in one line': (objects) => JSON.stringify(objects),
  'one array, pretty-printed': (objects) => JSON.stringify(objects, undefined, 2),
  'objects, pretty-printed': (objects) =>
    objects.map((each) => JSON.stringify(each, undefined, '\t')).join('\n'),
}

const strings = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.stringMatching(/^[{}[\]",:\\ \na-z]{1,30}$/),
  fc.constantFrom('{"id":', '},{"id":"x"', '\n{"id": 1}', '\\', '"', '¶ “é”'),
)
const objects = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }).map((serial) => `07LOME${serial}`),
    text: strings.map((text) => `Rain. ${text}`),
    more: fc.oneof(fc.constant(null), fc.array(fc.record({ id: strings }), { maxLength: 3 })),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('json', () => {
  it.each(Object.entries(layouts))('gives back %s', async (_, layout) => {
    const check = async (written: readonly { text: string }[], size: number): Promise<void> => {
      const dump = layout(written)
      const entries = await read(dump, size)
      expect(textsOf(entries)).toEqual(written.map(({ text }) => text))
      // Byte for byte what stands in the dump, in its order.
      let at = 0
      for (const { bytes } of entries) {
        const found = dump.indexOf(bytes.toString(), at)
        expect(dump.slice(at, found)).toMatch(/^[\s,[\]\ufeff]*$/)
        at = found + bytes.toString().length
      }
      expect(dump.slice(at)).toMatch(/^[\s,[\]]*$/)
    }
    const sizes = fc.integer({ min: 1, max: 300 })
    await fc.assert(fc.asyncProperty(objects, sizes, check), { numRuns: 100 })
  })

  const three = [1, 2, 3].map((serial) => ({ id: `07LOME${serial}`, text: `Rain {${serial}}.` }))

  it.each(Object.entries(layouts))(
    'gives all whole objects of %s that are cut',
    async (_, layout) => {
      const dump = Buffer.from(layout(three))
      for (let cut = 0; cut <= dump.length; cut += 1) {
        const texts = textsOf(await read(dump.subarray(0, cut), 16))
        const whole = texts.filter((text) => text.startsWith('Rain'))
        expect(whole).toEqual(three.slice(0, whole.length).map(({ text }) => text))
        expect(texts.length - whole.length, `cut at ${cut}`).toBeLessThanOrEqual(1)
        const ended = three.filter(({ text }) => dump.subarray(0, cut).includes(`${text}"`)).length
        expect(whole.length).toBeGreaterThanOrEqual(ended - 1)
      }
    },
  )

  it.each(Object.entries(layouts))('loses one object of %s, and no other', async (_, layout) => {
    const dump = layout(three)
    const damages: readonly (readonly [string, string])[] = [
      ['{2}."', '{2}.'],
      ['"07LOME2"', '07LOME2"'],
      ['"07LOME2"', '"07LOME2'],
    ]
    for (const [right, wrong] of damages) {
      const texts = textsOf(await read(dump.replace(right, wrong), 50))
      expect(texts, wrong).toEqual(['Rain {1}.', 'JSON_DAMAGED', 'Rain {3}.'])
    }
  })

  it('refuses what is nested too deep, has too many members or is no object', async () => {
    const deep = `{"id": ${'['.repeat(jsonDepthMax + 1)}${']'.repeat(jsonDepthMax + 1)}}`
    const members = Array.from({ length: jsonMembersMax + 1 }, (_, at) => `"m${at}": 1`)
    const lines = ['{"id": "07LOME1", "text": "Rain."}', deep, `{${members}}`, 'true', '{"a": 1}']
    expect(textsOf(await read(lines.join('\n')))).toEqual([
      'Rain.',
      'JSON_TOO_DEEP',
      'JSON_MEMBERS',
      'JSON_DAMAGED',
      'NO_TEXT',
    ])
  })

  it('keeps the first part of an object that is too large, and reads on behind it', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'All work and \\"no\\" play. ')
    async function* dump(): AsyncIterable<Uint8Array> {
      yield Buffer.from('{"id": "07LOME1", "text": "Rain."}\n{"id": "07LOME2", "text": "')
      for (let at = 0; at < rowBytesMax + 8 * piece.length; at += piece.length) yield piece
      yield Buffer.from('"}\n{"id": "07LOME3", "text": "Sun."}\n')
    }
    const entries = await Array.fromAsync(json.read(dump()))
    expect(textsOf(entries)).toEqual(['Rain.', 'ROW_TOO_LARGE', 'Sun.'])
    expect(entries[1]?.bytes.length).toBe(rowKeptBytesMax)
  })
})
