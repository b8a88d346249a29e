import { styleText } from 'node:util'
import { Command } from 'commander'
import { type ComparedPiece, compareTexts } from '../cable/comparison.ts'
import type { VersionFacts } from '../desk/version.ts'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, printable, say, write, writeJson, writeLine } from './output.ts'
import { tableLines } from './table.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery versions ID [A B]`: the texts of a cable, or two of them compared. */
export function versionsCommand(): Command {
  return new Command('versions')
    .description('list the versions of a cable, or compare two of them word by word')
    .argument('<id>', 'any spelling of its number')
    .argument('[before]', 'a version: its number, or the start of its hash')
    .argument('[after]', 'another one')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText(
      'after',
      `
Examples:
  $ chancery versions 06ORDABAZ219
  $ chancery versions 06ORDABAZ219 1 2        what is only in 1 stands in [-…-], only in 2 in {+…+}`,
    )
    .action(
      async (
        spelling: string,
        before: string | undefined,
        after: string | undefined,
        options: Options,
        command: Command,
      ) => {
        const { versionsOf, namedVersion } = await import('../desk/version.ts')
        const { id, versions } = versionsOf(archiveFolder(options.archive), spelling)
        if (before === undefined) return list(id, versions, options)
        if (after === undefined) command.error('error: name two versions to compare them')
        const [from, to] = [
          namedVersion(id, versions, before),
          namedVersion(id, versions, after ?? ''),
        ]
        await compare(id, from, to, options)
      },
    )
}

async function list(
  id: string,
  versions: readonly VersionFacts[],
  options: Options,
): Promise<void> {
  if (options.json === true) {
    await writeJson({ id, versions: versions.map(({ text: _text, ...facts }) => facts) })
    return
  }
  const heads = [
    'VERSION',
    'MARKS',
    'CHARACTERS',
    'ADDED',
    'HASH',
    'SHOWN',
    'COLLECTIONS',
    'SOURCE',
  ]
  const rows = versions.map((version) => [
    version.number,
    version.redactionMarks,
    version.characters,
    version.added,
    version.sha256.slice(0, 12),
    standing(version),
    version.collections.join(', '),
    version.locators[0] ?? '',
  ])
  for (const line of tableLines(heads, rows)) await writeLine(line)
}

/** `desk, public, chosen, partial` */
function standing(version: VersionFacts): string {
  const words = [
    ...(version.current ? ['desk'] : []),
    ...(version.public ? ['public'] : []),
    ...(version.chosen ? ['chosen'] : []),
    ...(version.partial ? ['partial'] : []),
  ]
  return words.length === 0 ? '-' : words.join(', ')
}

async function compare(
  id: string,
  from: VersionFacts,
  to: VersionFacts,
  options: Options,
): Promise<void> {
  const compared = compareTexts(from.text, to.text)
  if (options.json === true) {
    await writeJson({ id, from: from.number, to: to.number, ...compared })
    return
  }
  const isColoured = process.stdout.isTTY === true
  for (const piece of compared.pieces) await write(drawn(piece, isColoured))
  if (!compared.pieces.at(-1)?.text.endsWith('\n')) await writeLine('')
  if (compared.stopped !== undefined) {
    const { limit, value } = compared.stopped
    const unit = limit === 'wordsMax' ? 'words' : 'words removed and added'
    say(`The texts were not compared: more than ${value.toLocaleString('en-US')} ${unit}.`)
  }
  const words = `${count(compared.removed, 'word')} only in version ${from.number}`
  say(`${id}: ${words}, ${count(compared.added, 'word')} only in version ${to.number}.`)
}

/** `[-Roe-]`, `{+XXXXXXXXXXXX+}`, on a terminal in colour too; the blanks behind stay outside. */
function drawn({ kind, text }: ComparedPiece, isColoured: boolean): string {
  const shown = printable(text)
  if (kind === 'same') return shown
  const words = shown.trimEnd()
  const sign = kind === 'removed' ? `[-${words}-]` : `{+${words}+}`
  const colour = kind === 'removed' ? 'red' : 'green'
  return (isColoured ? styleText(colour, sign) : sign) + shown.slice(words.length)
}
