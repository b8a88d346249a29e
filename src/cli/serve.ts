import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { CommandError, exit } from './failure.ts'
import { count, say, writeLine } from './output.ts'

/** Where the reading room is, if nobody says otherwise. */
const usualPort = 8080

/** How many ports are tried from there. */
const portsTriedMax = 100

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
  // placeholder
}

/** A port as written on the command line. */
export function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}
