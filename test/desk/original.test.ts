import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingest } from '../../src/desk/ingest.ts'
import { originalOf, verifyVault } from '../../src/desk/original.ts'
import { vaultFolder } from '../../src/vault/vault-folder.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let place: Workplace
beforeEach(() => {
  place = workplace()
})
afterEach(() => place.remove())

const id = '07LOME77'
const words = 'The harbour master counted ninety crates of lamps and sent four of them back.'

/** Changes what every piece holds, as a bad disk would. */
function damage(): void {
  const db = new DatabaseSync(vaultFolder(place.archive).file)
  try {
    db.exec('DROP TRIGGER piece_no_update')
    for (const { number, content } of db.prepare('SELECT number, content FROM piece').all()) {
      const bytes = Uint8Array.from(content as Uint8Array, (byte) => byte ^ 0xff)
      db.prepare('UPDATE piece SET content = ? WHERE number = ?').run(bytes, Number(number))
    }
  } finally {
    db.close()
  }
}

it('finds every stored byte as it came, what was set aside among it', async () => {
  place.put('77.txt', telegram(77, words))
  place.put('empty.txt', '')
  place.put('notes.txt', 'Milk, bread, and a letter to the harbour master.')
  await ingest(place.archive, [place.dump])
  const { originals, texts, bytes, faults } = verifyVault(place.archive)
  expect({ originals, texts, faults }).toEqual({ originals: 3, texts: 1, faults: [] })
  expect(bytes).toBe(telegram(77, words).length + 48)
})

it('names the original, the item set aside and the text that are damaged', async () => {
  const path = place.put('77.txt', telegram(77, words))
  const notes = place.put('notes.txt', 'Milk, bread, and a letter to the harbour master.')
  await ingest(place.archive, [place.dump])
  damage()
  expect(verifyVault(place.archive).faults.toSorted()).toEqual([
    `The original ${path} is not what was stored.`,
    `The original ${notes} is not what was stored.`,
    `The text of ${id} is not what was stored.`,
  ])
})

it('gives the bytes of the version that is asked for, else of the one that is shown', async () => {
  const first = telegram(77, words)
  const later = telegram(77, `${words} Then it rained.`)
  await ingest(place.archive, [place.put('first.txt', first)])
  await ingest(place.archive, [place.put('later.txt', later)])
  const text = (version?: number) =>
    new TextDecoder().decode(originalOf(place.archive, id, version))
  expect(text(1)).toBe(first)
  expect(text(2)).toBe(later)
  expect(text()).toBe(later)
  expect(() => originalOf(place.archive, '07LOME78')).toThrow(/holds no cable/)
})
