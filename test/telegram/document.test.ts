import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const document = read('../../docs/telegram.md')
const tree = read('../../src/telegram/tree.ts')

/** Every `type: 'x'` and every member of `LeafType`. */
const nodeTypes = [...tree.matchAll(/readonly type: ((?:'\w+'(?: \| )?)+)/g)].flatMap((match) =>
  [...(match[1] ?? '').matchAll(/'(\w+)'/g)].map((name) => name[1] ?? ''),
)
const leafTypes = [...tree.matchAll(/^ {2}\| '(\w+)'$/gm)].map((match) => match[1] ?? '')

test('the types are found at all', () => {
  expect(nodeTypes.length).toBeGreaterThan(35)
  expect(leafTypes.length).toBeGreaterThan(25)
})

test.each([...new Set([...nodeTypes, ...leafTypes])])('the document shows %s', (type) => {
  expect(document).toContain(`\`${type}\``)
})
