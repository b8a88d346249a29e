import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { textAnchor } from '../../src/cable/anchor.ts'
import { readCable } from '../../src/cable/read.ts'
import { createApp } from '../../src/server/app.ts'
import { standsBelow, wordsBelow } from '../press/archive-folder.ts'
import { crawl } from '../server/crawl.ts'
import { type Desk, desk, root } from './chancery.ts'

/** Words that a masked text covers, each with its mask. No two are alike, and none stands elsewhere. */
const secrets: readonly (readonly [word: string, mask: string])[] = [
  ['Quibblethorn', 'XXXXXXXXXXXX'],
  ['Marzipanov', 'ХХХХХХХХХХХХ'], // Cyrillic
  ['Dollymount', '\u2588\u2588\u2588\u2588\u2588\u2588'],
  ['Grimblewick', '[NAME REMOVED]'],
  ['Puddlefoot', '(b)(6)'],
  ['Snodgrassov', '____'],
  ['Wumpleton', '[...]'],
  ['Fizzlewit', 'xxxxxxxxxx'],
]

/** A cable that says a covered word everywhere: subject, tags, paragraphs, references' notes. */
function cable(serial: number, word: string): string {
  return `R 041010Z MAR 07
FM AMEMBASSY LOME
TO SECSTATE WASHDC 0123

C O N F I D E N T I A L LOME ${String(serial).padStart(6, '0')}

SIPDIS

E.O. 12958: DECL: 03/04/2017
TAGS: ECON, TO
SUBJECT: THE HARBOUR, AND WHAT ${word} SAW OF IT FROM QUAY ${serial}

REF: LOME 9

Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

1. (C) Summary: ${word} told us that the crane stands on quay ${serial} and that
nobody knows who drives it. End summary.

2. (C) The harbour master, who lives above quay ${serial}, had heard the same from
${word}, from two pilots and from a man who sells lamps at the gate every day.

ROE
`
}

const plain = secrets.map(([word], n) => cable(501 + n, word))
const masked = secrets.map(([, mask], n) => cable(501 + n, mask))
/** Held by a private collection only: neither its words nor its masks count. */
const note = 'Thimblerigger'

/** A pair of pages of the sample, without their requests to protect a source. */
function page(name: string): string {
  const file = join(root, 'sample/cables/2006', name)
  return readFileSync(file, 'utf8')
    .replaceAll(/ \(strictly protect\)/g, '')
    .replaceAll(/\s+Please protect\s+source\./g, '')
}

const hidden = [...secrets.map(([word]) => word), 'Yerlan', 'Quist', 'Omarov', note]

let here: Desk
afterEach(() => here.remove())

async function run(...args: readonly string[]): Promise<void> {
  const { code, err } = await here.run(args)
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
}

function dump(folder: string, texts: readonly string[], sample: string): string {
  for (const [n, text] of texts.entries()) here.file(`${folder}/${n}.txt`, text)
  here.file(`${folder}/page.html`, page(sample))
  return join(here.folder, folder)
}

async function take(collection: string): Promise<void> {
  const dumps: Readonly<Record<string, () => string>> = {
    plain: () => dump('plain', plain, '06ORDABAZ219.html'),
    masked: () => dump('masked', masked, '06ORDABAZ219-masked.html'),
    notes: () =>
      dump(
        'notes',
        [cable(501, `${note} [XXXXXXXX] [redacted] XXXX XXXX, XXXX`)],
        '06ORDABAZ219.html',
      ),
  }
  await run('ingest', '--no-build', '--collection', collection, dumps[collection]?.() ?? '')
}

async function release(...collections: readonly string[]): Promise<void> {
  for (const name of collections) await run('policy', name, 'all', '--reason', 'Both were printed')
  await run('publish', '--yes')
}

/** Holds that no hidden word is in any byte, page, twin, list or answer for the public. */
async function expectCovered(): Promise<void> {
  const spellings = hidden.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()])
  expect(wordsBelow(join(here.archive, 'public'), spellings)).toEqual([])
  const door = await openArchive(here.archive, 'public')
  try {
    const app = createApp(door, { audience: 'public' })
    const paths = (await crawl(app)).map(({ path }) => path)
    const cables = paths.filter((path) => /^\/cable\/[^/.]+$/.test(path))
    expect(cables).toHaveLength(secrets.length + 1)
    const twins = paths.map((path) =>
      path === '/' ? '/index.json' : path.replace(/(\?|$)/, '.json$1'),
    )
    const more = cables.flatMap((path) => [
      `${path}.txt`,
      `${path}/versions`,
      `${path}/versions.json`,
      `${path}/versions/1..2`,
    ])
    const anchors = plain.flatMap((text) =>
      readCable(text).record.paragraphs.map((paragraph) => textAnchor(paragraph.text)),
    )
    const forbidden = new RegExp([...hidden, ...anchors].join('|'), 'i')
    for (const path of new Set([...paths, ...twins, ...more])) {
      const body = await (await app.request(path)).text()
      expect([path, forbidden.exec(body)?.[0]]).toEqual([path, undefined])
    }
    for (const word of hidden) {
      for (const q of [word, `subject:${word}`, `=${word.toLowerCase()}`, `${word.slice(0, 5)}*`]) {
        const answer = await app.request(`/search.json?q=${encodeURIComponent(q)}`)
        expect([q, (await answer.json()).total]).toEqual([q, 0])
      }
    }
  } finally {
    await door.close()
  }
}

