import { afterAll, expect, test } from 'vitest'
import { desk, jsonLines } from './chancery.ts'
import { ferry } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

test('a telegram on standard input is printed as its record', async () => {
  const { code, out, err } = await here.run(['parse'], { input: ferry })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({
    id: '06LOME9501',
    subject: 'THE FERRY TO ZENDA SAILS AGAIN',
    date: '2006-05-03T12:00Z',
    signature: ['ROE'],
  })
})

test('a file is read from the caller’s folder; several give one record a line', async () => {
  here.file('a.txt', ferry)
  here.file('b.txt', ferry.replaceAll('501', '503'))
  const { code, out } = await here.run(['parse', 'a.txt', 'b.txt'], { cwd: here.folder })
  expect(code).toBe(0)
  expect(jsonLines(out).map((record) => record.id)).toEqual(['06LOME9501', '06LOME9503'])
})

test('--tree prints a tree whose leaves are the text', async () => {
  const { code, out } = await here.run(['parse', '--tree'], { input: ferry })
  expect(code).toBe(0)
  expect(leaves(JSON.parse(out))).toBe(ferry)
})

test('--evidence says where a field was read', async () => {
  const { out } = await here.run(['parse', '--evidence'], { input: ferry })
  const { record, evidence } = JSON.parse(out)
  const [span] = evidence['/subject'].spans
  expect(ferry.slice(span.start, span.end)).toContain(record.subject)
})

test('--ndjson answers line by line, in order, and a bad line does not stop it', async () => {
  const requests = [
    JSON.stringify({ key: 'whole', text: ferry }),
    '{"key": 2, "text": 7}',
    'no JSON at all',
    '',
    '[1]',
    JSON.stringify({ key: 'fragment', text: 'REF: A. LOME 9501', year: 2006 }),
    JSON.stringify({ key: 'apart', header: ferry.slice(0, 150), text: ferry.slice(150) }),
    JSON.stringify({ key: 'known', text: '1. (U) Text.', id: '06LOME9504', date: '2006-05-05' }),
  ]
  const { code, out } = await here.run(['parse', '--ndjson'], { input: requests.join('\n') })
  const answers = jsonLines(out)
  expect(code).toBe(1)
  expect(answers).toMatchObject([
    { key: 'whole', record: { id: '06LOME9501' } },
    { key: 2, line: 2, error: { code: 'BAD_REQUEST', message: '"text" must be a string.' } },
    { line: 3, error: { code: 'BAD_REQUEST' } },
    { line: 5, error: { code: 'BAD_REQUEST' } },
    { key: 'fragment', record: { references: [{ id: '06LOME9501' }] } },
    { key: 'apart' },
    { key: 'known', record: { id: '06LOME9504', date: expect.stringMatching(/^2006-05-05/) } },
  ])
})

test('a text above 64 MiB is refused with a code, a file and a request alike', async () => {
  const long = Buffer.alloc(64 * 1024 * 1024 + 1, 'A')
  const file = await here.run(['parse', here.file('long.txt', long)])
  expect({ code: file.code, out: file.out }).toEqual({ code: 3, out: '' })
  expect(file.err).toMatch(/has more than 67108864 bytes \(64 MiB\)/)
  const requests = Buffer.concat([
    Buffer.from('{"key": 1, "text": "'),
    long,
    Buffer.from('"}\n{"key": 2, "text": "REF: A. LOME 9501", "year": 2006}\n'),
  ])
  const { code, out } = await here.run(['parse', '--ndjson'], { input: requests })
  expect(code).toBe(1)
  expect(jsonLines(out)).toMatchObject([
    { key: 1, line: 1, error: { code: 'TEXT_TOO_LARGE' } },
    { key: 2, record: { references: [{ id: '06LOME9501' }] } },
  ])
})

test('any text is a telegram of some sort', async () => {
  for (const input of ['', '\0\0', '\ud800', '{}', 'E.O. 12958']) {
    const { code, out } = await here.run(['parse'], { input })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('paragraphs')
  }
})

test('a file that is not there is one line and exit 3', async () => {
  const { code, out, err } = await here.run(['parse', 'nowhere.txt'])
  expect({ code, out }).toEqual({ code: 3, out: '' })
  expect(err).toBe('ENOENT: nowhere.txt does not exist.\n')
})

interface Node {
  readonly value?: string
  readonly children?: readonly Node[]
}

function leaves({ value, children }: Node): string {
  return children?.map(leaves).join('') ?? value ?? ''
}
