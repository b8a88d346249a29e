import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveStats } from '../../src/archive/stats.ts'
import { verifyArchive, verifyEdition } from '../../src/archive/verify.ts'
import { sha256Hex } from '../../src/edition/digest.ts'
import type { EditionCable } from '../../src/edition/edition.ts'
import type { EditionFile } from '../../src/edition/section-writer.ts'
import { editionFiles, inventedCable, inventedWords } from '../edition/invented-cable.ts'
import { archiveFolder } from '../press/archive-folder.ts'

const cables = Array.from({ length: 60 }, (_, n) =>
  inventedCable(`05OSLO${100 + n}`, { date: '2005-01-01' }, { text: inventedWords(n, 2500) }),
)
const facts = {
  audience: 'desk',
  date: '2026-03-04T05:06:07.000Z',
  withdrawn: [],
  quarantined: 3,
  versions: 61,
} as const

/** Lays an edition down as the press does; gives its folder. */
async function laid(
  archive: string,
  held: readonly EditionCable[] = cables,
  change: (files: EditionFile[]) => EditionFile[] = (files) => files,
): Promise<string> {
  const files = change(await editionFiles(held, facts, { partBytesMax: 300_000 }))
  const name = (await sha256Hex(files.at(-1)?.bytes ?? new Uint8Array())).slice(0, 12)
  const folder = join(archive, 'desk', 'editions', name)
  mkdirSync(folder, { recursive: true })
  for (const file of files) writeFileSync(join(folder, file.name), file.bytes)
  writeFileSync(join(archive, 'desk', 'current'), `${name}\n`)
  return folder
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 0x10
  return changed
}

describe('verify', () => {
  it('finds nothing wrong with an edition as it was written', async () => {
    const archive = archiveFolder()
    const folder = await laid(archive)
    const verdict = await verifyArchive(archive, 'desk')
    expect(verdict).toMatchObject({ folder, cables: 60, faults: [] })
    expect(verdict.files).toBeGreaterThan(5)
    expect((await verifyEdition(await laid(archiveFolder(), []))).faults).toEqual([])
  })

  it('names the file and the place of a flipped bit, wherever it is', async () => {
    const files = await editionFiles(cables, facts, { partBytesMax: 300_000 })
    const archive = archiveFolder()
    const folder = await laid(archive)
    for (const { name, bytes } of files) {
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        writeFileSync(join(folder, name), flipped(bytes, at))
        const { faults } = await verifyEdition(folder)
        expect(faults.map((fault) => fault.file)).toContain(name)
        expect(faults.every((fault) => fault.file === name)).toBe(true)
        const [fault] = faults
        const isPaged = !/^(sums|manifest)/.test(name)
        if (isPaged) expect(fault?.offset).toBe(at - (at % 65_536))
      }
      writeFileSync(join(folder, name), bytes)
    }
    expect((await verifyEdition(folder)).faults).toEqual([])
  })

  it('names a file that is cut, missing or too many', async () => {
    const files = await editionFiles(cables, facts, { partBytesMax: 300_000 })
    const folder = await laid(archiveFolder())
    for (const { name, bytes } of files) {
      writeFileSync(join(folder, name), bytes.subarray(0, bytes.length - 1))
      const cut = (await verifyEdition(folder)).faults
      expect(cut[0]).toMatchObject({ file: name })
      rmSync(join(folder, name))
      const missing = (await verifyEdition(folder)).faults
      expect(missing).toEqual([
        expect.objectContaining({ code: 'EDITION_FILE_MISSING', file: name }),
      ])
      writeFileSync(join(folder, name), bytes)
    }
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    const extra = (await verifyEdition(folder)).faults
    expect(extra).toEqual([
      expect.objectContaining({ code: 'EDITION_FILE_EXTRA', file: 'notes.txt' }),
    ])
  })

  it('finds an edition that vouches for wrong bytes', async () => {
    // Somebody made a catalogue that says other things than the records, with sums that are right.
    const other = cables.map((cable) => inventedCable(cable.record.id, { date: '2005-01-01' }))
    const right = await editionFiles(other, facts)
    const manifest = new TextDecoder().decode(right.at(-1)?.bytes)
    const changed = manifest.replace(
      /"contentRoot": "[0-9a-f]{64}"/,
      `"contentRoot": "${'0'.repeat(64)}"`,
    )
    const folder = await laid(archiveFolder(), other, () => [
      ...right.slice(0, -1),
      { name: 'manifest.json', bytes: new TextEncoder().encode(changed) },
    ])
    const { faults } = await verifyEdition(folder)
    expect(faults).toEqual([
      expect.objectContaining({ code: 'EDITION_DATA', file: 'manifest.json' }),
    ])
  })

  it('says where there is nothing to verify', async () => {
    const { faults } = await verifyEdition(archiveFolder())
    expect(faults).toMatchObject([{ code: 'EDITION_FILE_MISSING', file: 'manifest.json' }])
    await expect(verifyArchive(archiveFolder(), 'public')).rejects.toThrow('chancery publish')
  })
})

describe('stats', () => {
  it('counts from the manifests', async () => {
    const archive = archiveFolder()
    await laid(archive)
    expect(await archiveStats(archive)).toMatchObject({
      cables: 60,
      versions: 61,
      quarantined: 3,
      collections: [{ name: 'invented', cables: 60, invented: false }],
      from: '2005-01-01',
      to: '2005-01-01',
      editions: { desk: { cables: 60, date: facts.date } },
    })
  })

  it('says what to do where there is nothing to count', async () => {
    await expect(archiveStats(archiveFolder())).rejects.toThrow('chancery build')
    await expect(archiveStats('/nowhere/at/all')).rejects.toMatchObject({ code: 'ARCHIVE_MISSING' })
  })
})
