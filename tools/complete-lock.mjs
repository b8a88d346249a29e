/**
 * Adds to package-lock.json the other platforms' optional packages that a registry mirror lacks.
 *
 *     node tools/complete-lock.mjs
 *
 * npm leaves a package it cannot find out of the lockfile, and `npm ci` then calls the lockfile
 * stale. Biome publishes one package per platform. Run this after every change of the lockfile;
 * `test/project/lockfile.test.ts` says when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const platform =
  /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win(?:32|dows))-(x64|arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x)/

for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const [, os, cpu] = platform.exec(name) ?? []
    const key = `node_modules/${name}`
    if (os === undefined || lock.packages[key] !== undefined) continue
    lock.packages[key] = {
      version,
      os: [os === 'windows' ? 'win32' : os],
      cpu: [cpu],
      ...(name.includes('musl') ? { libc: ['musl'] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    }
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
