import { spawn } from 'node:child_process'

/**
 * Runs a program to its end, without a shell.
 *
 * Ctrl-C and a polite kill are passed on to it, and this process then waits for its end.
 * Resolves to {code, output, stopped}; `output` is empty where `inherit` lets it speak for itself.
 */
export function run(command, args, { cwd, env, inherit = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const output = []
    let stopped = false
    const stop = () => {
      stopped = true
      child.kill('SIGTERM')
    }
    const guard = watchParent(stop)
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    const end = () => {
      clearInterval(guard)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    }
    child.on('error', (error) => {
      end()
      failed(error)
    })
    child.on('close', (code, signal) => {
      end()
      done({
        code: code ?? (signal === null ? 0 : 1),
        output: Buffer.concat(output).toString('utf8'),
        stopped,
      })
    })
  })
}

/** Started by npm, a launcher ends with it: the shell between the two passes no signal on. */
function watchParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  const guard = setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 1000)
  guard.unref()
  return guard
}
