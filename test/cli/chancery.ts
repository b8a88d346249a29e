import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Ended, runProgram } from '../running.ts'

/** The checkout. */
export const root: string = join(import.meta.dirname, '../..')

const program = join(root, 'dist/cli/chancery.js')
if (!existsSync(program)) throw new Error('dist/ is missing: run `npm run setup` first')

/** A folder for one test file, with an environment in which it is the user's data directory. */
export interface Desk {
  readonly folder: string
  readonly archive: string
  readonly env: NodeJS.ProcessEnv
  /** Runs a command on the archive. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Writes a file into the folder and returns its path. */
  file(name: string, content: string | Uint8Array): string
  remove(): void
}

/** What a test hands to a command besides its arguments. */
export interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Uint8Array
}

/** Makes an empty desk. */
export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'))
  const archive = join(folder, 'archive')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    LOCALAPPDATA: join(folder, 'data'),
    CHANCERY_ARCHIVE: archive,
  }
  return {
    folder,
    archive,
    env,
    run: (args, options = {}) =>
      runProgram(process.execPath, [program, ...args], { env, ...options }),
    file(name, content) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Each line of standard output as a JSON object. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
