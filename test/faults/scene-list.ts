import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ferry, sheep } from '../cli/telegrams.ts'
import { zipOf } from '../sources/archives/making.ts'
import type { SceneTools } from './scene.ts'

/** What a scene needs: an archive, the arguments of its command, and what is known of both. */
interface Setting {
  readonly archive: string
  readonly args: readonly string[]
  readonly readByChild?: string
}

/** A scene by name, and how it is set. */
interface SceneMaker {
  readonly name: string
  make(tools: SceneTools): Promise<Setting>
}

/** Items of a batch: a run has several transactions. */
const batch: readonly string[] = ['--batch', '15']

/** Every writing command. */
export const sceneMakers: readonly SceneMaker[] = [
  {
    name: 'ingest',
    make: async (tools) => {
      const archive = await released(tools)
      return { archive, args: ['ingest', '--json', ...batch, writeCsv(tools, 'second', 70)] }
    },
  },
  {
    name: 'zip',
    make: async (tools) => {
      const archive = await released(tools)
      const dump = join(tools.folder, 'dump.zip')
      const texts = [ferry, sheep].map((bytes, n) => ({ name: `${n}.txt`, bytes }))
      writeFileSync(dump, zipOf([{ name: 'a/second.csv', bytes: csvOf(70) }, ...texts]))
      const args = ['ingest', '--json', '--no-build', ...batch, dump]
      return { archive, args, readByChild: dump }
    },
  },
  {
    name: 'build',
    make: async (tools) => {
      const archive = await released(tools)
      await tools.run(archive, ['ingest', '--no-build', writeCsv(tools, 'second', 70)])
      return { archive, args: ['build'] }
    },
  },
  {
    // So many that the build has threads.
    name: 'threads',
    make: async (tools) => {
      const archive = join(tools.folder, 'archive')
      await tools.run(archive, ['ingest', '--no-build', writeCsv(tools, 'many', 2_100)])
      return { archive, args: ['build'] }
    },
  },
  {
    name: 'publish',
    make: async (tools) => {
      const archive = await released(tools)
      await tools.run(archive, ['ingest', writeCsv(tools, 'second', 70)])
      await tools.run(archive, ['withhold', idOf(3), '--reason', 'REVIEW'])
      return { archive, args: ['publish', '--yes', '--json'] }
    },
  },
  {
    name: 'withhold',
    make: async (tools) => {
      const archive = await released(tools)
      return { archive, args: ['withhold', idOf(4), idOf(5), '--reason', 'SAFETY'] }
    },
  },
  {
    name: 'choose',
    make: async (tools) => {
      const archive = await released(tools)
      await tools.run(archive, ['ingest', writeCsv(tools, 'second', 70)])
      return { archive, args: ['choose', idOf(7), '1', '--reason', 'Seen on paper.'] }
    },
  },
  {
    name: 'prune',
    make: async (tools) => {
      const archive = await released(tools)
      await tools.run(archive, ['ingest', writeCsv(tools, 'second', 70)])
      await tools.run(archive, ['publish', '--yes'])
      return { archive, args: ['prune', '--before', '2'] }
    },
  },
  {
    name: 'retry',
    make: async (tools) => {
      const archive = await released(tools)
      const texts = join(tools.folder, 'texts')
      mkdirSync(texts)
      for (const [n, text] of [ferry, sheep].entries()) writeFileSync(join(texts, `${n}.txt`), text)
      const misread = ['ingest', '--no-build', '--format', 'cables-csv', texts]
      await tools.run(archive, misread, 1)
      return { archive, args: ['quarantine', 'retry'] }
    },
  },
  {
    name: 'migration',
    make: async (tools) => {
      const archive = join(tools.folder, 'archive')
      const vault = join(archive, 'vault')
      mkdirSync(vault, { recursive: true })
      const old = readFileSync(join(import.meta.dirname, '../vault/formats/format-1.sqlite.gz'))
      writeFileSync(join(vault, 'vault.sqlite'), gunzipSync(old))
      return { archive, args: ['build'] }
    },
  },
]

/** An archive with a desk edition and a public one of the first cables. */
async function released(tools: SceneTools): Promise<string> {
  mkdirSync(tools.folder, { recursive: true })
  const archive = join(tools.folder, 'archive')
  const first = join(tools.folder, 'first.csv')
  writeFileSync(first, csvOf(20, 'Taken out later.'))
  await tools.run(archive, ['ingest', first])
  await tools.run(archive, ['policy', 'default', 'all', '--reason', 'invented'])
  await tools.run(archive, ['publish', '--yes'])
  return archive
}

function writeCsv({ folder }: SceneTools, name: string, cables: number): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, csvOf(cables))
  return file
}

/** The first cables of one series; each seventh may say something that another dump does not. */
function csvOf(cables: number, ofSeventh?: string): string {
  return Array.from({ length: cables }, (_, n) =>
    rowOf(n + 1, (n + 1) % 7 === 0 ? ofSeventh : undefined),
  ).join('')
}

function idOf(serial: number): string {
  return `07LOME${serial}`
}

/** A row of the full dump. */
function rowOf(serial: number, more?: string): string {
  const paragraphs = [
    `1. (C) Eel number ${serial} came up the river and was measured by Jane Doe.`,
    `2. (SBU) It weighed ${(serial * 37) % 101} pounds, less than was said in LOME ${serial + 1}.`,
    ...(more === undefined ? [] : [`3. (U) ${more}`]),
  ].join('\n\n')
  const text = `C O N F I D E N T I A L LOME ${serial}\n\nSIPDIS\n\nTAGS: EAGR, TO\nSUBJECT: EEL ${serial}\n\n${paragraphs}\nROE\n`
  const head = 'R 031200Z MAR 07\nFM AMEMBASSY LOME\nTO SECSTATE WASHDC'
  const cells = [serial, '3/3/2007 12:00', idOf(serial), 'Embassy Lome', 'CONFIDENTIAL', '', head]
  return `${[...cells, text].map((cell) => `"${cell}"`).join(',')}\n`
}
