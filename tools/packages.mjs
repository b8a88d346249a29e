import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { say } from './trouble.mjs'

/** What `node_modules` takes on disk, with npm's copy of the downloads, rounded up. */
export const packagesMegabytes = 550

/**
 * Whether `node_modules` holds what the lockfile names. npm writes its own record there when an
 * installation is complete and removes it first, so a cut one is never taken for whole.
 */
export function packagesComplete(root) {
  const wanted = read(join(root, 'package-lock.json'))
  const found = read(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined || found === undefined) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || (entry.optional && !ofThisPlatform(path))) return true
    const held = found.packages[path]
    return held?.version === entry.version && held.integrity === entry.integrity
  })
}

/** `@typescript/typescript-linux-x64`: the compiler is a program of the platform. */
function ofThisPlatform(path) {
  return path.endsWith(`/typescript-${process.platform}-${process.arch}`)
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Installs exactly what the lockfile names; no package runs a script of its own. */
export async function installPackages(root, node) {
  const count = Object.keys(read(join(root, 'package-lock.json'))?.packages ?? {}).length - 1
  say(`Installing the packages of package-lock.json (up to ${count}, about 300 MB) …`)
  const all = ['--include=dev', '--include=optional', '--include=peer']
  const what = 'The packages of package-lock.json'
  await npm(node, ['ci', '--ignore-scripts', ...all], { cwd: root, what })
}
