import { expect, test } from 'vitest'
import { unindexedLimit } from '../../src/query/limits.ts'
import { openScan } from '../../src/search/scan.ts'
import { editionOf } from './edition-of.ts'
import { searchIndexSuite } from './search-index-suite.ts'

searchIndexSuite('scan', (edition) => openScan(edition))
searchIndexSuite('scan that keeps nothing in memory', (edition) =>
  openScan(edition, { heldTokensMax: 0 }),
)

test('a large edition answers filters, and says why words have to wait, without reading a text', async () => {
  const small = editionOf([
    { id: '05OSLO1', post: 'OSLO', paragraphs: ['The ferry froze.'] },
    { id: '05LOME2', post: 'LOME', paragraphs: ['The ferry sank.'] },
  ])
  const files = [{ name: 'cables-0000.bin', bytes: 2 * 1024 ** 2, sha256: '' }]
  const read = (): never => {
    throw new Error('a text was read')
  }
  const large = { ...small, manifest: { ...small.manifest, files }, read }
  const index = await openScan(large, { scannedBytesMax: 1024 ** 2 })
  const page = { sort: 'oldest', size: 20, offset: 0, facets: true } as const
  expect(await index.search('post:oslo', page)).toMatchObject({ total: 1, ids: ['05OSLO1'] })
  const answer = await index.search('ferry post:oslo', page)
  expect(answer).toMatchObject({
    ids: [],
    stopped: { limit: unindexedLimit, value: 1, unit: 'MiB' },
  })
  expect(answer).not.toHaveProperty('total')
  const whole = await openScan({ ...large, read: small.read })
  expect(await whole.search('ferry', page)).toMatchObject({ total: 2 })
})
