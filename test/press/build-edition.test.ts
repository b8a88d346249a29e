import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { parserVersion } from '../../src/cable/parser-version.ts'
import { buildEdition } from '../../src/press/build-edition.ts'
import { archiveFolder, filesBelow, standsBelow } from './archive-folder.ts'
import {
  cableText,
  entry,
  held,
  heldVersion,
  memoryVault,
  type VaultContents,
} from './memory-vault.ts'

const holdings = Array.from({ length: 30 }, (_, n) =>
  held(`05OSLO${n + 10}`, heldVersion(cableText(`05OSLO${n + 10}`, `Word${n} froze.`))),
)
const contents: VaultContents = { holdings, policies: { open: 'all' } }
const later = [entry('2026-04-01T00:00:00.000Z')]

function current(folder: string, audience = 'desk'): string {
  return readFileSync(join(folder, audience, 'current'), 'utf8')
}

describe('a build', () => {
  it('is the same, byte for byte, from the same vault, however it came in', async () => {
    const [one, other] = [archiveFolder(), archiveFolder()]
    for (const audience of ['desk', 'public'] as const) {
      const built = await buildEdition(one, memoryVault(contents), audience)
      const reversed = { ...contents, holdings: holdings.toReversed() }
      const again = await buildEdition(other, memoryVault(reversed), audience)
      expect(again.root).toBe(built.root)
      expect(basename(built.directory)).toBe(built.root.slice(0, 12))
      expect(current(one, audience)).toBe(`${built.root.slice(0, 12)}\n`)
    }
    expect(filesBelow(one)).toEqual(filesBelow(other))
  })

  it('names every collection on the desk, in public only those that are shown', async () => {
    const folder = archiveFolder()
    const shared = heldVersion(
      cableText('05OSLO5', 'Both have it.'),
      {},
      {
        collections: ['copies', 'open'],
      },
    )
    const invented = false
    const collections = ['open', 'empty', 'copies'].map((name) => ({ name, invented }))
    const vault = memoryVault({
      holdings: [...holdings, held('05OSLO5', shared)],
      policies: { open: 'all' },
      collections,
    })
    const desk = await buildEdition(folder, vault, 'desk')
    expect(desk.manifest.collections).toEqual([
      { name: 'copies', cables: 1, invented },
      { name: 'empty', cables: 0, invented },
      { name: 'open', cables: 31, invented },
    ])
    const open = await buildEdition(folder, vault, 'public')
    expect(open.manifest.collections).toEqual([{ name: 'open', cables: 31, invented }])
    // How many entries the ledger has is nobody's business.
    expect(desk.manifest.built).toEqual({ ledger: expect.any(Number), parser: parserVersion })
    expect(open.manifest).not.toHaveProperty('built')
  })

  it('writes nothing where nothing changed, and says so', async () => {
    const folder = archiveFolder()
    const first = await buildEdition(folder, memoryVault(contents), 'desk')
    expect(first.unchanged).toBe(false)
    const times = (): number[] =>
      [...filesBelow(folder).keys()].map((name) => statSync(join(folder, name)).mtimeMs)
    const before = times()
    const second = await buildEdition(folder, memoryVault(contents), 'desk')
    expect(second).toEqual({ ...first, unchanged: true })
    expect(times()).toEqual(before)
  })

  it('writes again what was damaged, under the same name', async () => {
    const folder = archiveFolder()
    const { directory } = await buildEdition(folder, memoryVault(contents), 'desk')
    const whole = filesBelow(directory)
    writeFileSync(join(directory, 'cables-0000.bin'), 'broken')
    const again = await buildEdition(folder, memoryVault(contents), 'desk')
    expect(again.unchanged).toBe(false)
    expect(filesBelow(directory)).toEqual(whole)
    expect(readdirSync(join(folder, 'desk', 'editions'))).toEqual([basename(directory)])
  })

  it('takes its date from the last ingest or decision, never from the clock', async () => {
    const ledger = [
      entry('2026-03-01T00:00:00.000Z'),
      entry('2026-03-02T00:00:00.000Z', 'policy'),
      entry('2026-03-03T00:00:00.000Z', 'publish'),
    ]
    const vault = memoryVault({ ...contents, ledger })
    const { manifest } = await buildEdition(archiveFolder(), vault, 'public')
    expect(manifest.date).toBe('2026-03-02T00:00:00.000Z')
  })

  it('keeps the two newest editions', async () => {
    const folder = archiveFolder()
    const names: string[] = []
    for (const day of ['01', '02', '03', '04']) {
      const ledger = [entry(`2026-05-${day}T00:00:00.000Z`)]
      const built = await buildEdition(folder, memoryVault({ ...contents, ledger }), 'desk')
      names.push(basename(built.directory))
    }
    expect(new Set(readdirSync(join(folder, 'desk', 'editions')))).toEqual(new Set(names.slice(2)))
    expect(current(folder)).toBe(`${names[3]}\n`)
  })

  it('leaves the old edition readable where it was killed, and clears up the next time', async () => {
    const folder = archiveFolder()
    const { directory } = await buildEdition(folder, memoryVault(contents), 'desk')
    const editions = join(folder, 'desk', 'editions')
    // Killed while it wrote, while it made room, after the rename, and while it switched.
    mkdirSync(join(editions, '.new-4711'))
    writeFileSync(join(editions, '.new-4711', 'cables-0000.bin'), 'half')
    mkdirSync(join(editions, '.old-4711-x'))
    mkdirSync(join(editions, '0123456789ab'))
    writeFileSync(join(folder, 'desk', '.current-4711'), '0123')
    const door = await openArchive(folder, 'desk')
    const archive = await door.current()
    expect((await archive.cable('05OSLO12'))?.text).toContain('Word2')
    await archive.close()
    await door.close()
    const next = await buildEdition(folder, memoryVault({ ...contents, ledger: later }), 'desk')
    expect(new Set(readdirSync(editions))).toEqual(
      new Set([basename(directory), basename(next.directory)]),
    )
    expect(readdirSync(join(folder, 'desk')).sort()).toEqual(['current', 'editions'])
  })

  it('is for the owner alone', async () => {
    const folder = archiveFolder()
    const { directory } = await buildEdition(folder, memoryVault(contents), 'desk')
    const mode = (path: string): number => statSync(path).mode & 0o777
    for (const path of [join(folder, 'desk'), join(folder, 'desk', 'editions'), directory]) {
      expect([path, mode(path)]).toEqual([path, 0o700])
    }
    for (const name of filesBelow(folder).keys()) {
      expect([name, mode(join(folder, name))]).toEqual([name, 0o600])
    }
  })

  it('says in a sentence that it cannot be written', async () => {
    const folder = archiveFolder()
    writeFileSync(join(folder, 'desk'), 'a file in the way')
    const error = await buildEdition(folder, memoryVault(contents), 'desk').catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ name: 'PressError', code: 'EDITION_UNWRITABLE' })
    expect(statSync(join(folder, 'desk')).isFile()).toBe(true)
  })

  it('numbers the releases that differ', async () => {
    const folder = archiveFolder()
    const one = await buildEdition(folder, memoryVault(contents), 'public')
    expect(one.manifest.release).toBe(1)
    const lastRelease = { release: 1, root: one.root }
    const same = await buildEdition(folder, memoryVault(contents), 'public', { lastRelease })
    expect(same).toEqual({ ...one, unchanged: true })
    const vault = memoryVault({ ...contents, ledger: later })
    const two = await buildEdition(folder, vault, 'public', { lastRelease })
    expect(two.manifest.release).toBe(2)
    expect(one.manifest).not.toEqual(two.manifest)
  })
})

