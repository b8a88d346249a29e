import { openScan } from '../../src/search/scan.ts'
import { searchIndexSuite } from './search-index-suite.ts'

searchIndexSuite('scan', (edition) => openScan(edition))
searchIndexSuite('scan that keeps nothing in memory', (edition) =>
  openScan(edition, { heldTokensMax: 0 }),
)
