import { mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build, buildCurrent } from './build.mjs'
import { installPackages, packagesComplete, packagesMegabytes } from './packages.mjs'
import { chooseRuntime, installRuntime } from './runtime.mjs'
import { say, Trouble } from './trouble.mjs'

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What `dist/` takes while it is made, rounded up. */
const buildMegabytes = 30

/** Sets up, and says what can be done next. */
export async function main() {
  await prepare()
  say('Ready: `npm start` opens the reading room, `bin/chancery --help` lists the commands.')
  return 0
}

/**
 * Makes the checkout ready to run: Node, packages, `dist/`; each only where it is missing or
 * stale, so that a second time needs no network. Returns the Node to run the program on. There must
 * be room for `moreMegabytes` that somebody else will need.
 */
export async function prepare(moreMegabytes = 0) {
  if (moreMegabytes > 0) checkDisk(moreMegabytes, false)
  if (ready()) return chooseRuntime(root).node
  const unlock = await lock()
  try {
    const { node, missing } = chooseRuntime(root)
    const packages = !packagesComplete(root)
    checkDisk(
      (missing?.megabytes ?? 0) +
        (packages ? packagesMegabytes : 0) +
        buildMegabytes +
        moreMegabytes,
      missing !== undefined || packages,
    )
    if (missing !== undefined) await installRuntime(root, missing)
    if (packages) await installPackages(root, node)
    if (packages || !buildCurrent(root)) await build(root, node)
    writeFileSync(join(root, '.runtime', 'current'), `${node}\n`)
    return node
  } finally {
    unlock()
  }
}

function ready() {
  const { node, missing } = chooseRuntime(root)
  return (
    missing === undefined &&
    packagesComplete(root) &&
    buildCurrent(root) &&
    recordedRuntime() === node
  )
}

/** The Node that `bin/chancery` runs. */
function recordedRuntime() {
  try {
    return readFileSync(join(root, '.runtime', 'current'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Before any work: is there room where the checkout stands, and where npm keeps its copies? */
function checkDisk(neededMegabytes, downloads) {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
  for (const [place, needed] of [[root, neededMegabytes], ...(downloads ? [[cache, 250]] : [])]) {
    const free = freeMegabytes(place)
    if (free === undefined || free >= needed) continue
    throw new Trouble(
      `Too little disk space in ${place}: ${needed} MB are needed, ${free} MB are free. Make room and run the same command again.`,
    )
  }
}

function freeMegabytes(place) {
  try {
    const { bavail, bsize } = statfsSync(place)
    return Math.floor((bavail * bsize) / 1e6)
  } catch {
    return place === dirname(place) ? undefined : freeMegabytes(dirname(place))
  }
}

/** One set-up at a time; a second one waits for the first. */
async function lock() {
  const folder = join(root, '.runtime')
  const file = join(folder, 'setup.lock')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Trouble(`${folder} cannot be made (${error.code}): clone into a folder of your own.`)
  }
  let waited = 0
  while (!taken(file)) {
    if (abandoned(file)) rmSync(file, { force: true })
    else if (waited++ === 0) say('Another set-up runs in this folder: waiting for it …')
    await wait(300)
  }
  return () => rmSync(file, { force: true })
}

function taken(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Trouble(`${file} cannot be written (${error.code}): clone into a folder of your own.`)
  }
}

/** Whether the set-up that took the lock is gone; one that has not written its number yet is not. */
function abandoned(file) {
  try {
    const pid = readFileSync(file, 'utf8')
    return pid === '' ? Date.now() - statSync(file).mtimeMs > 5000 : !alive(Number(pid))
  } catch {
    return false
  }
}

function alive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
