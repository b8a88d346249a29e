import { buildEdition } from '../../src/press/build-edition.ts'
import { projection } from '../../src/press/projection.ts'
import { inventedWords } from '../edition/invented-cable.ts'
import { held, heldVersion, memoryVault } from './memory-vault.ts'

// A process of its own, to be killed: it builds an edition that has no end.
const [folder = ''] = process.argv.slice(2)
const text = inventedWords(1, 100_000)
const vault = {
  ...memoryVault({ holdings: [] }),
  holding: (id: string) => held(id, heldVersion(text)),
}
const order = Array.from({ length: 1_000_000 }, (_, n) => ({
  id: `05OSLO${10_000_000 + n}`,
  collection: 'open',
  length: text.length,
}))

await buildEdition(folder, vault, 'desk', {
  threads: 0,
  projection: { ...(await projection(folder, vault, 'desk')), order },
})
