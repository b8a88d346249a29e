/** The written documents, held to the code they speak of. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layers } from '../../src/layers.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json'))

// "| `words/` | … | nothing | none | pure |" → ['`words/`', …]
function rows(page: string, start: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith(start))
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

test('the code map of ARCHITECTURE.md is the table of src/layers.ts, in its order', () => {
  const list = (cell = ''): string[] =>
    /^(nothing|none)$/.test(cell) ? [] : cell.split(', ').sort()
  const table = rows(read('ARCHITECTURE.md'), '| `').map(
    ([, folder, , imports, packages, kind]) => ({
      folder: folder?.replaceAll(/[`/]/g, ''),
      imports: list(imports),
      packages: list(packages),
      kind,
    }),
  )
  const known = Object.entries(layers).map(([folder, { imports, packages, kind }]) => ({
    folder,
    imports: [...imports].toSorted((a, b) => a.localeCompare(b)),
    packages: [...packages].toSorted((a, b) => a.localeCompare(b)),
    kind,
  }))
  expect(table).toEqual(known)
})

test('docs/dependencies.md has a row for each runtime package with its release, and no other', () => {
  const table = rows(read('docs/dependencies.md'), '| [').map(([, name, release]) => [
    /\[(.*?)\]/.exec(name ?? '')?.[1],
    release,
  ])
  const installed = Object.keys(manifest.dependencies).map((name) => {
    const { version, scripts } = JSON.parse(read(`node_modules/${name}/package.json`))
    expect(
      Object.keys(scripts ?? {}).filter((script) => /^(pre|post)?install$/.test(script)),
    ).toEqual([])
    return [name, version.split('.').slice(0, 2).join('.')]
  })
  expect(new Map(table as [string, string][])).toEqual(new Map(installed as [string, string][]))
  expect(installed.length).toBeLessThanOrEqual(22)
})

test('the changelog has an entry for the version of package.json', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`)
})

describe('every link to a file leads to one', () => {
  const pages = ['*.md', 'docs/*.md', 'sample/README.md'].flatMap((glob) =>
    globSync(glob, { cwd: root }),
  )
  test.each(pages.sort())('%s', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
    const missing = targets.filter((target) => !existsSync(join(root, dirname(page), target)))
    expect(missing).toEqual([])
  })
})

test('the scripts that README and CONTRIBUTING name are there', () => {
  const prose = read('README.md') + read('CONTRIBUTING.md')
  const named = [...prose.matchAll(/`npm (?:run )?(\w+)/g)].map(([, script]) => script ?? '')
  const scripts = [...Object.keys(manifest.scripts), 'ci']
  expect(named.filter((script) => !scripts.includes(script))).toEqual([])
  expect(named).toContain('start')
  expect(named).toContain('test')
})
