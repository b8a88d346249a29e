import { Command } from 'commander'
import { archiveFolder, archiveOption } from './archive-folder.ts'
import { BuildBar } from './build-bar.ts'
import { count, say, writeJson } from './output.ts'

interface Options {
  readonly archive?: string
  readonly json?: boolean
}

/** `chancery build`: a new desk edition of everything held, and the switch to it. */
export function buildCommand(): Command {
  return new Command('build')
    .description('make a new desk edition of everything held, and switch to it')
    .option('--json', 'what was built, as JSON')
    .addOption(archiveOption())
    .addHelpText('after', '\nExample:\n  $ chancery build --archive ~/cables')
    .action(async (options: Options) => {
      const { build } = await import('../desk/build.ts')
      const bar = new BuildBar()
      const { root, unchanged, manifest } = await build(archiveFolder(options.archive), {
        onProgress: bar.show,
      })
      bar.end()
      const { cables } = manifest
      if (options.json === true) return writeJson({ root, unchanged, cables })
      if (unchanged) say(`Nothing has changed: the edition of ${count(cables, 'cable')} stays.`)
      else say(`Built a desk edition of ${count(cables, 'cable')}.`)
    })
}
