import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wordsBelow } from '../press/archive-folder.ts'
import { type Desk, desk } from './chancery.ts'

let here: Desk
beforeEach(() => {
  here = desk()
})
afterEach(() => here.remove())

/** A line of a dump in JSON lines: what an archive says, and the text. */
function line(serial: number, subject: string, paragraph: string, title = subject): string {
  const text = `R 041010Z MAR 07
FM AMEMBASSY LOME
TO SECSTATE WASHDC 0123

C O N F I D E N T I A L LOME ${String(serial).padStart(6, '0')}

TAGS: ECON, TO
SUBJECT: ${subject}

1. (C) ${paragraph}

ROE
`
  return JSON.stringify({ id: `07LOME${serial}`, date: '2007-03-04', title, text })
}

async function release(dumps: Readonly<Record<string, readonly string[]>>): Promise<string> {
  for (const [name, lines] of Object.entries(dumps)) {
    const path = here.file(`${name}.jsonl`, `${lines.join('\n')}\n`)
    const { code, err } = await here.run(['ingest', '--no-build', '--collection', name, path])
    expect([code, err]).toEqual([err.includes('ID_TWICE') ? 1 : 0, err])
    expect((await here.run(['policy', name, 'all', '--reason', 'Printed'])).code).toBe(0)
  }
  return publish()
}

async function publish(): Promise<string> {
  const { code, err } = await here.run(['publish', '--yes'])
  expect(code).toBe(0)
  return err
}

function leaked(...words: readonly string[]): string[] {
  return wordsBelow(
    join(here.archive, 'public'),
    words.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]),
  )
}

const rest = 'came to the second quay to see the crane, and that nobody knows who drives it.'

test.each([[['first', 'second']], [['second', 'first']]])(
  'words that another hand masked keep a cable back: %s',
  async (order) => {
    const dumps: Readonly<Record<string, readonly string[]>> = {
      first: [
        line(501, 'THE HARBOUR', `Quibblethorn and XXXXXXXXXXXX told us that XXXXXXXX ${rest}`),
        line(502, 'COCOA', 'Cocoa was cheap, said XXXXXXXX at the market in the old town.'),
      ],
      second: [
        line(501, 'THE HARBOUR', `[NAME REMOVED] and Marzipanov told us that ██████ ${rest}`),
        line(502, 'COCOA', 'Cocoa was cheap, said [NAME REMOVED] at the market in the old town.'),
      ],
    }
    const said = await release(Object.fromEntries(order.map((name) => [name, dumps[name] ?? []])))
    expect(said).toMatch(/^Kept back by marks .*: 1 cable: 07LOME501$/m)
    expect(leaked('Quibblethorn', 'Marzipanov')).toEqual([])
    expect(leaked('Cocoa')).not.toEqual([])
    const listed = await here.run(['protected', '--open'])
    expect(listed.out).toMatch(/07LOME501 .*version [12] masks this .*(Quibblethorn|Marzipanov)/)
    expect((await here.run(['waive', '07LOME501', '1', '--reason', 'He said so'])).code).toBe(0)
    await publish()
    // The other hand's word is covered in the text that was looked at.
    expect(leaked('Quibblethorn', 'Marzipanov').length).toBeGreaterThan(0)
    expect(leaked('Quibblethorn')).toHaveLength(leaked('Marzipanov').length > 0 ? 0 : 1)
    expect((await here.run(['unwaive', '07LOME501', '--all', '--reason', 'No'])).code).toBe(0)
    await publish()
    expect(leaked('Quibblethorn', 'Marzipanov')).toEqual([])
    expect((await here.run(['choose', '07LOME501', '1', '--reason', 'Looked at'])).code).toBe(0)
    await publish()
    const name = order[0] === 'first' ? 'Quibblethorn' : 'Marzipanov'
    expect(leaked('Quibblethorn', 'Marzipanov')).toEqual([name])
  },
)

test('a title beside a masked subject is not public, nor one that another version masks', async () => {
  const masked = 'WHAT XXXXXXXXXXXX SAW OF IT'
  await release({
    pages: [
      line(501, masked, 'It rained on the quay all day.', 'WHAT QUIBBLETHORN SAW OF IT'),
      line(502, 'THE LAMPS OF THE GATE', 'It snowed on the quay.', 'THE LAMPS OF THE GATE'),
    ],
  })
  expect(leaked('Quibblethorn')).toEqual([])
  const { out } = await here.run(['show', '--public', '07LOME501', '--json'])
  expect(JSON.parse(out)).toMatchObject({ subject: masked })
  expect(
    JSON.parse((await here.run(['show', '07LOME502', '--public', '--json'])).out),
  ).toMatchObject({ subject: 'THE LAMPS OF THE GATE' })
})

test('what is hardly more than masks keeps its other half back, though the two are twins', async () => {
  const said = await release({
    plain: [line(501, 'HARBOUR', 'Quibblethorn told us that Marzipanov had met Wumpleton.')],
    masked: [line(501, 'XXXX', 'XXXXXXXXXX told us that XXXXXXXX had met XXXXXXXX.')],
  })
  expect(said).toMatch(/^Kept back by marks|hold 1 cable/m)
  expect(leaked('Quibblethorn', 'Marzipanov', 'Wumpleton')).toEqual([])
})

test('a request to protect a source holds for a version that dropped the request', async () => {
  const asked = `Jane Quibblethorn (strictly protect) said that XXXXXXXX ${rest}`
  const dropped = `Jane Quibblethorn said that XXXXXXXXXXXX with XXXXXXXX ${rest}`
  const said = await release({
    asked: [line(501, 'THE HARBOUR', asked)],
    dropped: [line(501, 'THE HARBOUR', dropped)],
  })
  expect(said).toMatch(/^Kept back by marks .*: 1 cable: 07LOME501$/m)
  expect(leaked('Quibblethorn')).toEqual([])
  const { out } = await here.run(['protected', '07LOME501', '--json'])
  expect(JSON.parse(out)).toMatchObject([
    { version: 2, status: 'kept back', marks: [{ kind: 'otherRequest' }] },
  ])
})
