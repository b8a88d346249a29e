import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { buildCommand } from './build.ts'
import { chooseCommand } from './choose.ts'
import { ingestCommand } from './ingest.ts'
import { ledgerCommand } from './ledger.ts'
import { lintCommand } from './lint.ts'
import { parseCommand } from './parse.ts'
import { policyCommand } from './policy.ts'
import { protectedCommand } from './protected.ts'
import { pruneCommand } from './prune.ts'
import { publishCommand } from './publish.ts'
import { quarantineCommand } from './quarantine.ts'
import { resolveCommand } from './resolve.ts'
import { restoreCommand } from './restore.ts'
import { searchCommand } from './search.ts'
import { serveCommand } from './serve.ts'
import { showCommand } from './show.ts'
import { startCommand } from './start.ts'
import { statsCommand } from './stats.ts'
import { synthCommand } from './synth.ts'
import { verifyCommand } from './verify.ts'
import { versionsCommand } from './versions.ts'
import { unwaiveCommand, waiveCommand } from './waive.ts'
import { withholdCommand } from './withhold.ts'

/**
 * The whole command line. A command's file says what it takes; the parts that do the work are
 * loaded when it runs, so that `serve` never loads what writes.
 */
export function program(): Command {
  return settle(
    new Command('chancery')
      .description('Turns a dump of diplomatic cables into an archive to read, search and check.')
      .version(version(), '--version', 'the version of the program')
      .addHelpText('after', manual)
      .addCommand(startCommand())
      .addCommand(ingestCommand())
      .addCommand(buildCommand())
      .addCommand(serveCommand())
      .addCommand(searchCommand())
      .addCommand(showCommand())
      .addCommand(statsCommand())
      .addCommand(verifyCommand())
      .addCommand(ledgerCommand())
      .addCommand(quarantineCommand())
      .addCommand(policyCommand())
      .addCommand(withholdCommand())
      .addCommand(restoreCommand())
      .addCommand(versionsCommand())
      .addCommand(chooseCommand())
      .addCommand(protectedCommand())
      .addCommand(waiveCommand())
      .addCommand(unwaiveCommand())
      .addCommand(publishCommand())
      .addCommand(pruneCommand())
      .addCommand(parseCommand())
      .addCommand(lintCommand())
      .addCommand(resolveCommand())
      .addCommand(synthCommand()),
  )
}

const manual = `
Exit codes: 0 done · 1 done, but something was set aside or not found · 2 wrong use ·
3 the archive or a file cannot be used · 70 a bug · 130 stopped by Ctrl-C.
Messages go to standard error, results to standard output.
What the words mean is in docs/glossary.md.`

/** Wrong use is thrown, not exited on: the launcher gives it its code. */
function settle(command: Command): Command {
  command
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)')
    // Of a search, `-hanoi` is a word that may not occur.
    .helpOption(command.name() === 'search' ? '--help' : '-h, --help', 'how it is used, by example')
  for (const below of command.commands) settle(below)
  return command
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  const { version: number } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return number
}
