import { afterEach, expect, it } from 'vitest'
import { policy } from '../../src/desk/decide.ts'
import { ingest } from '../../src/desk/ingest.ts'
import { publish } from '../../src/desk/publish.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let at: Workplace
afterEach(() => at.remove())

const said = 'that the new crane would stand on the second quay before the rains came again.'

function lines(...texts: readonly (readonly [serial: number, name: string])[]): string {
  return texts
    .map(([serial, name]) => {
      const text = telegram(serial, `${name} told the harbour master ${said}`)
      return `${JSON.stringify({ id: `07LOME${serial}`, text })}\n`
    })
    .join('')
}

const letter = `${JSON.stringify({ id: 'x7', title: 'A letter', text: `I heard ${said}` })}\n`

/** No text of one cable differs from another in more than its masks. */
const dumps: Readonly<Record<string, string>> = {
  'plain.jsonl': lines([1, 'Roe'], [2, 'Poe'], [9, 'XXXXXXXX']),
  'masked.jsonl': lines([1, 'XXXXXXXX'], [2, 'Poe'], [9, 'Doe']),
  'others.jsonl': `${lines([3, 'Poe'], [4, 'XXXXXXXXXXXX'])}${letter}`,
}

async function contentRoot(order: readonly string[]): Promise<string | undefined> {
  at = workplace()
  for (const name of order) {
    await ingest(at.archive, [at.put(name, dumps[name] ?? '')], { collection: 'lome' })
  }
  policy(at.archive, 'lome', 'all', 'Printed')
  const { edition, summary } = await publish(at.archive)
  expect(summary).toMatchObject({ cables: 6, heldBack: [] })
  return edition?.manifest.contentRoot
}

it('the order of the dumps makes no difference to what is public', async () => {
  const [plain, masked, others] = Object.keys(dumps) as [string, string, string]
  const first = await contentRoot([plain, masked, others])
  at.remove()
  const second = await contentRoot([others, masked, plain])
  at.remove()
  expect(second).toBe(first)
  expect(await contentRoot([masked, others, plain])).toBe(first)
})
