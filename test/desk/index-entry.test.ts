import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingest } from '../../src/desk/ingest.ts'
import { listQuarantine, retryQuarantine } from '../../src/desk/quarantine.ts'
import { releaseOf } from '../../src/release/release.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import { type Workplace, workplace } from './dump.ts'

const overview = `URL,Draft Date,Document Number,Film Number,From,Subject,TAGS,To
https://aad.example/1,04 MAR 1974,1974LOME00077,D740049-0121,LOME,A CRANE,EWWT,STATE
https://aad.example/2,05 MAR 1974,1974LOME00078,D740049-0122,LOME,A SHIP,EWWT,STATE
`
const text =
  'The harbour master said that the new crane would stand on the second quay before the rains.'
const full = JSON.stringify({ id: '74LOME77', date: '1974-03-04', text: `1. ${text}` })

let at: Workplace
beforeEach(() => {
  at = workplace()
})
afterEach(() => at.remove())

/** Ids, and of each the text that the desk shows first. */
function shown(): readonly (readonly [string, string])[] {
  const vault = openVault(at.archive)
  try {
    const decisions = vault.decisions()
    return [...vault.holdings()].map(
      (held) => [held.id, releaseOf(held, decisions, 'desk')?.text ?? ''] as const,
    )
  } finally {
    vault.close()
  }
}

test.each([
  [
    ['a.csv', overview],
    ['b.json', full],
  ],
  [
    ['a.json', full],
    ['b.csv', overview],
  ],
] as const)(
  'an index entry and the text of its number are one cable, and the text is shown',
  async (...files) => {
    for (const [name, content] of files) at.put(name, content)
    const report = await ingest(at.archive, [at.dump])
    expect(report.counts).toMatchObject({ new: 2, newVersion: 1 })
    expect(shown()).toEqual([
      ['74LOME77', `1. ${text}`],
      ['74LOME78', ''],
    ])
  },
)

test('entries without a text are not told to have the same one', async () => {
  const messages: string[] = []
  at.put('a.csv', overview)
  await ingest(at.archive, [at.dump], {
    onEvent: (event) => {
      if (event.event === 'message') messages.push(event.code)
    },
  })
  expect(messages).toEqual([])
})

test('a document is held under its own id, and a telegram leads from it to its number', async () => {
  const entry = (number: number, title: string): string =>
    JSON.stringify({
      id: `frus1969-76v99/d${number}`,
      volume: 'frus1969-76v99',
      date: '1972-05-02',
      title,
      text: `Lome, May 2, 1972.\n\n254${number}. ${text} ${number}.`,
    })
  const telegram = entry(1, '1. Telegram From the Embassy in Togo to the Department of State')
  const letter = entry(2, '2. Letter From the Ambassador to Togo (Roe) to the Secretary of State')
  at.put('volume.jsonl', `${telegram}\n${letter}\n`)
  await ingest(at.archive, [at.dump])
  const vault = openVault(at.archive)
  try {
    expect(vault.idsOf('frus1969-76v99/d1')).toEqual(['72LOME2541'])
    expect(vault.idsOf('frus1969-76v99/d2')).toEqual(['frus1969-76v99/d2'])
  } finally {
    vault.close()
  }
})

test('a row that was set aside is read again by itself', async () => {
  const row = '"2","3/5/2007 10:00","07LOME78","Embassy Lome","SECRET","","h","never closed'
  const whole = '"1","3/4/2007 9:10","07LOME77","Embassy Lome","SECRET","","h","b"'
  at.put('cables.csv', `${whole}\n${row}\n${whole.replaceAll('77', '79').replace('"1"', '"3"')}\n`)
  await ingest(at.archive, [at.dump])
  expect(listQuarantine(at.archive)).toMatchObject([{ code: 'ROW_UNCLOSED' }])
  const report = await retryQuarantine(at.archive)
  expect(report.counts).toMatchObject({ quarantined: 1 })
  expect(listQuarantine(at.archive)).toMatchObject([
    {
      code: expect.stringMatching(/^ROW_/),
      locator: expect.stringContaining('cables.csv › row 2'),
    },
  ])
})
