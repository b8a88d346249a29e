import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Entry {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

test('every optional dependency has an entry, so that npm ci accepts the lockfile anywhere', () => {
  const missing = packages.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => lock.packages[`node_modules/${name}`] === undefined)
      .map((name) => `${path} → ${name}: run node tools/complete-lock.mjs`),
  )
  expect(missing).toEqual([])
})

test('no package runs a script when it is installed', () => {
  expect(packages.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([])
})

test('every package has a version and, but for other platforms’ programs, an integrity', () => {
  for (const [path, entry] of packages) {
    expect(entry.version, path).toMatch(/^\d+\.\d+\.\d+/)
    if (entry.integrity === undefined) {
      expect(entry.optional === true && entry.os !== undefined, path).toBe(true)
    } else expect(entry.integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
  }
})

test('no package comes from anywhere but the registry of the person who installs', () => {
  for (const [path, { resolved }] of packages) {
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
      /^https:\/\/registry\.npmjs\.org\//,
    )
  }
})