describe('a public edition', () => {
  const canary = 'Quetzalcanary'
  const secret = [
    ...holdings,
    held('05OSLO99', heldVersion(cableText('05OSLO99', `The ${canary} sang.`))),
    held(
      '05OSLO98',
      heldVersion(cableText('05OSLO98', `The ${canary} sang.`)),
      heldVersion(cableText('05OSLO98', 'The XXXXXXXXXXXX sang.'), {}, { ledger: 2 }),
    ),
  ]

  it('has no byte of what is withheld, masked or private', async () => {
    const folder = archiveFolder()
    const withheld = { ...contents, holdings: secret, withheld: ['05OSLO99'] }
    await buildEdition(folder, memoryVault(withheld), 'public')
    expect(standsBelow(join(folder, 'public'), canary)).toBe(false)
    expect(standsBelow(join(folder, 'public'), 'Word29')).toBe(true)
    // The same words are found where they may be, so the search would have found them.
    await buildEdition(folder, memoryVault(withheld), 'desk')
    expect(standsBelow(join(folder, 'desk'), canary)).toBe(true)
  })

  it('does not lie beside a former one that holds what was taken back since', async () => {
    const folder = archiveFolder()
    const before = await buildEdition(
      folder,
      memoryVault({ ...contents, holdings: secret }),
      'public',
    )
    expect(standsBelow(join(folder, 'public'), canary)).toBe(true)
    const withheld = { ...contents, holdings: secret, withheld: ['05OSLO99'], ledger: later }
    await buildEdition(folder, memoryVault(withheld), 'public')
    expect(existsSync(before.directory)).toBe(false)
    expect(standsBelow(join(folder, 'public'), canary)).toBe(false)
  })

  it('does not lie beside one whose text has a name that is masked since', async () => {
    const folder = archiveFolder()
    const open = held('05OSLO98', heldVersion(cableText('05OSLO98', `The ${canary} sang.`)))
    await buildEdition(
      folder,
      memoryVault({ ...contents, holdings: [...holdings, open] }),
      'public',
    )
    const masked = secret.filter((one) => one.id !== '05OSLO99')
    await buildEdition(
      folder,
      memoryVault({ ...contents, holdings: masked, ledger: later }),
      'public',
    )
    expect(standsBelow(join(folder, 'public'), canary)).toBe(false)
  })

  it('stays beside one that only adds cables', async () => {
    const folder = archiveFolder()
    const few = { ...contents, holdings: holdings.slice(0, 20) }
    const before = await buildEdition(folder, memoryVault(few), 'public')
    await buildEdition(folder, memoryVault({ ...contents, ledger: later }), 'public')
    expect(existsSync(before.directory)).toBe(true)
  })
})
