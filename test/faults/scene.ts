import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../running.ts'
import { sceneMakers } from './scene-list.ts'

/** The program as it is run. */
export const program: string = join(import.meta.dirname, '../../dist/cli/chancery.js')

/** A command that writes, and an archive that stands before it. */
export interface Scene {
  readonly name: string
  /** The archive as it is before; copied for each trial. */
  readonly before: string
  /** A file that a child process reads, and nobody else. */
  readonly readByChild?: string
  /** A command of another kind is repeated once it took effect, and says so: then this code, too. */
  readonly againExit?: number
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

/** What a scene is set with. */
export interface SceneTools {
  /** Where its dumps and archives stand. */
  readonly folder: string
  /** Runs the program on an archive; throws where it does not end with 0, or with `exit`. */
  run(archive: string, args: readonly string[], exit?: number): Promise<void>
}

/** Sets the scenes named, or all. */
export async function setStage(names?: readonly string[]): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-faults-'))
  // Calls are counted in each thread: those on files are made by one, in their order.
  const threads = { UV_THREADPOOL_SIZE: '1' }
  const env = { ...process.env, ...threads, HOME: folder, XDG_DATA_HOME: join(folder, 'data') }
  const run: SceneTools['run'] = async (archive, args, exit = 0) => {
    const all = [program, ...args, '--archive', archive]
    const ended = await runProgram(process.execPath, all, { env })
    if (ended.code === exit) return
    throw new Error(`chancery ${args.join(' ')} ended with ${ended.code}: ${ended.err}`)
  }
  const scenes: Scene[] = []
  for (const { name, make } of sceneMakers) {
    if (names && !names.includes(name)) continue
    const { archive, args, ...rest } = await make({ folder: join(folder, name), run })
    const command = (at: string): readonly string[] => [program, ...args, '--archive', at]
    scenes.push({ name, before: archive, command, ...rest })
  }
  let copies = 0
  return {
    env,
    scenes,
    copy({ before }) {
      copies += 1
      const archive = join(folder, `trial-${copies}`)
      cpSync(before, archive, { recursive: true })
      return archive
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
