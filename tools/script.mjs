import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { run } from './process.mjs'
import { Stopped } from './trouble.mjs'

/** Runs the script named first with the arguments behind it; its exit code is ours. */
export async function main([script = '', ...options]) {
  const node = await prepare(0)
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code, stopped } = await run(node, [join(root, script), ...options], {
    cwd,
    inherit: true,
  })
  if (stopped) throw new Stopped()
  return code
}
