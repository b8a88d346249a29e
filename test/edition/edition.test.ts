import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/edition/digest.ts'
import type { ByteRange, EditionVersion, RangeReader } from '../../src/edition/edition.ts'
import { EditionError } from '../../src/edition/edition-error.ts'
import type { EditionFacts } from '../../src/edition/encode.ts'
import { memoryReader } from '../../src/edition/memory-reader.ts'
import { openEdition } from '../../src/edition/open-edition.ts'
import type { EditionFile } from '../../src/edition/section-writer.ts'
import { editionFiles, inventedCable, inventedWords } from './invented-cable.ts'

const facts: EditionFacts = { audience: 'desk', date: '2026-03-04T05:06:07.000Z', withdrawn: [] }

const three = [
  inventedCable('05OSLO9', {
    date: '2005-01-02T03:04Z',
    paragraphs: [
      { number: 1, anchor: 'p1', textAnchor: 't-0123456789', kind: 'body', text: 'Snow.' },
    ],
    references: [
      { kind: 'cable', id: '04OSLO1', printed: '04 OSLO 1' },
      { kind: 'cable', id: '04OSLO1', printed: '04 OSLO 1' },
      { kind: 'cable', id: '05OSLO9', printed: 'OSLO 9' },
    ],
    classification: { level: 'C', controls: ['NOFORN'], printed: 'CONFIDENTIAL NOFORN' },
    post: 'OSLO',
    serial: 9,
    from: 'AMEMBASSY OSLO',
  }),
  inventedCable('06OSLO1', { date: '2006-01-02', collection: 'other' }, { aliases: ['06OSLLO1'] }),
  inventedCable(
    'AAA',
    {},
    {
      text: 'It XXXX.',
      added: '2026-03-04',
      invented: true,
      versions: [version(1, 'It froze \ud800.'), version(2, 'It XXXX.')],
    },
  ),
]

function version(number: number, text: string): EditionVersion {
  return {
    number,
    sha256: String(number).repeat(64),
    text,
    facts: { origin: 'Embassy Oslo' },
    collections: ['invented'],
    added: '2026-03-04',
    current: number === 2,
    public: number === 2,
    chosen: false,
    partial: number === 1,
    redactions: { marks: number - 1, characters: 4 },
  }
}

describe('an edition', () => {
  it('gives back what was put in', async () => {
    const files = await editionFiles(three, facts)
    const edition = await openEdition(memoryReader(files))
    expect(await edition.read([0, 1, 2])).toEqual(three)
    expect(await edition.read([2, 0, 2])).toEqual([three[2], three[0], three[2]])
    expect(edition.catalogue.at(0)).toEqual({
      id: '05OSLO9',
      title: 'Weather at 05OSLO9',
      date: '2005-01-02T03:04Z',
      post: 'OSLO',
      serial: 9,
      origin: 'AMEMBASSY OSLO',
      level: 'C',
      controls: ['NOFORN'],
      tags: [],
      captions: [],
      collection: 'invented',
      partial: false,
      cites: ['04OSLO1'],
      aliases: [],
    })
  })

  it('counts what it holds', async () => {
    const files = await editionFiles(three, { ...facts, quarantined: 2, versions: 4 })
    const { manifest } = await openEdition(memoryReader(files))
    expect(manifest).toMatchObject({
      format: 'chancery-edition',
      formatVersion: 2,
      audience: 'desk',
      date: facts.date,
      cables: 3,
      paragraphs: 1,
      from: '2005-01-02',
      to: '2006-01-02',
      collections: [
        { name: 'invented', cables: 2, invented: false },
        { name: 'other', cables: 1, invented: false },
      ],
      quarantined: 2,
      versions: 4,
    })
    expect(manifest.files.map((file) => file.name)).toEqual([
      'cables-0000.bin',
      'catalogue-0000.bin',
      'blocks-0000.bin',
      'digests-0000.bin',
      'sums-0000.bin',
    ])
  })

  it('may be empty', async () => {
    const files = await editionFiles([], { ...facts, audience: 'public', release: 1 })
    expect(files.map((file) => file.name)).toEqual(['manifest.json'])
    const edition = await openEdition(memoryReader(files))
    expect([...edition.catalogue]).toEqual([])
    expect(await edition.read([])).toEqual([])
    await expect(edition.read([0])).rejects.toThrow(RangeError)
  })

  it('is the same, byte for byte, when it is built again', async () => {
    const again = await editionFiles(three, facts)
    expect(await editionFiles(three, facts)).toEqual(again)
  })

  it('refuses cables out of order', async () => {
    await expect(editionFiles([...three].reverse(), facts)).rejects.toThrow('document order')
    const twice = [three[0], three[0]].flatMap((cable) => cable ?? [])
    await expect(editionFiles(twice, facts)).rejects.toThrow('document order')
  })

  it('cuts its files, and reads cables that lie across them', async () => {
    const cables = Array.from({ length: 40 }, (_, n) =>
      inventedCable(`05OSLO${100 + n}`, { date: '2005-01-01' }, { text: inventedWords(n, 2500) }),
    )
    const files = await editionFiles(cables, facts, { partBytesMax: 100_000 })
    expect(files.filter((file) => file.name.startsWith('cables-')).length).toBeGreaterThan(3)
    for (const file of files) expect(file.bytes.length).toBeLessThanOrEqual(100_000)
    const edition = await openEdition(memoryReader(files))
    expect(await edition.read([...cables.keys()])).toEqual(cables)
  })

  it('names its content alike, however it is cut into files', async () => {
    const [whole, parts] = await Promise.all([
      openEdition(memoryReader(await editionFiles(three, facts))),
      openEdition(memoryReader(await editionFiles(three, facts, { partBytesMax: 100 }))),
    ])
    expect(parts.manifest.contentRoot).toBe(whole.manifest.contentRoot)
    expect(parts.manifest.files).not.toEqual(whole.manifest.files)
  })

  it('reads more cables than one block of the catalogue holds', async () => {
    const cables = Array.from({ length: 4100 }, (_, n) => inventedCable(`A${10_000 + n}`))
    const edition = await openEdition(memoryReader(await editionFiles(cables, facts)))
    expect(edition.catalogue.length).toBe(4100)
    expect((await edition.read([4099]))[0]).toEqual(cables[4099])
  })
})

