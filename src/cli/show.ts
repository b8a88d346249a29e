import { Command } from 'commander'
import type { Archive } from '../archive/archive.ts'
import type { Cable } from '../cable/record.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { CommandError, exit } from './failure.ts'
import { write, writeJson } from './output.ts'
import { readable } from './readable.ts'
import { withArchive } from './reading.ts'

interface Options {
  readonly archive?: string
  readonly public?: boolean
  readonly json?: boolean
  readonly raw?: boolean
}

/** `chancery show ID`: one cable. */
export function showCommand(): Command {
  return new Command('show')
    .description('print one cable')
    .argument('<id>', 'any spelling of its number')
    .option('--json', 'the record')
    .option('--raw', 'the bytes as they came')
    .option('--public', 'as the public edition has it')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery show 05HANOI1179')
    .action(async (spelling: string, options: Options) => {
      await withArchive(options, async (archive) => {
        const id = idOf(archive, spelling)
        const cable = await archive.cable(id)
        if (cable === undefined) throw notFound(spelling)
        if (options.raw === true) await printOriginal(cable.record, options)
        else if (options.json === true) await writeJson(cable.record)
        else await write(readable(cable.record))
      })
    })
}

/** The one held cable that a spelling means. */
function idOf(archive: Archive, spelling: string): string {
  if (archive.entry(spelling) !== undefined) return spelling
  const { id, candidates, withdrawn } = archive.resolve(spelling)
  if (id !== undefined && archive.entry(id) !== undefined) return id
  if (withdrawn) {
    throw new CommandError(
      'WITHDRAWN',
      `${spelling} was public once and is withheld now.`,
      exit.partly,
    )
  }
  const held = candidates.filter((candidate) => archive.entry(candidate) !== undefined)
  if (held.length > 0) {
    const sentence = `${spelling} may mean ${held.join(' or ')}: name one of them.`
    throw new CommandError('AMBIGUOUS', sentence, exit.partly)
  }
  throw notFound(spelling)
}

function notFound(spelling: string): CommandError {
  const sentence = `The archive holds no cable ${spelling}: \`chancery search\` finds what it holds.`
  return new CommandError('NOT_FOUND', sentence, exit.partly)
}

async function printOriginal({ id, version }: Cable, options: Options): Promise<void> {
  if (options.public === true) {
    const sentence = 'The original bytes are the archive’s own: leave --public or --raw away.'
    throw new CommandError('NOT_PUBLIC', sentence, exit.use)
  }
  const { originalOf } = await import('../desk/original.ts')
  await write(originalOf(archiveFolder(options.archive), id, version))
}
