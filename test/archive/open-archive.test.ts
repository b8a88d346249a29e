import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ArchiveDoor, openArchive } from '../../src/archive/open-archive.ts'
import { sha256Hex } from '../../src/edition/digest.ts'
import type { EditionCable } from '../../src/edition/edition.ts'
import { writeDurably } from '../../src/press/folder.ts'
import { keepOnly, newFolder, openShelf, shelve, switchTo } from '../../src/press/shelf.ts'
import { editionFiles, inventedCable, inventedWords } from '../edition/invented-cable.ts'
import { archiveFolder } from '../press/archive-folder.ts'

const cables = [
  inventedCable('05HANOI1179', { date: '2005-05-19' }, { aliases: ['05HANOII1179', 'doc-77'] }),
  inventedCable('08HANOI905', {
    date: '2008-08-05',
    references: [
      { kind: 'cable', id: '05HANOII1179', printed: '05 HANOII 1179' },
      { kind: 'cable', id: '05HANOI1179', printed: '05 HANOI 1179' },
      { kind: 'cable', id: '01OSLO1', printed: '01 OSLO 1' },
      { kind: 'cable', id: '08HANOI905', printed: 'HANOI 905' },
    ],
  }),
  inventedCable('08HANOI905~2', {
    date: '2008-08-06',
    references: [{ kind: 'cable', id: '05HANOI1179', printed: '05 HANOI 1179' }],
  }),
]

/** Puts an edition on the shelf and switches to it, as the press does; gives its name. */
async function shelved(
  folder: string,
  audience: 'desk' | 'public',
  held: readonly EditionCable[],
  withdrawn: readonly string[] = [],
  date = '2026-03-04T05:06:07.000Z',
): Promise<string> {
  const shelf = await openShelf(folder, audience)
  const finished = await newFolder(shelf)
  const files = await editionFiles(held, { audience, date, withdrawn })
  for (const file of files) await writeDurably(join(finished, file.name), file.bytes)
  const root = await sha256Hex(files.at(-1)?.bytes ?? new Uint8Array())
  const name = basename(await shelve(shelf, finished, root.slice(0, 12)))
  await switchTo(shelf, name)
  return name
}

async function opened(
  folder: string,
  audience: 'desk' | 'public' = 'desk',
  nowMs?: () => number,
): Promise<ArchiveDoor> {
  const door = await openArchive(folder, audience, nowMs && { nowMs })
  onTestFinished(() => door.close())
  return door
}

describe('an archive', () => {
  it('gives cables and entries by their ids', async () => {
    const folder = archiveFolder()
    await shelved(folder, 'desk', cables)
    const archive = await (await opened(folder)).current()
    expect(archive.manifest.cables).toBe(3)
    expect(await archive.cable('08HANOI905')).toEqual(cables[1])
    expect(await archive.cable('08HANOI906')).toBeUndefined()
    expect(archive.entry('05HANOI1179')?.title).toBe('Weather at 05HANOI1179')
    expect(archive.entry('toString')).toBeUndefined()
  })

  it('tells who refers to a cable, under any of its ids, held or not, each once', async () => {
    const folder = archiveFolder()
    await shelved(folder, 'desk', cables)
    const archive = await (await opened(folder)).current()
    const citing = (id: string): string[] => archive.citedBy(id).map((entry) => entry.id)
    expect(citing('05HANOI1179')).toEqual(['08HANOI905', '08HANOI905~2'])
    expect(citing('05HANOII1179')).toEqual(['08HANOI905', '08HANOI905~2'])
    expect(citing('01OSLO1')).toEqual(['08HANOI905'])
    expect(citing('08HANOI905')).toEqual([])
  })

  it('answers a search', async () => {
    const folder = archiveFolder()
    await shelved(folder, 'desk', cables)
    const archive = await (await opened(folder)).current()
    const page = { sort: 'newest', size: 10, offset: 0, facets: false } as const
    expect((await archive.search('', page)).total).toBe(3)
  })
})

describe('any spelling of a name', () => {
  const spellings: [string, string | undefined, string[]][] = [
    ['05HANOI1179', '05HANOI1179', ['05HANOI1179']],
    [' 05hanoi1179 ', '05HANOI1179', ['05HANOI1179']],
    ['05 Hanoi 1179', '05HANOI1179', ['05HANOI1179']],
    ['05HANOII1179', '05HANOI1179', ['05HANOI1179']],
    ['doc-77', '05HANOI1179', ['05HANOI1179']],
    ['08HANOI905', '08HANOI905', ['08HANOI905', '08HANOI905~2']],
    ['08HANOI905~2', '08HANOI905~2', ['08HANOI905~2']],
    ['HANOI 1179', '05HANOI1179', ['05HANOI1179']],
    ['06OSLO77', undefined, ['06OSLO77']],
    ['', undefined, []],
    ['no cable at all', undefined, []],
    ['x'.repeat(10_000), undefined, []],
  ]
  for (const [spelling, id, candidates] of spellings) {
    it(`"${spelling.slice(0, 20)}" leads to ${id ?? 'none'}`, async () => {
      const folder = archiveFolder()
      await shelved(folder, 'desk', cables)
      const resolution = (await (await opened(folder)).current()).resolve(spelling)
      expect(resolution.id).toBe(id)
      expect(resolution.candidates).toEqual(candidates)
      expect(resolution.withdrawn).toBe(false)
    })
  }

  it('of what was public once is answered as withdrawn, though a twin is public', async () => {
    const folder = archiveFolder()
    await shelved(folder, 'public', [cables[2] as EditionCable], ['08HANOI905', '07OSLO7'])
    const archive = await (await opened(folder, 'public')).current()
    for (const spelling of ['08HANOI905', '08hanoi905', '08 Hanoi 905', '07OSLO7']) {
      expect(archive.resolve(spelling)).toMatchObject({ withdrawn: true })
      expect(archive.resolve(spelling)).not.toHaveProperty('id')
      expect(archive.resolve(spelling).candidates[0]).toMatch(/^08HANOI905$|^07OSLO7$/)
    }
    expect(archive.resolve('08HANOI905~2').id).toBe('08HANOI905~2')
    expect(archive.resolve('05HANOI1179').withdrawn).toBe(false)
  })
})

