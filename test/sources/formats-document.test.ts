import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { containedShinglesMin, containmentMin, jaccardMin } from '../../src/desk/near-duplicate.ts'
import { twinsComparedMax } from '../../src/desk/placement.ts'
import { fileBytesMax, folderDepthMax, tableUnitsMax } from '../../src/sources/limits.ts'
import { formatNames } from '../../src/sources/read-bytes.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/formats.md'), 'utf8')

/** Codes that the readers give: `fail('BINARY', …)`, `refuse('SYMLINK', …)`, `code: 'NO_TEXT'`. */
function codes(): readonly string[] {
  const folder = join(root, 'src/sources')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => name.endsWith('.ts'))
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8'))
  const given = text.join('\n').matchAll(/(?:fail\(|refuse\(|code: |\| )'([A-Z_]{5,})'/g)
  return [...new Set([...given].map(([, code]) => code ?? ''))]
}

describe('docs/formats.md', () => {
  it('tells every reason for setting aside', () => {
    const stops = ['FORMAT_UNKNOWN', 'NO_PATHS']
    const told = codes().filter((code) => !stops.includes(code))
    expect(told.length).toBeGreaterThan(10)
    for (const code of told) expect(page, code).toContain(`\`${code}\``)
  })

  it('tells every format', () => {
    for (const name of formatNames) expect(page).toContain(`| \`${name}\` |`)
  })

  it('tells the numbers of the program', () => {
    const number = (value: number): string => value.toLocaleString('en')
    expect(page).toContain(`one file | ${fileBytesMax / 1024 / 1024} MiB`)
    expect(page).toContain(`| ${folderDepthMax} levels`)
    expect(page).toContain(`${number(tableUnitsMax)} UTF-16 code units`)
    expect(page).toContain(`at least **${jaccardMin}**`)
    expect(page).toContain(`at least **${containmentMin}**`)
    expect(page).toContain(`least **${containedShinglesMin}**`)
    expect(page).toContain(`the ${twinsComparedMax} latest cables`)
  })
})
