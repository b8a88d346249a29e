import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { count, printable, writeJson, writeLine } from './output.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery stats`: what the archive holds. */
export function statsCommand(): Command {
  return new Command('stats')
    .description('say what the archive holds')
    .option('--json', 'as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery stats --json')
    .action(async (options: Options) => {
      const dir = archiveFolder(options.archive)
      const { archiveStats } = await import('../archive/stats.ts')
      const stats = await archiveStats(dir)
      if (options.json === true) return writeJson(stats)
      const days = stats.from === undefined ? '' : `, ${stats.from} to ${stats.to}`
      await writeLine(`${count(stats.cables, 'cable')}${days}`)
      await writeLine(`${count(stats.versions, 'text')}, ${stats.quarantined} set aside`)
      for (const { name, cables, invented } of stats.collections) {
        const note = invented ? ', invented' : ''
        await writeLine(`collection ${printable(name)}: ${count(cables, 'cable')}${note}`)
      }
      for (const [audience, edition] of Object.entries(stats.editions)) {
        const size = count(edition.cables, 'cable')
        await writeLine(
          `${audience} edition ${edition.root.slice(0, 12)}: ${size}, ${edition.date}`,
        )
      }
    })
}