describe('a switch to another edition', () => {
  it('is seen within a second, and `current` is looked at once in that time', async () => {
    const folder = archiveFolder()
    let now = 0
    await shelved(folder, 'desk', cables.slice(0, 1))
    const door = await opened(folder, 'desk', () => now)
    await shelved(folder, 'desk', cables)
    now = 999
    expect((await door.current()).manifest.cables).toBe(1)
    now = 1000
    const both = await Promise.all([door.current(), door.current()])
    expect(both.map((archive) => archive.manifest.cables)).toEqual([3, 3])
  })

  it('does not disturb those who read the old one, though it is removed from the disk', async () => {
    const folder = archiveFolder()
    let now = 0
    // More than the 4 MiB of pages that a reader keeps in memory.
    const long = Array.from({ length: 300 }, (_, n) =>
      inventedCable(`05OSLO${100 + n}`, { date: '2005-01-01' }, { text: inventedWords(n, 4000) }),
    )
    await shelved(folder, 'desk', long)
    const door = await opened(folder, 'desk', () => now)
    const [reader, other] = [await door.current(), await door.current()]
    const name = await shelved(folder, 'desk', cables)
    await keepOnly(await openShelf(folder, 'desk'), [name])
    now = 5000
    expect((await door.current()).manifest.cables).toBe(3)
    await other.close()
    for (const cable of long) expect(await reader.cable(cable.record.id)).toEqual(cable)
    await reader.close()
    await reader.close()
    // Its files are closed now: a page that is not held any more cannot be read.
    const outcomes = await Promise.allSettled(long.map((cable) => reader.cable(cable.record.id)))
    expect(outcomes.filter((outcome) => outcome.status === 'rejected').length).toBeGreaterThan(0)
  })

  it('that cannot be opened is told to everybody who asks, until it can', async () => {
    const folder = archiveFolder()
    let now = 0
    const name = await shelved(folder, 'desk', cables)
    const door = await opened(folder, 'desk', () => now)
    const file = join(folder, 'desk', 'current')
    rmSync(file)
    now = 1000
    await expect(door.current()).rejects.toMatchObject({ code: 'EDITION_NONE' })
    await expect(door.current()).rejects.toMatchObject({ code: 'EDITION_NONE' })
    writeFileSync(file, `${name}\n`)
    expect((await door.current()).manifest.cables).toBe(3)
  })
})

describe('an archive that cannot be opened', () => {
  it('says what to do', async () => {
    const folder = archiveFolder()
    const missing = openArchive(join(folder, 'nowhere'), 'desk')
    await expect(missing).rejects.toMatchObject({ code: 'ARCHIVE_MISSING' })
    await expect(openArchive(folder, 'desk')).rejects.toThrow('chancery build')
    await expect(openArchive(folder, 'public')).rejects.toThrow('chancery publish')
    mkdirSync(join(folder, 'desk'))
    writeFileSync(join(folder, 'desk', 'current'), '../../elsewhere\n')
    await expect(openArchive(folder, 'desk')).rejects.toMatchObject({ code: 'EDITION_UNREADABLE' })
  })

  it('is refused where it was made for somebody else, or is damaged', async () => {
    const folder = archiveFolder()
    const name = await shelved(folder, 'desk', cables)
    mkdirSync(join(folder, 'public', 'editions', name), { recursive: true })
    for (const file of ['cables', 'catalogue', 'blocks', 'digests', 'sums'].map(
      (one) => `${one}-0000.bin`,
    )) {
      const bytes = readFileSync(join(folder, 'desk', 'editions', name, file))
      writeFileSync(join(folder, 'public', 'editions', name, file), bytes)
    }
    const manifest = join('editions', name, 'manifest.json')
    const bytes = readFileSync(join(folder, 'desk', manifest))
    writeFileSync(join(folder, 'public', manifest), bytes)
    writeFileSync(join(folder, 'public', 'current'), `${name}\n`)
    await expect(openArchive(folder, 'public')).rejects.toMatchObject({ code: 'AUDIENCE_WRONG' })
    writeFileSync(join(folder, 'public', manifest), bytes.subarray(1))
    const damaged = openArchive(folder, 'public')
    await expect(damaged).rejects.toMatchObject({ code: 'EDITION_UNREADABLE' })
  })
})
