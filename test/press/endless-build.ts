import type { EditionCable } from '../../src/edition/edition.ts'
import { buildEdition } from '../../src/press/build-edition.ts'
import { projection } from '../../src/press/projection.ts'
import { inventedCable, inventedWords } from '../edition/invented-cable.ts'
import { memoryVault } from './memory-vault.ts'

// A process of its own, to be killed: it builds an edition that has no end.
const [folder = ''] = process.argv.slice(2)
const vault = memoryVault({ holdings: [] })
const text = inventedWords(1, 100_000)

function* endless(): Generator<EditionCable> {
  for (let n = 10_000_000; ; n += 1) {
    yield inventedCable(`05OSLO${n}`, { date: '2005-01-01' }, { text })
  }
}

await buildEdition(folder, vault, 'desk', {
  projection: { ...projection(vault, 'desk'), cables: endless },
})
