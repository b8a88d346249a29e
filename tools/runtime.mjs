import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { run } from './process.mjs'
import { oldest, runtimes } from './runtimes.mjs'
import { say, Trouble } from './trouble.mjs'

/** Whether the program runs on this version of Node, `24.15.0` or newer. */
export function fits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/**
 * The Node to run the program on: this one where it is new enough, else the one in `.runtime/`.
 * Returns {node, missing}: the path, and the entry of the table that must be installed first.
 */
export function chooseRuntime(root) {
  if (fits(process.versions.node)) return { node: process.execPath }
  const platform = `${process.platform}-${process.arch}`
  const entry = runtimes[platform]
  if (entry === undefined) {
    throw new Trouble(
      `Node ${process.versions.node} is too old to run Chancery, and none can be downloaded for ${platform}: install Node ${oldest.join('.')} or newer and run the same command again.`,
    )
  }
  const node = join(folderOf(root, entry), entry.binary)
  return existsSync(node) ? { node } : { node, missing: entry }
}

function folderOf(root, entry) {
  return join(root, '.runtime', `node-${entry.version}`)
}

/** Brings the Node of the table into `.runtime/`: installed beside, tried, then renamed. */
export async function installRuntime(root, entry) {
  const { name, version, integrity } = entry
  say(
    `Downloading Node ${version} (${name}, about 55 MB, unpacked ${entry.megabytes} MB) into .runtime/ …`,
  )
  const beside = join(root, '.runtime', `.new-${process.pid}`)
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  try {
    const dependencies = { [name]: version }
    const own = { name: 'chancery-runtime', version: '1.0.0', private: true, dependencies }
    const packages = { '': own, [`node_modules/${name}`]: { version, integrity } }
    const lock = { name: own.name, version: own.version, lockfileVersion: 3, packages }
    writeFileSync(join(beside, 'package.json'), JSON.stringify(own))
    writeFileSync(join(beside, 'package-lock.json'), JSON.stringify(lock))
    const what = `Node ${version}`
    await npm(process.execPath, ['ci', '--ignore-scripts'], { cwd: beside, what })
    const unpacked = join(beside, 'node_modules', name)
    await tryOut(join(unpacked, entry.binary), version)
    const target = folderOf(root, entry)
    rmSync(target, { recursive: true, force: true })
    renameSync(unpacked, target)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

async function tryOut(node, version) {
  const result = await run(node, ['--version']).catch((error) => ({ code: 1, output: `${error}` }))
  if (result.code === 0 && result.output.trim() === `v${version}`) return
  throw new Trouble(
    `Node ${version} was downloaded and does not start here (${result.output.trim().split('\n')[0]}): install Node ${oldest.join('.')} or newer yourself and run the same command again.`,
  )
}
