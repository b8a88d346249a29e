/**
 * The direction of every import in `src/`, and the house rules, checked on every run.
 *
 * A new folder, or a new arrow between folders, is a change to the table in `src/layers.ts` and is
 * reviewed there.
 */
import { globSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layers } from '../src/layers.ts'
import { declaresOnly, type Import, importsOf } from './imports.ts'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')
const files = globSync('**/*.{ts,tsx}', { cwd: src }).map(slashes).sort()
const imports = new Map(
  files.map((file) => [file, importsOf(readFileSync(join(src, file), 'utf8'), file)]),
)

describe('the table', () => {
  test('names every folder of src, and no other', () => {
    const folders = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(new Set(folders)).toEqual(new Set(Object.keys(layers)))
  })

  test('has no cycle: each folder imports only folders written above it', () => {
    const above = new Set<string>()
    for (const [name, layer] of Object.entries(layers)) {
      for (const target of layer.imports) {
        expect([...above], `${name} → ${target}`).toContain(target)
      }
      above.add(name)
    }
  })

  test('lets a pure folder import only pure folders, and nothing of Node', () => {
    for (const [name, layer] of Object.entries(layers)) {
      if (layer.kind !== 'pure') continue
      for (const target of layer.imports) {
        expect(layers[target]?.kind, `${name} → ${target}`).toBe('pure')
      }
      expect(
        layer.packages.filter((one) => isBuiltin(one)),
        name,
      ).toEqual([])
    }
  })

  test('names only packages of package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = Object.values(layers).flatMap((layer) => layer.packages)
    const known = [...Object.keys(dependencies), 'node:sqlite']
    expect([...new Set(named)].filter((one) => !known.includes(one))).toEqual([])
  })
})

describe('each file imports only what the table allows its folder', () => {
  for (const file of files.filter((name) => name !== 'layers.ts')) {
    test(file, () => {
      const wrong = (imports.get(file) ?? []).flatMap((one) => objection(file, one) ?? [])
      expect(wrong).toEqual([])
    })
  }
})

/** Why this import breaks the table, or undefined. */
function objection(file: string, { specifier }: Import): string | undefined {
  const folder = folderOf(file)
  const layer = layers[folder]
  if (layer === undefined) return `src/${folder} has no entry in src/layers.ts`
  if (specifier.startsWith('.')) {
    const target = targetOf(file, specifier)
    if (!files.includes(target)) return `${specifier} is no file of src`
    if (folderOf(target) === folder || layer.imports.includes(folderOf(target))) return undefined
    return `${folder} may not import ${folderOf(target)} (${specifier})`
  }
  if (isBuiltin(specifier) && specifier !== 'node:sqlite') {
    if (!specifier.startsWith('node:')) return `${specifier} is written without node:`
    return layer.kind === 'pure' ? `${folder} is pure and may not import ${specifier}` : undefined
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
  const wanted = specifier === 'node:sqlite' ? specifier : name
  return layer.packages.includes(wanted) ? undefined : `${folder} may not import ${specifier}`
}

describe('what a reader’s process can reach', () => {
  for (const folder of ['server', 'views', 'archive', 'search', 'edition']) {
    test(`from ${folder} no path leads to the vault, the desk, the press or SQLite`, () => {
      const start = files.filter((file) => folderOf(file) === folder)
      for (const file of reachable(start)) {
        expect(['vault', 'desk', 'press', 'sources'], file).not.toContain(folderOf(file))
        const specifiers = (imports.get(file) ?? []).map((one) => one.specifier)
        expect(specifiers, file).not.toContain('node:sqlite')
      }
    })
  }

  test('from a pure folder no path leads to a module of Node', () => {
    const pure = files.filter((file) => layers[folderOf(file)]?.kind === 'pure')
    for (const file of reachable(pure)) {
      const builtins = (imports.get(file) ?? []).filter((one) => isBuiltin(one.specifier))
      expect(builtins, file).toEqual([])
    }
  })

  test('`serve` and `start` load neither, before they are asked to', () => {
    for (const file of ['cli/chancery.ts', 'cli/serve.ts', 'cli/start.ts']) {
      expect(files).toContain(file)
      for (const reached of reachable([file], eager)) {
        expect(['vault', 'desk', 'press', 'sources'], `${file} → ${reached}`).not.toContain(
          folderOf(reached),
        )
      }
    }
  })
})

/** Loaded together with the file itself: not a type, not behind a dynamic import of a command. */
function eager(one: Import): boolean {
  return !one.typeOnly && !one.dynamic
}

/** All files that these reach, themselves included. */
function reachable(start: readonly string[], follow: (one: Import) => boolean = () => true) {
  const seen = new Set(start)
  for (const file of seen) {
    for (const one of imports.get(file) ?? []) {
      if (one.specifier.startsWith('.') && follow(one)) seen.add(targetOf(file, one.specifier))
    }
  }
  return [...seen].filter((file) => files.includes(file))
}

describe('house rules', () => {
  const empty = /^(utils?|helpers?|common|misc|managers?|types?|shared|lib|stuff|tools?)\.tsx?$/
  const generated = /^(?:\/\/|\/\*\*) Generated by tools\//
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
  const tracked = globSync('{src,test,tools,bench,bin,docs,sample}/**', {
    cwd: root,
    withFileTypes: true,
  }).map((entry) => slashes(relative(root, join(entry.parentPath, entry.name))))

  test('every file has a name that says what is inside, in kebab case', () => {
    const code = [...files, ...globSync('test/**/*.{ts,tsx}', { cwd: root }).map(slashes)]
    for (const file of code) {
      expect(basename(file), file).not.toMatch(empty)
      expect(file, file).toMatch(
        /^[a-z0-9-]+(?:\/[a-z0-9-]+)*(?:\.property)?(?:\.test|\.d)?\.tsx?$/,
      )
    }
  })

  test('no file has more than 300 lines, generated tables and lists of types excepted', () => {
    for (const file of files) {
      const text = readFileSync(join(src, file), 'utf8')
      if (generated.test(text) || declaresOnly(text, file)) continue
      expect(text.split('\n').length - 1, file).toBeLessThanOrEqual(300)
    }
  })

  test('no two names differ only in case, none is reserved, none is a link', () => {
    const seen = new Map<string, string>()
    for (const path of tracked) {
      expect(seen.get(path.toLowerCase()) ?? path, path).toBe(path)
      seen.set(path.toLowerCase(), path)
      expect(basename(path), path).not.toMatch(reserved)
      expect(path, path).toMatch(/^[^<>:"\\|?*\p{Cc}]*[^ .]$/u)
      expect(lstatSync(join(root, path)).isSymbolicLink(), path).toBe(false)
    }
  })

  test('no cable text is put in a page unescaped', () => {
    for (const file of files) {
      const text = readFileSync(join(src, file), 'utf8')
      expect(text, file).not.toMatch(/dangerouslySetInnerHTML|\.innerHTML\b/)
    }
  })
})

function folderOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function targetOf(file: string, specifier: string): string {
  return slashes(relative(src, resolve(src, dirname(file), specifier)))
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/')
}
