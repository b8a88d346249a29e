import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { repairIdentifier } from '../../src/cable/identifier.ts'
import { isIssued } from '../../src/cable/post.ts'

const file = join(import.meta.dirname, '../../../shared/data/cable-ids.csv.gz')
const skipped = existsSync(file) ? '' : ' (SKIPPED: ../shared/data is not here)'

describe.skipIf(skipped !== '')(`the published ids${skipped}`, () => {
  it('stay as they are, or are repaired, but for a handful', () => {
    const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n').slice(1)
    const changed: string[] = []
    const unresolved: string[] = []
    for (const line of lines) {
      const published = line.slice(0, line.indexOf(','))
      const { id } = repairIdentifier(published)
      const station = /^\d\d([A-Z]+)\d+$/.exec(published)?.[1]
      if (id === undefined) unresolved.push(published)
      else if (station !== undefined && isIssued(station) && id !== published)
        changed.push(published)
    }
    expect(changed).toEqual([])
    expect(unresolved.length).toBeLessThanOrEqual(9)
  })
})
