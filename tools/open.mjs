import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { run } from './process.mjs'

/** Sets up and runs `chancery start`; relative paths are those of the folder npm was called in. */
export async function main(args) {
  const node = await prepare()
  const program = join(root, 'dist', 'cli', 'chancery.js')
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code, stopped } = await run(node, [program, 'start', ...args], { cwd, inherit: true })
  return stopped ? 0 : code
}
