import { expect, test } from 'vitest'
import { declaresOnly, importsOf } from './imports.ts'

const specifiers = (source: string, file = 'a.ts') =>
  importsOf(source, file).map((one) => one.specifier)

test.each([
  ['static', `import { a } from './a.ts'`],
  ['default and namespace', `import d, * as all from './a.ts'`],
  ['side effect', `import './a.ts'`],
  ['several lines', `import {\n  a,\n  b,\n} from\n  './a.ts'`],
  ['type only', `import type { A } from './a.ts'`],
  ['inline types', `import { type A, b } from './a.ts'`],
  ['re-export', `export { a } from './a.ts'`],
  ['re-export of all', `export * from './a.ts'`],
  ['re-export under a name', `export * as a from './a.ts'`],
  ['re-export of types', `export type { A } from './a.ts'`],
  ['dynamic', `const a = await import('./a.ts')`],
  ['dynamic, template', 'const a = import(`./a.ts`)'],
  ['dynamic, deep in an expression', `f(() => [...(x ? [import('./a.ts')] : [])])`],
  ['typeof import', `let a: typeof import('./a.ts')`],
  ['import type in a type', `type A = Promise<import('./a.ts').A[]>`],
  ['import with attributes', `import a from './a.ts' with { type: 'json' }`],
  ['require assignment', `import a = require('./a.ts')`],
  ['worker file', `new Worker(new URL('./a.ts', import.meta.url))`],
  ['after a tricky division', `const x = a / b; import('./a.ts'); const y = c / d`],
  ['after a comment', `/* it's */ import './a.ts' // '`],
])('finds an import: %s', (_, source) => {
  expect(specifiers(source)).toEqual(['./a.ts'])
})

test.each([
  ['a comment', `// import './a.ts'\n/* import('./b.ts') */`],
  ['a string', `const text = "import './a.ts'"`],
  ['a template', 'const text = `import("./a.ts")`'],
  ['a regular expression', `const pattern = /import '.\\/a.ts'/`],
  ['a picture', `new URL('./a.png', import.meta.url)`],
])('takes no import from %s', (_, source) => {
  expect(specifiers(source)).toEqual([])
})

test('reads JSX: text is no import, an expression is one', () => {
  const source = `const a = <p title="import('./x.ts')">import './y.ts' {import('./a.ts')}</p>`
  expect(specifiers(source, 'a.tsx')).toEqual(['./a.ts'])
})

test('knows what is gone at run time', () => {
  const types = (source: string) => importsOf(source, 'a.ts').map((one) => one.typeOnly)
  expect(types(`import type { A } from 'a'`)).toEqual([true])
  expect(types(`import { type A, type B } from 'a'`)).toEqual([true])
  expect(types(`import { type A, b } from 'a'`)).toEqual([false])
  expect(types(`export type * from 'a'`)).toEqual([true])
  expect(types(`type A = import('a').A`)).toEqual([true])
})

test.each([
  'const a = await import(name)',
  `const a = await import('./' + name)`,
  `process.getBuiltinModule('node:sqlite')`,
  `require('node:sqlite')`,
  `createRequire(import.meta.url)`,
  `eval('x')`,
  `import.meta.resolve('./a.ts')`,
])('refuses what cannot be held to the table: %s', (source) => {
  expect(() => importsOf(source, 'a.ts')).toThrow()
})

test('knows a list of types from code that runs', () => {
  const types = `import type { A } from 'a'\nexport type B = A\nexport interface C { b: B }`
  expect(declaresOnly(types, 'a.ts')).toBe(true)
  expect(declaresOnly(`${types}\nexport const d = 1`, 'a.ts')).toBe(false)
  expect(declaresOnly(`${types}\nimport './e.ts'`, 'a.ts')).toBe(false)
})