/** Counts what is asked of a reader. */
function counting(reader: RangeReader): RangeReader & { readonly asked: ByteRange[][] } {
  const asked: ByteRange[][] = []
  return {
    asked,
    fetch(ranges) {
      asked.push([...ranges])
      return reader.fetch(ranges)
    },
  }
}

describe('reading by ranges', () => {
  const cables = Array.from({ length: 120 }, (_, n) =>
    inventedCable(`05OSLO${100 + n}`, { date: '2005-01-01' }, { text: inventedWords(n, 2500) }),
  )

  it('brings one cable with a few pages, not with the file', async () => {
    const files = await editionFiles(cables, facts)
    const reader = counting(memoryReader(files))
    const edition = await openEdition(reader)
    // manifest, sums, block table, catalogue
    expect(reader.asked.length).toBe(4)
    reader.asked.length = 0
    await edition.read([60])
    expect(reader.asked.length).toBe(1)
    const [ranges = []] = reader.asked
    expect(ranges.length).toBe(1)
    expect((ranges[0]?.end ?? 0) - (ranges[0]?.start ?? 0)).toBeLessThanOrEqual(2 * 65_536)
    await edition.read([60])
    expect(reader.asked.length).toBe(1)
  })

  it('joins neighbouring pages into one range', async () => {
    const files = await editionFiles(cables, facts)
    const reader = counting(memoryReader(files))
    const edition = await openEdition(reader)
    reader.asked.length = 0
    expect(await edition.read([50, 49, 51, 52])).toEqual([50, 49, 51, 52].map((n) => cables[n]))
    expect(reader.asked.flat().length).toBe(1)
  })
})

describe('a damaged edition', () => {
  const damage: [string, (file: EditionFile) => EditionFile | undefined, string][] = [
    ['a flipped bit', flipped, 'EDITION_HASH'],
    [
      'a cut file',
      ({ name, bytes }) => ({ name, bytes: bytes.subarray(0, bytes.length - 1) }),
      'EDITION_LENGTH',
    ],
    ['a missing file', () => undefined, 'EDITION_FILE_MISSING'],
  ]
  for (const [what, change, code] of damage) {
    it(`is refused with ${code} for ${what} in any file`, async () => {
      const files = await editionFiles(three, facts)
      const manifest = files.at(-1)
      const root = await sha256Hex(manifest?.bytes ?? new Uint8Array())
      for (const file of files) {
        const changed = change(file)
        const others = files.filter((other) => other !== file)
        const reader = memoryReader(changed === undefined ? others : [...others, changed])
        const read = async (): Promise<unknown> => {
          const edition = await openEdition(reader, { root })
          return [await edition.read([0]), await edition.digests()]
        }
        const error = await read().catch((thrown: unknown) => thrown)
        expect(error).toBeInstanceOf(EditionError)
        const expected = file === manifest && code === 'EDITION_LENGTH' ? 'EDITION_HASH' : code
        expect(error).toMatchObject({ code: expected, file: file.name })
      }
    })
  }

  it('is refused where its manifest is none, or one of a later program', async () => {
    const [manifest] = await editionFiles([], facts)
    const text = new TextDecoder().decode(manifest?.bytes)
    const cases: [string, string][] = [
      ['', 'EDITION_MANIFEST'],
      ['null', 'EDITION_MANIFEST'],
      ['[]', 'EDITION_MANIFEST'],
      ['{"format":"chancery-edition"}', 'EDITION_MANIFEST'],
      [text.replace('"formatVersion": 2', '"formatVersion": 3'), 'EDITION_VERSION'],
      [text.replace('"cables": 0', '"cables": -1'), 'EDITION_MANIFEST'],
      [text.replace('"files": []', '"files": [{"name": "../x"}]'), 'EDITION_MANIFEST'],
      [text.replace('"files": []', '"files": [{"name": "cables-0000.bin"}]'), 'EDITION_MANIFEST'],
    ]
    for (const [json, code] of cases) {
      const bytes = new TextEncoder().encode(json)
      const reader = memoryReader([{ name: 'manifest.json', bytes }])
      await expect(openEdition(reader)).rejects.toMatchObject({ code })
    }
  })
})

function flipped({ name, bytes }: EditionFile): EditionFile {
  const changed = bytes.slice()
  const at = changed.length >> 1
  changed[at] = (changed[at] ?? 0) ^ 1
  return { name, bytes: changed }
}
