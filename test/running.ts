import { spawn } from 'node:child_process'

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: NodeJS.ProcessEnv
    readonly input?: string | Uint8Array
    /** Kills it (-9) after so long, if it still runs then. */
    readonly killAfterMs?: number
  } = {},
): Promise<Ended> {
  return new Promise((done, failed) => {
    const { cwd, env, killAfterMs } = options
    const child = spawn(command, args, { cwd, env: env ?? process.env })
    if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref()
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    // A program may end before it has read all of its input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    child.on('error', failed)
    child.on('close', (code) =>
      done({
        code,
        out: Buffer.concat(out).toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
      }),
    )
  })
}
