import { Command } from 'commander'
import { exit } from './failure.ts'
import { answerLines, optionalText, textOf } from './ndjson.ts'
import { say, writeJson, writeLine } from './output.ts'

interface Options {
  readonly date?: string
  readonly json?: boolean
  readonly ndjson?: boolean
}

/** `chancery resolve REF…`: any spelling of a cable's name → its canonical id, or the candidates. */
export function resolveCommand(): Command {
  return new Command('resolve')
    .description('say which cable a spelling means; no archive is touched')
    .argument('[ref...]', 'spellings: "08 Hanoi 869", "HANOI 000869", 08HANOI869')
    .option('--date <date>', 'date of the cable that refers, where the spelling has no year')
    .option('--json', 'as JSON')
    .option('--ndjson', 'a request a line in, an answer a line out')
    .addHelpText(
      'after',
      `
Examples:
  $ chancery resolve "08 Hanoi 869" 05-HANOI-001179
  $ chancery resolve --date 2008-08-05 "HANOI 869"
  $ echo '{"key":1,"id":"HANOI 869","date":"2008-08-05"}' | chancery resolve --ndjson`,
    )
    .action(async (refs: string[], options: Options, command: Command) => {
      const { resolveIdentifier } = await import('../cable/identifier.ts')
      if (options.ndjson === true) {
        const clean = await answerLines(async (request) =>
          resolveIdentifier(textOf(request, 'id'), optionalText(request, 'date')),
        )
        if (!clean) process.exitCode = exit.partly
        return
      }
      if (refs.length === 0) command.error("error: missing required argument 'ref'")
      const answers = refs.map((ref) => ({ ref, ...resolveIdentifier(ref, options.date) }))
      if (answers.some((answer) => answer.id === undefined)) process.exitCode = exit.partly
      if (options.json === true) return writeJson(answers.length === 1 ? answers[0] : answers)
      for (const { ref, id, candidates, repaired } of answers) {
        if (id !== undefined) {
          await writeLine(`${ref}\t${id}`)
          if (repaired) say(`${ref} was damaged or incomplete, and read as ${id}.`)
        } else if (candidates.length > 0) {
          await writeLine(`${ref}\t${candidates.join(' ')}`)
          say(`${ref} may mean more than one cable: give --date to choose.`)
        } else say(`NOT_FOUND: ${ref} is no cable number that is known.`)
      }
    })
}
