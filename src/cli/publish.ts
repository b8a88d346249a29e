import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import type { Publication, PublishSummary } from '../desk/publish.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { BuildBar } from './build-bar.ts'
import { CommandError, exit } from './failure.ts'
import { count, printable, say, writeJson } from './output.ts'

interface Options {
  readonly archive?: string
  readonly yes?: boolean
  readonly json?: boolean
}

/** `chancery publish`: a new public edition, after a summary and a question. */
export function publishCommand(): Command {
  return new Command('publish')
    .description('make a new public edition from what policies and decisions allow')
    .option('--yes', 'do not ask (for scripts)')
    .option('--json', 'what was published, as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery publish --yes')
    .action(async (options: Options) => {
      const dir = archiveFolder(options.archive)
      if (existsSync(dir) && options.yes !== true && !process.stdin.isTTY) {
        const sentence =
          'Publishing needs an answer, and there is no terminal to ask on: say --yes.'
        throw new CommandError('NOT_ASKED', sentence, exit.use)
      }
      const { publish } = await import('../desk/publish.ts')
      const bar = new BuildBar()
      const { summary, edition } = await publish(dir, {
        onProgress: bar.show,
        confirm: async (plan) => {
          bar.end()
          saySummary(plan)
          return options.yes === true || (await ask())
        },
      })
      bar.end()
      if (options.json === true) await writeJson({ summary, ...publicFacts(edition) })
      if (edition === undefined) say('Nothing was published.')
      else if (edition.unchanged) say('Nothing has changed: the public edition stays as it is.')
      else {
        const { release, cables } = edition.manifest
        say(`Release ${release} of ${count(cables, 'cable')} is public in ${edition.directory}`)
      }
    })
}

function publicFacts(edition: Publication['edition']): object {
  if (edition === undefined) return {}
  const { root, unchanged, manifest } = edition
  return { edition: { root, unchanged, release: manifest.release, cables: manifest.cables } }
}

function saySummary(summary: PublishSummary): void {
  say(`The public edition will hold ${count(summary.cables, 'cable')}.`)
  for (const { name, policy, cables } of summary.collections) {
    say(`  collection ${printable(name)}, policy ${policy}: ${count(cables, 'cable')}`)
  }
  list('New in it', summary.newly)
  list('No longer in it', summary.withdrawn)
  list('Withheld by a person', summary.withheld)
  list('Not released in the version that was chosen', summary.choiceClosed)
  list('Kept back by marks such as "strictly protect", or by what others mask', summary.heldBack)
  if (summary.heldBack.length > 0) {
    say(
      '`chancery protected` lists these marks; `chancery waive` says of one that it was looked at.',
    )
  }
  if (summary.cables === 0 && summary.collections.every(({ policy }) => policy === 'none')) {
    say('No collection has the policy all: `chancery policy COLLECTION all --reason TEXT` sets it.')
  }
}

/** So many ids are named; of the others, how many they are. */
const namedMax = 10

function list(heading: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const more = ids.length > namedMax ? ` and ${ids.length - namedMax} more` : ''
  say(`${heading}: ${count(ids.length, 'cable')}: ${ids.slice(0, namedMax).join(', ')}${more}`)
}

async function ask(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await terminal.question('Publish it? [y/N] ')).trim())
  } finally {
    terminal.close()
  }
}
