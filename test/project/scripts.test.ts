import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runtimes } from '../../tools/runtimes.mjs'

const root = join(import.meta.dirname, '../..')
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

test('the scripts of the package need no shell', () => {
  expect(Object.keys(own.scripts)).toEqual(
    expect.arrayContaining(['setup', 'start', 'test', 'check']),
  )
  for (const [name, line] of Object.entries(own.scripts)) {
    expect(line, name).toMatch(/^[a-z]+(?: [\w./:=-]+)*$/)
  }
})

test('no script runs before or after an installation', () => {
  const names = ['preinstall', 'install', 'postinstall', 'prepare', 'prestart', 'pretest']
  expect(Object.keys(own.scripts).filter((name) => names.includes(name))).toEqual([])
})

test('continuous integration runs npm test and nothing else', () => {
  const lines = readFileSync(join(root, '.ci/run'), 'utf8').split('\n')
  expect(lines.at(0)).toBe('#!/usr/bin/env bash')
  expect(lines.filter((line) => /\b(npm|node|npx)\b/.test(line))).toEqual(['exec npm test'])
  expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111)
})

test('at most 22 packages are needed at run time', () => {
  expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(22)
})

test('each platform’s Node is new enough and has its integrity', () => {
  expect(own.engines.node).toBe('>=24.15')
  expect(new Set(Object.keys(runtimes))).toEqual(
    new Set(['linux', 'darwin', 'win32'].flatMap((os) => [`${os}-x64`, `${os}-arm64`])),
  )
  for (const [platform, entry] of Object.entries(runtimes)) {
    expect(entry.name, platform).toMatch(/^node-(?:bin-)?(?:linux|win|darwin)-(?:x64|arm64)$/)
    expect(entry.version, platform).toMatch(/^(?:24\.(?:1[5-9]|[2-9]\d)|2[5-9]\.\d+)\.\d+$/)
    expect(Buffer.from(entry.integrity.replace('sha512-', ''), 'base64'), platform).toHaveLength(64)
  }
})
