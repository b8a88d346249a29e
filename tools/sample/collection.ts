import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SampleFile, wrapTelegram } from './container.ts'
import { type Expectation, expectationOf } from './expectation.ts'
import { type CableSource, field, readSourceText } from './source.ts'
import { writeTelegram } from './telegram.ts'

/** Every file of the sample collection, from the source texts, in the order of their paths. */
export function sampleCollection(): {
  readonly files: readonly SampleFile[]
  readonly expected: Readonly<Record<string, Expectation>>
  readonly cables: readonly CableSource[]
} {
  const folder = join(import.meta.dirname, 'text')
  const cables = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readSourceText(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')))
  const files: SampleFile[] = []
  const expected: [string, Expectation][] = []
  for (const cable of cables) {
    const telegram = writeTelegram(cable)
    const file = wrapTelegram(cable, telegram)
    files.push(file)
    expected.push([
      field(cable, 'key', cable.id),
      expectationOf(cable, file.path, /^(TO |INFO )/m.test(`${telegram.header}\n${telegram.body}`)),
    ])
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  expected.sort(([a], [b]) => (a < b ? -1 : 1))
  return { files, expected: Object.fromEntries(expected), cables }
}

/** The table of `sample/README.md`: which file shows what. */
export function featureTable(
  cables: readonly CableSource[],
  files: Readonly<Record<string, Expectation>>,
): string {
  const rows = cables.map((cable) => {
    const key = field(cable, 'key', cable.id)
    const path = files[key]?.file ?? ''
    return `| [${path}](cables/${path}) | ${field(cable, 'dialect', 'D4')} | ${field(cable, 'shows')} |`
  })
  return ['| file | dialect | shows |', '|---|---|---|', ...rows.sort()].join('\n')
}
