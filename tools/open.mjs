import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { run } from './process.mjs'
import { Stopped, say } from './trouble.mjs'

/** Sets up and runs `chancery start`; Ctrl-C is the usual way to end it, and no failure. */
export async function main(args) {
  try {
    const node = await prepare()
    const program = join(root, 'dist', 'cli', 'chancery.js')
    // Relative paths are those of the folder npm was called in.
    const cwd = process.env.INIT_CWD ?? process.cwd()
    const { code, stopped } = await run(node, [program, 'start', ...args], { cwd, inherit: true })
    return stopped ? 0 : code
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    say(error.message)
    return 0
  }
}
