import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSources } from '../../src/sources/read-sources.ts'
import type { SourceItem, SourceResult } from '../../src/sources/source.ts'
import { processorMs } from '../processor-time.ts'

const fixtures = join(import.meta.dirname, '../fixtures/sources')
const telegram = 'UNCLAS LOME 000078\n\nSUBJECT: A TEST\n\n1. (U) It is a test.\nROE\n'
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-sources-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function read(...paths: string[]): Promise<SourceResult[]> {
  return await Array.fromAsync(readSources(paths))
}

async function readItem(path: string): Promise<SourceItem> {
  const [result] = await read(path)
  if (!result?.item) throw new Error(`no item: ${result?.failure.code}`)
  return result.item
}

/** `name CODE` of each result, in order; items show their format. */
async function outcomes(...paths: string[]): Promise<string[]> {
  return (await read(...paths)).map(({ item, failure }) => {
    const locator = (item ?? failure).locator.replace(`${dir}/`, '').replace(dir, '.')
    return `${locator} ${item ? item.format : failure.code}`
  })
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

describe('the viewer page', () => {
  const whole = readFileSync(join(fixtures, '07LOME77.html'), 'utf8')

  it('takes the number from the heading where the row lost its first cell, and nothing else', async () => {
    const shifted = whole.replace(/<td>[\s\S]*?<\/td>/, '')
    expect(shifted).not.toBe(whole)
    const { facts } = await readItem(put('shifted.html', shifted))
    const { id, created, released, classification, origin } = facts
    expect([id, created, released, classification, origin]).toEqual([
      '07LOME77',
      ...Array(4).fill(undefined),
    ])
  })

  it('knows no heading but those of the viewer', async () => {
    for (const heading of ['constructor', '__proto__', 'toString']) {
      const page = whole.replace('<th>Origin</th>', `<th>${heading}</th>`)
      expect(page).not.toBe(whole)
      const { facts } = await readItem(put('heading.html', page))
      const known = 'classification created id media released source tags title'.split(' ')
      expect(new Set(Object.keys(facts))).toEqual(new Set(known))
    }
  })

  it('gives header, body and what its table says', async () => {
    const item = await readItem(join(fixtures, '07LOME77.html'))
    expect(item.format).toBe('cablegate-html')
    const { source, ...facts } = item.facts
    expect(facts).toEqual({
      id: '07LOME77',
      title: 'TOGO: THE PORT’S NEW CRANE AND',
      created: '2007-03-04 10:10',
      released: '2011-08-30 01:44',
      classification: 'CONFIDENTIAL',
      origin: 'Embassy Lome',
      tags: ['PREL', 'EWWT', 'TO'],
      media: ['http://news.example/crane'],
    })
    expect(source?.file).toBe('07LOME77.html')
    expect(source?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(item.text.slice(0, 12)).toBe('VZCZCXRO0042')
    expect(
      item.text.slice(item.bodyStart),
    ).toBe(`C O N F I D E N T I A L SECTION 01 OF 02 LOME 000077 

SIPDIS 
 
E.O. 12958: DECL: 03/04/2017 
TAGS: PREL EWWT TO HARBOUR
SUBJECT: TOGO: THE PORT’S NEW CRANE AND 
WHO WILL DRIVE IT 

REF: A. ACCRA 9 
     ¶B. LOME 61 

¶1. (C) The harbour master <_protect> told <Name> that R&D is &notified, & that 3 < 4. 
No crane moved.
He laughed.
They left. End of it.

¶2. (U) <a few> words more. 
ROE
`)
  })

  it('reads the four-column template with a body alone and an empty title', async () => {
    const { facts, text, bodyStart } = await readItem(join(fixtures, '10ACCRA12.html'))
    expect(facts).toMatchObject({
      id: '10ACCRA12',
      created: '2010-01-05 08:08',
      classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      origin: 'Embassy Accra',
    })
    expect(facts.title).toBeUndefined()
    expect(facts.released).toBeUndefined()
    expect(bodyStart).toBe(0)
    expect(text.startsWith('UNCLAS ACCRA 000012\n')).toBe(true)
  })

  it('says of a page without a cable that it is none', async () => {
    expect((await read(join(fixtures, 'index-page.html')))[0]?.failure?.code).toBe('NOT_A_CABLE')
  })

  it('sets a page aside wherever it was cut, unless the whole text stands', async () => {
    const page = readFileSync(join(fixtures, '07LOME77.html'), 'utf8')
    const complete = page.lastIndexOf('</pre>') + '</pr'.length
    const whole = (await readItem(join(fixtures, '07LOME77.html'))).text
    const from = page.indexOf('<html')
    for (let cut = from + 30; cut < page.length; cut += 5) {
      const [result] = await read(put('cut.html', page.slice(0, cut)))
      if (cut >= complete) expect(result?.item?.text).toBe(whole)
      else expect(result?.failure?.code, `cut at ${cut}`).toBe('PAGE_TRUNCATED')
    }
  })
})

describe('text formats', () => {
  it('reads the page pasted as text', async () => {
    const item = await readItem(join(fixtures, '07LOME77.paste.txt'))
    expect(item.format).toBe('cablegate-paste')
    expect(item.facts).toMatchObject({
      id: '07LOME77',
      title: "TOGO: THE PORT'S NEW CRANE AND",
      created: '2007-03-04 10:10',
      released: '2011-08-30 01:44',
      classification: 'CONFIDENTIAL//NOFORN',
      origin: 'Embassy Lome',
      media: ['http://news.example/crane'],
    })
    expect(item.text.startsWith('This record is a partial extract')).toBe(true)
    expect(item.text).toContain('The harbour master spoke.   \n')
    expect(item.text.endsWith('NNNN\n')).toBe(true)
  })

  it.each([
    ['tabs', '07LOME77\t2007-03-04 10:10\t2011-08-30 01:44\tSECRET\tSecretary of State'],
    ['a line each', '07LOME77\n2007-03-04 10:10\n2011-08-30 01:44\nSECRET\nSecretary of State'],
  ])('reads a pasted row with %s', async (_, row) => {
    const labels = 'Reference ID\tCreated\tReleased\tClassification\tOrigin'
    const item = await readItem(put('paste.txt', `${labels}\n${row}\n\n${telegram}`))
    expect(item.facts).toMatchObject({ id: '07LOME77', released: '2011-08-30 01:44' })
    expect(item.facts).toMatchObject({ classification: 'SECRET', origin: 'Secretary of State' })
    expect(item.text.trimStart()).toBe(telegram)
  })

  it('reads a pasted row of the four-column template', async () => {
    const head =
      'Reference ID Date Classification Origin\n07LOME77 2007-03-04 10:10 SECRET Embassy Lome\n'
    const { facts } = await readItem(put('paste.txt', head + telegram))
    expect(facts).toMatchObject({ created: '2007-03-04 10:10', classification: 'SECRET' })
    expect(facts.released).toBeUndefined()
  })

  it('reads scraped text: tags become words, paragraph anchors stay', async () => {
    const item = await readItem(join(fixtures, '08ACCRA905.scrape.txt'))
    expect(item.format).toBe('markdown-scrape')
    expect(item.facts.tags).toEqual(['ECON', 'EAGR', 'GH'])
    expect(item.text).toContain('TAGS: ECON EAGR GH\n')
    expect(item.text).toContain('[1](#)1. (U) Rain fell late [see the annex].')
    expect(item.text).toContain('\n[1](#)B. 07 ACCRA 1901')
    expect(new TextDecoder().decode(item.bytes)).toContain('[ECON](#)')
  })

  it('takes plain telegram text as it is, to the last character', async () => {
    const item = await readItem(put('a.txt', `\r\n${telegram}\r\n  `))
    expect(item).toMatchObject({ format: 'text', text: `\r\n${telegram}\r\n  ` })
    expect(item.encoding).toEqual({ name: 'utf-8', replaced: 0 })
  })

  it('is generous: any one part of a telegram makes a text a cable', async () => {
    const parts = [
      'S E C R E T LOME 000012',
      's e c r e t lome 000012',
      'TAGS: PREL, TO\nno more',
      'Subject: A walk',
      'R 041010Z MAR 07\nwords',
      'FM AMEMBASSY LOME\nTO SECSTATE',
      '¶12. (S/NF) Words.',
      'E.0. 12958: N/A',
      'PAGE 02        LOME    00077',
    ]
    for (const [index, part] of parts.entries()) put(`${index}.txt`, part)
    expect((await outcomes(dir)).every((each) => each.endsWith(' text'))).toBe(true)
  })
})

describe('bad input', () => {
  it('names every file of a folder, in the order of the names', async () => {
    put('b.txt', telegram)
    put('B.txt', '')
    put('a/z.txt', 'A walk in the woods.\nNothing else.')
    put('a/blank.txt', ' \n\t')
    put(
      'binary.bin',
      Uint8Array.from({ length: 400 }, (_, index) => index % 256),
    )
    put('page.css', 'p { color: red }')
    put('picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1))
    put('cables.csv', '"1","12/28/1966 18:48","66LOME2481","Embassy Lome","X","","h","b"\n')
    put('.hidden', telegram)
    put('data.json', '{"id": "07LOME77"}')
    symlinkSync(join(dir, 'b.txt'), join(dir, 'link.txt'))
    symlinkSync(dir, join(dir, 'loop'))
    expect(await outcomes(dir)).toEqual([
      '.hidden NOT_A_CABLE',
      'B.txt EMPTY_FILE',
      'a/blank.txt EMPTY_FILE',
      'a/z.txt NOT_A_CABLE',
      'b.txt text',
      'binary.bin BINARY',
      'cables.csv › row 1 cables-csv',
      'data.json › object 1 json',
      'link.txt SYMLINK',
      'loop SYMLINK',
      'page.css NOT_A_CABLE',
      'picture BINARY',
    ])
  })

  it('says so of a folder with nothing in it', async () => {
    expect(await outcomes(dir)).toEqual(['. NOTHING_USABLE'])
    put('x.txt', 'Dear diary.')
    expect(await outcomes(dir)).toEqual(['x.txt NOT_A_CABLE'])
  })

  it('keeps the bytes of what it could read', async () => {
    const [result] = await read(put('x.txt', 'Dear diary.'))
    expect(new TextDecoder().decode(result?.failure?.bytes)).toBe('Dear diary.')
    expect(result?.failure?.reason).toMatch(/\.$/)
  })

  it.skipIf(!existsSync('/proc/self/mem'))('names a file that cannot be read', async () => {
    const [result, next] = await read('/proc/self/mem', put('b.txt', telegram))
    expect(result?.failure).toMatchObject({ code: 'UNREADABLE', locator: '/proc/self/mem' })
    expect(next?.item?.format).toBe('text')
  })

  it.skipIf(process.getuid?.() === 0)('names a file that only root may read', async () => {
    chmodSync(put('b.txt', telegram), 0o000)
    expect(await outcomes(dir)).toEqual(['b.txt UNREADABLE'])
  })

  it('reads no file larger than its limit', async () => {
    put('big.txt', Buffer.alloc(64 * 1024 * 1024 + 1, 65))
    expect(await outcomes(dir)).toEqual(['big.txt FILE_TOO_LARGE'])
  })

  it('stops before reading where a path or a format is wrong', async () => {
    await expect(read(put('b.txt', telegram), join(dir, 'none'))).rejects.toMatchObject({
      code: 'PATH_MISSING',
    })
    await expect(Array.fromAsync(readSources([dir], { format: 'fax' }))).rejects.toMatchObject({
      code: 'FORMAT_UNKNOWN',
      exit: 2,
    })
  })

  it('takes any text as a telegram where the format is given', async () => {
    put('x.txt', 'Dear diary.')
    const results = await Array.fromAsync(readSources([dir], { format: 'text' }))
    expect(results.map(({ item }) => item?.text)).toEqual(['Dear diary.'])
  })

  it('stays linear on hostile text of every format', async () => {
    const pieces = [
      '<pre>',
      '<h3>',
      '<table class=cable><td>',
      'Reference ID\n',
      '[a](',
      '[',
      ' \n',
    ]
    for (const piece of pieces) {
      const path = put('hostile.html', `<html>${piece.repeat(2_000_000 / piece.length)}`)
      const started = processorMs()
      await read(path)
      expect(processorMs() - started, piece).toBeLessThan(5_000)
    }
  })

  it.each([
    ['many links on one line', 'UNCLAS LOME 000077\n', '[PREL](#) ', ''],
    ['blocks that only their frames close', '<html>', '<pre>a</code>', '</html>'],
  ])('stays linear on %s', async (_, before, piece, after) => {
    const path = put('hostile.txt', `${before}${piece.repeat(100_000)}${after}`)
    const started = processorMs()
    await read(path)
    expect(processorMs() - started).toBeLessThan(5_000)
  })
})

const shared = join(import.meta.dirname, '../../../shared')
const absent = existsSync(shared) ? '' : ' — SKIPPED: ../shared is not there'
describe.skipIf(!existsSync(shared))(`the real pages beside the repository${absent}`, () => {
  it('reads both first documents', async () => {
    const [page, scrape] = await read(join(shared, 'seeds'))
    expect(page?.item?.format).toBe('cablegate-paste')
    expect(page?.item?.facts).toMatchObject({
      id: '05HANOI1179',
      created: '2005-05-19 09:59',
      released: '2011-08-30 01:44',
      classification: 'CONFIDENTIAL',
      origin: 'Embassy Hanoi',
    })
    expect(scrape?.item?.format).toBe('markdown-scrape')
    expect(scrape?.item?.facts.tags).toEqual(['CB', 'KN', 'PGOV', 'PHUM', 'PREL', 'VM'])
  })

  it('reads every archive page, each with all its facts', async () => {
    const results = await read(
      join(shared, 'fixtures/declassified-html'),
      join(shared, 'fixtures/unclassified-html'),
    )
    expect(results).toHaveLength(99)
    for (const { item } of results) {
      expect(item?.format).toBe('cablegate-html')
      expect(Object.keys(item?.facts ?? {})).toEqual(
        expect.arrayContaining(['id', 'created', 'released', 'classification', 'origin']),
      )
      expect(item?.locator).toContain(`${item?.facts.id}.html`)
      expect(item?.bodyStart).toBeGreaterThan(0)
      expect(item?.text).not.toMatch(/<\/?[a-z]+>|&#/)
    }
  })
})
