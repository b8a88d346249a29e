import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './process.mjs'
import { Stopped, Trouble } from './trouble.mjs'

const environment = process.env

/**
 * Runs npm under the given Node, quietly. What went wrong comes back as one line of trouble.
 * A distribution's npm may run only under the distribution's Node: then that one runs it.
 */
export async function npm(node, args, { cwd, what }) {
  const program = findNpm()
  const fits = node === process.execPath || (await run(node, [program, '--version'])).code === 0
  const result = await run(
    fits ? node : process.execPath,
    [program, ...args, '--no-audit', '--no-fund', '--loglevel=http', '--prefix', cwd].concat([
      // It would ask the network for a newer npm, and its failure hide what went wrong.
      '--no-update-notifier',
      '--fetch-retry-mintimeout=2000',
      '--fetch-retry-maxtimeout=8000',
    ]),
    { cwd },
  )
  if (result.stopped) throw new Stopped()
  if (result.code !== 0) throw new Trouble(`${what} ${explain(result.output)}`)
}

/** The file of npm's program: of the npm that started this, else of the one on the path. */
function findNpm() {
  const started = environment.npm_execpath
  if (started !== undefined && /npm-cli\.[cm]?js$/.test(started) && existsSync(started)) {
    return started
  }
  const node = dirname(process.execPath)
  const folders = [node, ...(environment.PATH ?? '').split(delimiter)]
  const places = [
    join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...folders.map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')),
    ...folders.map((folder) => join(folder, 'npm')),
  ]
  for (const place of places) {
    if (!existsSync(place)) continue
    const file = realpathSync(place)
    if (file.endsWith('.js')) return file
  }
  throw new Trouble('npm is missing: install it (it comes with Node) and run `npm run setup`.')
}

const reasons = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|network)\b/,
    'could not be downloaded: the npm registry cannot be reached. Connect to the network (or set npm’s `registry` or `proxy`) and run the same command again.',
  ],
  [
    /\bENOSPC\b/,
    'could not be installed: the disk is full. Make room and run the same command again.',
  ],
  [
    /\bEINTEGRITY\b/,
    'was refused: the download is not the file that this version of Chancery names. Run `npm cache verify` and try again; if it stays so, do not trust the registry you use.',
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    'could not be installed: this folder may not be written. Clone into a folder of your own.',
  ],
]

/**
 * What npm says is wrong; else what its requests met, since npm 10 has no word but
 * `Exit handler never called!` where the registry does not answer.
 */
function explain(output) {
  const lines = output.split('\n')
  const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line))
  const unanswered = lines.filter((line) => !/^npm http fetch \w+ \d/.test(line))
  for (const said of [errors.join('\n'), unanswered.join('\n')]) {
    for (const [sign, sentence] of reasons) if (sign.test(said)) return sentence
  }
  const line = lines.find((text) => /^npm (error|ERR!) (?!code)/.test(text))
  const said = line?.replace(/^npm (error|ERR!)\s*/, '') ?? 'npm failed'
  return `could not be installed: ${said.trim()} (run \`npm ci\` to see all of it).`
}
