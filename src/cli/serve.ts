import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import type { Archive } from '../archive/archive.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { CommandError, exit, failureOf } from './failure.ts'
import { count, say, writeLine } from './output.ts'
import { shellWord } from './shell-word.ts'

/** Where the reading room is, if nobody says otherwise. */
const usualPort = 8080

interface Options {
  readonly archive?: string
  readonly port?: number
  readonly host?: string
  readonly public?: boolean
}

/** `chancery serve`: the reading room over an edition. The vault is never opened. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('open the reading room on this computer')
    .option('--port <n>', 'port (default: 8080, or the next free one)', portNumber)
    .option('--public', 'serve the public edition, and nothing else')
    .option('--host <address>', 'address to listen on; only with --public, behind a proxy')
    .addOption(archiveOption())
    .addHelpText('after', '\nExamples:\n  $ chancery serve\n  $ chancery serve --public --port 80')
    .action(async ({ archive, port, host, public: isPublic }: Options) => {
      if (host !== undefined && isPublic !== true) {
        const sentence = 'A desk edition is served on this computer only: --host needs --public.'
        throw new CommandError('DESK_IS_PRIVATE', sentence, exit.use)
      }
      const audience = isPublic === true ? 'public' : 'desk'
      await openReadingRoom(archiveFolder(archive), { audience, port, host })
    })
}

/** How a reading room is opened. */
export interface RoomOptions {
  readonly audience: 'desk' | 'public'
  /** Absent: 8080, or the next free one. */
  readonly port: number | undefined
  readonly host?: string | undefined
}

/** Serves until Ctrl-C or a polite kill, then ends cleanly. */
export async function openReadingRoom(dir: string, options: RoomOptions): Promise<void> {
  const { audience, port, host = '127.0.0.1' } = options
  const { openArchive } = await import('../archive/open-archive.ts')
  const { serve } = await import('../server/serve.ts')
  const door = await openArchive(dir, audience)
  const serving = await serve({
    door,
    port: port ?? usualPort,
    tryNextPorts: port === undefined,
    ...(audience === 'public' ? { publicHost: host } : {}),
    onBug: (error) => say(failureOf(error).line),
  })
  if (port === undefined && serving.port !== usualPort) {
    say(`Port ${usualPort} is taken: this is port ${serving.port}.`)
  }
  const stopped = toldToStop()
  const archive = await door.current()
  await welcome(dir, audience, serving.address, archive.manifest)
  void warm(archive)
  await stopped
  await serving.close()
  await door.close()
  // A connection that is kept open must not keep the program.
  process.exit(exit.done)
}

/** The first question reads the whole text stream: better now than when a reader waits for it. */
async function warm(archive: Archive): Promise<void> {
  try {
    await archive.search('', { sort: 'newest', size: 1, offset: 0, facets: false })
  } catch (error) {
    say(failureOf(error).line)
  } finally {
    await archive.close()
  }
}

/** Resolves at Ctrl-C and at a polite kill. */
function toldToStop(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => done())
  })
}

/** The last lines that are printed: where it is, who can see it, where the files are. */
async function welcome(
  dir: string,
  audience: 'desk' | 'public',
  address: string,
  { cables, quarantined = 0 }: Archive['manifest'],
): Promise<void> {
  if (audience === 'public') {
    return writeLine(`The public edition of ${count(cables, 'cable')} is at ${address}`)
  }
  const list = `bin/chancery quarantine list --archive ${shellWord(dir)}`
  const aside = quarantined === 0 ? '' : ` · ${quarantined} set aside: ${list}`
  // What was published once is no longer only here.
  const released = existsSync(join(dir, 'public', 'current')) ? '' : ' or released'
  await writeLine(`Read ${count(cables, 'cable')} at ${address}${aside}`)
  await writeLine(`Only this computer can open it. Nothing was sent anywhere${released}.`)
  await writeLine(`Your files are in ${dir}, not encrypted.`)
}

/** A port as written on the command line. */
export function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}
