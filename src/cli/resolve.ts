import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Archive } from '../archive/archive.ts'
import type { ArchiveDoor } from '../archive/open-archive.ts'
import { type Resolution, resolveIdentifier } from '../cable/identifier.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { exit } from './failure.ts'
import { answerLines, optionalText, textOf } from './ndjson.ts'
import { say, writeJson, writeLine } from './output.ts'

interface Options {
  readonly archive?: string
  readonly date?: string
  readonly json?: boolean
  readonly ndjson?: boolean
}

/** `chancery resolve REF…`: any spelling of a cable's name → its canonical id, or the candidates. */
export function resolveCommand(): Command {
  return new Command('resolve')
    .description('say which cable a spelling means')
    .argument('[ref...]', 'spellings: "08 Hanoi 869", "HANOI 000869", 08HANOI869')
    .option('--date <date>', 'date of the cable that refers, where the spelling has no year')
    .option('--json', 'as JSON')
    .option('--ndjson', 'a request a line in, an answer a line out')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
What a name alone does not decide is looked up in the archive, if there is one: the cables it holds
of that name are offered.

Examples:
  $ chancery resolve "08 Hanoi 869" 05-HANOI-001179
  $ chancery resolve --date 2008-08-05 "HANOI 869"
  $ echo '{"key":1,"id":"HANOI 869","date":"2008-08-05"}' | chancery resolve --ndjson`,
    )
    .action(async (refs: string[], options: Options, command: Command) => {
      if (options.ndjson !== true && refs.length === 0) {
        command.error("error: missing required argument 'ref'")
      }
      const names = openNames(options.archive)
      try {
        if (options.ndjson === true) await answerRequests(names)
        else await answerAll(refs, names, options)
      } finally {
        await names.close()
      }
    })
}

async function answerRequests(names: Names): Promise<void> {
  const clean = await answerLines((request) =>
    names.resolve(textOf(request, 'id'), optionalText(request, 'date')),
  )
  if (!clean) process.exitCode = exit.partly
}

async function answerAll(refs: readonly string[], names: Names, options: Options): Promise<void> {
  const answers: (Resolution & { readonly ref: string })[] = []
  for (const ref of refs) answers.push({ ref, ...(await names.resolve(ref, options.date)) })
  if (answers.some((answer) => answer.id === undefined)) process.exitCode = exit.partly
  if (options.json === true) return writeJson(answers.length === 1 ? answers[0] : answers)
  for (const { ref, id, candidates, repaired } of answers) {
    if (id !== undefined) {
      await writeLine(`${ref}\t${id}`)
      if (repaired) say(`${ref} was damaged or incomplete, and read as ${id}.`)
    } else if (candidates.length > 0) {
      await writeLine(`${ref}\t${candidates.join(' ')}`)
      say(`${ref} alone does not decide which cable it is: give its year, or --date to choose.`)
    } else say(`NOT_FOUND: ${ref} is no cable number that is known.`)
  }
}

/** Cables' names, read by their spelling and, where that does not decide, in the archive. */
interface Names {
  resolve(spelling: string, date?: string): Promise<Resolution>
  close(): Promise<void>
}

/** The archive is opened at the first name that needs it; none is needed unless it was named. */
function openNames(option: string | undefined): Names {
  let opening: Promise<{ door: ArchiveDoor; archive: Archive } | undefined> | undefined
  const open = async () => {
    const dir = archiveFolder(option)
    if (option === undefined && !existsSync(join(dir, 'desk', 'current'))) return undefined
    const { openArchive } = await import('../archive/open-archive.ts')
    const door = await openArchive(dir, 'desk')
    return { door, archive: await door.current() }
  }
  return {
    async resolve(spelling, date) {
      const read = resolveIdentifier(spelling, date)
      if (read.candidates.length > 0) return read
      opening ??= open()
      const held = await opening
      return held === undefined ? read : heldNames(held.archive, spelling)
    },
    async close() {
      const held = await opening?.catch(() => undefined)
      await held?.archive.close()
      await held?.door.close()
    },
  }
}

/** What the archive holds under a name: certain where a cable bears it, else candidates only. */
function heldNames(archive: Archive, spelling: string): Resolution {
  const { id, candidates, repaired } = archive.resolve(spelling)
  const name = spelling.trim()
  // `HANOI 905` is the only one held of that number: it may still mean one that is not held.
  const bears = id === name || (id !== undefined && archive.entry(id)?.aliases.includes(name))
  return bears && id !== undefined ? { id, candidates, repaired } : { candidates, repaired: false }
}
