import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { run } from './process.mjs'
import { Stopped, say, Trouble } from './trouble.mjs'

const stamp = '.sources'

/** Whether `dist/` was made from exactly the sources that stand in `src/` now. */
export function buildCurrent(root) {
  try {
    return readFileSync(join(root, 'dist', stamp), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

/** Compiles `src/` to `dist/` and copies what is not TypeScript; made beside, then renamed. */
export async function build(root, node) {
  say('Compiling …')
  const before = fingerprint(root)
  const beside = `.dist-${process.pid}`
  const target = join(root, beside)
  rmSync(target, { recursive: true, force: true })
  try {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc')
    const options = ['-p', 'tsconfig.json', '--outDir', beside, '--pretty', 'false']
    const { code, output, stopped } = await run(node, [compiler, ...options], { cwd: root })
    if (stopped) throw new Stopped()
    if (code !== 0) throw new Trouble(`${output.trim()}\nThe program does not compile: see above.`)
    for (const file of sources(root)) if (!/\.tsx?$/.test(file)) copy(root, target, file)
    writeFileSync(join(target, stamp), before)
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    renameSync(target, join(root, 'dist'))
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

function copy(root, target, file) {
  const to = join(target, relative('src', file))
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(join(root, file), to)
}

/** Name, size and time of change of everything a build reads. */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'tsconfig.json', ...sources(root)]) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function sources(root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}
