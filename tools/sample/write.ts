/** Writes `sample/` from `tools/sample/text`: `node tools/sample/write.ts`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { featureTable, sampleCollection } from './collection.ts'

const root = join(import.meta.dirname, '../../sample')
const { files, expected, cables } = sampleCollection()
rmSync(join(root, 'cables'), { recursive: true, force: true })
for (const file of files) {
  const path = join(root, 'cables', file.path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, file.text)
}
writeFileSync(join(root, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
const readme = join(root, 'README.md')
const prose = readFileSync(readme, 'utf8')
const start = prose.indexOf('| file | dialect |')
const end = prose.indexOf('\n\n', start)
writeFileSync(readme, prose.slice(0, start) + featureTable(cables, expected) + prose.slice(end))