describe('a masked and an unmasked dump, both released', () => {
  test.each([
    ['the masked one first', ['masked', 'plain', 'notes']],
    ['the masked one last', ['notes', 'plain', 'masked']],
  ])('show no word that is masked: %s', async (_, order) => {
    here = desk()
    for (const collection of order) await take(collection)
    await release('plain', 'masked')
    await expectCovered()
  })

  test('show none either where the unmasked one was public before', async () => {
    here = desk()
    await take('plain')
    await release('plain')
    expect(standsBelow(join(here.archive, 'public'), 'Quibblethorn')).toBe(true)
    await take('masked')
    await release('masked')
    await expectCovered()
  })
})

test('a choice, its end, and the way to it, by the commands themselves', async () => {
  here = desk()
  await take('plain')
  await take('masked')
  await release('plain', 'masked')
  const listed = await here.run(['versions', '2007 Lome 501'])
  expect(listed.out).toMatch(/^ +1 +0 .* - +plain .*\n +2 +[1-9].* desk, public +masked /m)
  const compared = await here.run(['versions', '07LOME501', '1', '2'])
  expect(compared.out).toContain('WHAT [-Quibblethorn-] {+XXXXXXXXXXXX+} SAW')
  expect((await here.run(['versions', '07LOME501', '1', '2', '--json'])).out).toContain(
    '"removed": 3',
  )
  const chosen = await here.run(['choose', '07LOME501', '1', '--reason', 'He signed it himself'])
  expect(chosen).toMatchObject({
    code: 0,
    err: expect.stringContaining('Version 1 is public after'),
  })
  await run('publish', '--yes')
  const shown = await here.run(['show', '--public', '07LOME501', '--json'])
  expect(shown.out).toContain('Quibblethorn')
  expect(shown.out).not.toContain('"version"')
  await run('choose', '07LOME501', '--clear', '--reason', 'He did not')
  await run('publish', '--yes')
  expect(standsBelow(join(here.archive, 'public'), 'Quibblethorn')).toBe(false)
  expect(await here.run(['choose', '07LOME501', '--reason', 'x'])).toMatchObject({ code: 2 })
  expect(await here.run(['choose', '07LOME501', '9', '--reason', 'x'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^VERSION_UNKNOWN: .*versions 1 to 2/),
  })
})

test('marks are listed, waived and taken back; superseded editions are removed', async () => {
  here = desk()
  const text = cable(601, 'Jane Roe (strictly protect)')
  here.file('dump/1.txt', text)
  await run('ingest', '--no-build', '--collection', 'plain', join(here.folder, 'dump'))
  const { out } = await here.run(['protected'])
  expect(out).toMatch(
    /^CABLE .*\n07LOME601 +1 +1 +subject +not released +\(strictly protect\) .*Jane Roe/,
  )
  await run('policy', 'plain', 'all', '--reason', 'x')
  const kept = await here.run(['publish', '--yes'])
  expect(kept.err).toContain('`chancery protected` lists these marks')
  const json = JSON.parse((await here.run(['protected', '--open', '--json'])).out)
  expect(json).toMatchObject([{ id: '07LOME601', status: 'kept back' }])
  await run('waive', '07LOME601', '--all', '--reason', 'She published it')
  expect((await here.run(['protected', '--open'])).out).toBe('')
  await run('publish', '--yes')
  const record = (await here.run(['show', '--public', '07LOME601', '--json'])).out
  expect(JSON.parse(record)).toMatchObject({ id: '07LOME601', protection: [] })
  expect(record).not.toContain('SOURCE_PROTECTED')
  await run('unwaive', '07LOME601', '1', '--reason', 'She asked us')
  await run('publish', '--yes')
  expect(standsBelow(join(here.archive, 'public'), 'Jane Roe')).toBe(false)
  expect((await here.run(['prune', '--before', '3'])).code).toBe(0)
  expect(await here.run(['prune', '--before', '99'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^EDITION_UNKNOWN: .*release 3/),
  })
  expect(await here.run(['waive', '07LOME601', 'x', '--reason', 'x'])).toMatchObject({ code: 2 })
})
