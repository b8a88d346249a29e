import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../src/sources/read-sources.ts'
import type { SourceResult } from '../../src/sources/source.ts'

// Each dump and, beside it, what is read of it; UPDATE=1 writes that again, to be looked through.
const folder = join(import.meta.dirname, 'tables')
const dumps = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))

function told({ item, failure }: SourceResult): object {
  if (failure !== undefined) {
    const { code, locator, bytes = new Uint8Array() } = failure
    return { place: placeIn(locator), code, bytes: Buffer.from(bytes).toString() }
  }
  const { format, text, bodyStart, facts } = item
  const { file: _file, sha256: _sha256, ...source } = facts.source ?? {}
  return { place: placeIn(item.locator), format, text, bodyStart, facts: { ...facts, source } }
}

function placeIn(locator: string): string {
  return locator.split(' › ').slice(1).join(' › ')
}

describe('what is read of a table, and of JSON', () => {
  test.each(dumps)('%s', async (name) => {
    const results = await Array.fromAsync(readSources([join(folder, name)]))
    const read = JSON.parse(JSON.stringify(results.map(told)))
    const path = join(folder, `${name}.expected.json`)
    if (process.env.UPDATE) writeFileSync(path, `${JSON.stringify(read, undefined, 2)}\n`)
    expect(read).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })
})
