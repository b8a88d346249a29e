import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../running.ts'

/** The program as it is run. */
export const program: string = join(import.meta.dirname, '../../dist/cli/chancery.js')

/** A command that writes, and an archive that stands before it. */
export interface Scene {
  readonly name: 'ingest' | 'build' | 'publish'
  /** The archive as it is before; copied for each trial. */
  readonly before: string
  /** Arguments of Node: the program and its own. */
  command(archive: string): readonly string[]
}

/** All scenes in one folder, and how to leave it. */
export interface Stage {
  readonly scenes: readonly Scene[]
  readonly env: NodeJS.ProcessEnv
  /** A copy of the archive before a scene. */
  copy(scene: Scene): string
  remove(): void
}

/** Cables of the first dump, and of the second, which holds the first ones again. */
const firstCables = 40
const secondCables = 160

/**
 * Sets the scenes: an archive with a released edition that takes in a second dump with cables it
 * knows, others it does not, and some that were changed meanwhile.
 */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-faults-'))
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: join(folder, 'data') }
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  const archives = {
    ingest: join(folder, 'a'),
    build: join(folder, 'b'),
    publish: join(folder, 'c'),
  }
  const chancery = async (...args: string[]): Promise<void> => {
    const ended = await runProgram(process.execPath, [program, ...args], { env })
    if (ended.code === 0) return
    throw new Error(`chancery ${args.join(' ')} ended with ${ended.code}: ${ended.err}`)
  }
  const run = (archive: string, ...args: string[]): Promise<void> =>
    chancery(...args, '--archive', archive)
  await chancery(
    'synth',
    '--cables',
    String(secondCables),
    '--seed',
    '5',
    '--format',
    'html',
    second,
  )
  takeFirst(second, first)
  const ingest = ['ingest', '--json']
  await run(archives.ingest, ...ingest, first)
  await run(archives.ingest, 'policy', 'default', 'all', '--reason', 'invented')
  await run(archives.ingest, 'publish', '--yes')
  cpSync(archives.ingest, archives.build, { recursive: true })
  await run(archives.build, ...ingest, '--no-build', second)
  cpSync(archives.build, archives.publish, { recursive: true })
  await run(archives.publish, 'build')
  const arguments_: Readonly<Record<Scene['name'], readonly string[]>> = {
    ingest: [...ingest, second],
    build: ['build'],
    publish: ['publish', '--yes', '--json'],
  }
  let copies = 0
  const names: readonly Scene['name'][] = ['ingest', 'build', 'publish']
  return {
    env,
    scenes: names.map((name) => ({
      name,
      before: archives[name],
      command: (archive) => [program, ...arguments_[name], '--archive', archive],
    })),
    copy({ before }) {
      copies += 1
      const archive = join(folder, `trial-${copies}`)
      cpSync(before, archive, { recursive: true })
      return archive
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Copies the first pages of a dump to another; each seventh has another ending there. */
function takeFirst(dump: string, first: string): void {
  const pages = readdirSync(dump, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
  mkdirSync(first)
  for (const [index, name] of pages.slice(0, firstCables).entries()) {
    const page = readFileSync(join(dump, name), 'utf8')
    const changed = page.replace(/<\/pre>(?![\s\S]*<\/pre>)/, '\n99. (U) Taken out later.\n</pre>')
    writeFileSync(join(first, `${index}.html`), index % 7 === 0 ? changed : page)
  }
}
