import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Desk, root } from './chancery.ts'

/** Serves until `use` is done, ends it as Ctrl-C does, and gives what was printed. */
export async function serving(
  here: Desk,
  args: readonly string[],
  use: (address: string) => Promise<void>,
): Promise<string> {
  const program = join(root, 'dist/cli/chancery.js')
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], {
    env: here.env,
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  let out = ''
  const address = await new Promise<string>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
      const found = /http:\/\/\S+\//.exec(out)?.[0]
      if (found !== undefined) done(found)
    })
  })
  try {
    await use(address)
  } finally {
    child.kill('SIGINT')
  }
  expect(await ended).toBe(0)
  return out
}
