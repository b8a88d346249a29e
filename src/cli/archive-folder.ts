import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Option } from 'commander'
import { CommandError } from './failure.ts'

/** The user's data directory for Chancery; `default` in it is their archive. */
export function dataFolder(): string {
  const { env, platform } = process
  const set = (value: string | undefined) =>
    value === undefined || value === '' ? undefined : value
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'chancery')
  if (platform === 'win32') {
    return join(set(env.LOCALAPPDATA) ?? join(homedir(), 'AppData', 'Local'), 'chancery')
  }
  return join(set(env.XDG_DATA_HOME) ?? join(homedir(), '.local', 'share'), 'chancery')
}

/** The archive to use: the option, else `CHANCERY_ARCHIVE`, else the one in the user's data. */
export function archiveFolder(option?: string): string {
  const chosen = option ?? process.env.CHANCERY_ARCHIVE
  if (chosen === '') throw new CommandError('NO_ARCHIVE', 'The name of the archive is empty.', 2)
  return chosen === undefined ? join(dataFolder(), 'default') : resolve(chosen)
}

/** The option every command takes. */
export function archiveOption(): Option {
  return new Option(
    '--archive <dir>',
    'the archive (default: CHANCERY_ARCHIVE, else chancery/default in your data directory)',
  )
}
