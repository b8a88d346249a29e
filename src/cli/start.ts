import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { archiveFolder, archiveOption, dataFolder } from './archive-folder.ts'
import { CommandError, exit } from './failure.ts'
import { say } from './output.ts'
import { openReadingRoom, portNumber } from './serve.ts'

/** The invented cables that come with the program. */
const sample = fileURLToPath(new URL('../../sample/cables', import.meta.url))

interface Options {
  readonly archive?: string
  readonly port?: number
}

/** `chancery start [PATH…]`: what `npm start` does once everything is set up. */
export function startCommand(): Command {
  return new Command('start')
    .description('read a dump if one is given, then open the reading room over the archive')
    .argument('[path...]', 'files or directories to ingest first')
    .option('--port <n>', 'port on this computer (default: 8080, or the next free one)', portNumber)
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
Without a path and without an archive of your own, the invented sample is shown.

Example:
  $ chancery start ~/Downloads/cables`,
    )
    .action(async (paths: string[], options: Options) => {
      const dir = await prepareArchive(paths, archiveFolder(options.archive))
      await openReadingRoom(dir, { audience: 'desk', port: options.port })
    })
}

/** Makes sure there is a desk edition to read, and says in which archive. */
async function prepareArchive(paths: readonly string[], own: string): Promise<string> {
  if (paths.length > 0) {
    requirePaths(paths)
    await runBeside(['ingest', '--archive', own, '--', ...paths])
    return own
  }
  const hasVault = existsSync(join(own, 'vault', 'vault.sqlite'))
  if (hasVault && !existsSync(join(own, 'desk', 'current'))) {
    await runBeside(['build', '--archive', own])
  }
  if (hasVault && (await cablesIn(own)) > 0) return own
  const dir = join(dataFolder(), 'sample')
  say(
    'You have no archive yet: this is the invented sample. `npm start PATH…` reads your own dump.',
  )
  const collection = ['--collection', 'sample', '--invented']
  await runBeside(['ingest', '--archive', dir, ...collection, '--', sample])
  return dir
}

function requirePaths(paths: readonly string[]): void {
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length === 0) return
  const names = missing.map((path) => resolve(path)).join(', ')
  const verb = missing.length === 1 ? 'does' : 'do'
  throw new CommandError(
    'NO_FILE',
    `${names} ${verb} not exist: nothing was started. Check the path and run the command again.`,
    exit.partly,
  )
}

async function cablesIn(dir: string): Promise<number> {
  const { openArchive } = await import('../archive/open-archive.ts')
  const door = await openArchive(dir, 'desk')
  try {
    const archive = await door.current()
    await archive.close()
    return archive.manifest.cables
  } finally {
    await door.close()
  }
}

/**
 * Runs a writing command in a process of its own: this one, which will serve, never opens the
 * vault. Its results are not ours to print; what it says to people is. Items set aside are no
 * failure here, they are counted in the last lines.
 */
async function runBeside(args: readonly string[]): Promise<void> {
  const [, program = ''] = process.argv
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill('SIGTERM')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const status = await new Promise<number | null>((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  if (stopped) {
    // Otherwise it has said so, and what it stored.
    if (status === null)
      say('Stopped. What was already stored stays: the same command goes on from there.')
    process.exit(exit.done)
  }
  const code = status ?? exit.unusable
  // The child has said what was wrong.
  if (code !== exit.done && code !== exit.partly) process.exit(code)
}
