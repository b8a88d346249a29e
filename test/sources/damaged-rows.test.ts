import { describe, expect, it } from 'vitest'
import { rowBytesMax } from '../../src/sources/limits.ts'
import { readStream } from '../../src/sources/read-stream.ts'

const rowOf = (cells: Readonly<Record<string, string>>): string =>
  Object.values(cells)
    .map((cell) => `"${cell}"`)
    .join(',')

function row(serial: number, other: Readonly<Record<string, string>> = {}): string {
  return rowOf({
    number: `${serial}`,
    created: '3/4/2007 9:10',
    id: `07LOME${serial}`,
    origin: 'Embassy Lome',
    classification: 'SECRET',
    references: '07LOME61|07ACCRA9',
    header: 'P 041010Z MAR 07',
    body: `1. (U) Cable ${serial}.\nROE`,
    ...other,
  })
}

/** Ids of what is read, and codes of what is set aside; nobody says what the file is. */
async function read(dump: string | Uint8Array): Promise<readonly string[]> {
  async function* pieces(): AsyncIterable<Uint8Array> {
    yield Buffer.from(dump)
  }
  const results = await Array.fromAsync(readStream(pieces(), { file: 'f', locator: 'f' }))
  return results.map(({ item, failure }) =>
    failure
      ? failure.code
      : (item.facts.id ?? (item.format === 'cables-csv' ? 'none' : item.format)),
  )
}

const names = 'id,created,reference-id,origin,classification,references,header,body'
const between = (...lines: readonly string[]): string => [row(1), ...lines, row(2)].join('\n')
const leftOut = ['07LOME1', '07LOME2']
const setAside = ['07LOME1', 'ROW_MALFORMED', '07LOME2']
const three = ['07LOME1', '07LOME7', '07LOME2']

/** What stands in a dump, as one text, and what is read of it. */
const dumps: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'a row of ten thousand columns': [between(Array(10_000).fill('"x"').join(',')), setAside],
  'lines that belong to no row': [between('stray', 'and "another"', ''), setAside],
  'a line with a quote at its end': [between('he said "no"'), setAside],
  'the names of the columns again': [between(names), leftOut],
  'the names in quotes': [between(`"${names.replaceAll(',', '","')}"`), leftOut],
  'blank lines and rows': [between('', '  ', '"","","","","","","",""', ',,,,,,,'), leftOut],
  'seven columns': [
    between(row(7).replace(/,"1\. [\s\S]*$/, '')),
    ['07LOME1', 'ROW_COLUMNS', '07LOME2'],
  ],
  'empty columns at the end': [`${row(1)},\n${row(7)},,""\n${row(2)}`, three],
  'an extra column': [between(`${row(7)},"x"`), three],
  'a damaged id': [between(row(7, { id: '#?7LO ME' })), ['07LOME1', '#?7LO ME', '07LOME2']],
  'no id': [between(row(7, { id: '' })), ['07LOME1', 'none', '07LOME2']],
  'a damaged running number': [between(row(7, { number: 'x7' })), three],
  'no running number': [between(row(7, { number: '' })), three],
  'no date': [between(row(7, { created: '' })), three],
  'a first row without a start': [`${row(7).slice(1)}\n${row(2)}`, ['07LOME7', '07LOME2']],
  'the rest of a row first': [`of a body.\nROE"\n${between()}`, ['ROW_MALFORMED', ...leftOut]],
  'a remark first': [`# from a friend\n${between()}`, ['ROW_MALFORMED', ...leftOut]],
  'what a spreadsheet puts first': [`sep=,\r\n${between()}`, leftOut],
  'two files, the second one with a mark': [between(`\ufeff${row(7)}`), three],
  'two files without a line end between': [`${row(1)}${row(7)}\ufeff${row(2)}`, three],
  'two files, one without quotes': [
    between(row(7).replace('"7","3/4/2007 9:10"', '7,3/4/2007 9:10')),
    three,
  ],
  'no quotes around numbers': [between(row(7)).replace(/^"(\d)"/gm, '$1'), three],
  'blanks behind the commas': [between(row(7)).replaceAll('","', '", "'), three],
  'carriage returns as line ends': [between(row(7)).replaceAll('\n', '\r'), three],
  apostrophes: [between(row(7)).replaceAll('"', "'"), three],
  semicolons: [between(row(7)).replaceAll('","', '";"'), three],
  tabs: [between(row(7)).replaceAll('","', '"\t"'), three],
  bars: [between(row(7)).replaceAll('61|07', '61 07').replaceAll('","', '"|"'), three],
  'zero bytes': [between(row(7, { body: 'a\0b' })), three],
  'a body that ends in a backslash': [between(row(7, { body: 'a\\' })), three],
  'quotes written both ways': [between(row(7, { body: '""a"" \\"b\\"' })), three],
  'a row within a body': [between(row(7, { body: row(9).replaceAll('"', '""') })), three],
}

const dates = [
  '2007-03-04 09:10:00',
  '2007-03-04T09:10Z',
  '3/4/07',
  '04-Mar-2007 09:10',
  '1172999400',
]

describe('a table with damage in it', () => {
  it.each(Object.entries(dumps))('%s', async (_, [dump, expected]) => {
    expect(await read(dump)).toEqual(expected)
  })

  it.each(dates)('with the date printed as %s', async (created) => {
    expect(await read(between(row(7, { created })))).toEqual(three)
    expect(await read(`${row(1, { created })}\n${row(2, { created })}`)).toEqual(leftOut)
  })

  it('gives references that a spreadsheet parted otherwise', async () => {
    const bytes = Buffer.from(between(row(7, { references: '07LOME61, 07ACCRA9' })))
    async function* pieces(): AsyncIterable<Uint8Array> {
      yield bytes
    }
    for await (const { item } of readStream(pieces(), { file: 'f', locator: 'f' })) {
      expect(item?.facts.references).toEqual(['07LOME61', '07ACCRA9'])
    }
  })

  it('reads what a spreadsheet saves as Unicode text', async () => {
    const cells = (serial: number): string =>
      `${serial}\t3/4/2007 9:10\t07LOME${serial}\tEmbassy Lome\tSECRET\t\tP 041010Z MAR 07\t"a ""b"",\nc"`
    const dump = Buffer.from(`\ufeff${cells(1)}\r\n${cells(2)}\r\n`, 'utf16le')
    expect(await read(dump)).toEqual(leftOut)
  })

  it('keeps the row before what is too large', async () => {
    const junk = Buffer.alloc(rowBytesMax + 1_000, '"x",')
    const dump = Buffer.concat([Buffer.from(`${row(1)}\n`), junk, Buffer.from(`\n${row(2)}`)])
    expect(await read(dump)).toEqual(['07LOME1', 'ROW_TOO_LARGE', '07LOME2'])
  })

  const head = 'id,date,origin,text'
  const tables: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'a stray line': [
      '07LOME1,2007-03-04,Lome,a\nstray\nlines\n07LOME2,2007-03-05,Lome,b',
      setAside,
    ],
    'the names again': [`07LOME1,2007-03-04,Lome,a\n${head}\n07LOME2,2007-03-05,Lome,b`, leftOut],
    'empty rows': [
      '07LOME1,2007-03-04,Lome,a\n,,,\n"","","",""\n07LOME2,2007-03-05,Lome,b',
      leftOut,
    ],
    'columns left out at the end': ['07LOME1,2007-03-04\n07LOME2,2007-03-05,Lome,b', leftOut],
    'no id': [',2007-03-04,Lome,a\n07LOME2,2007-03-05,Lome,"b\nc"', ['table', '07LOME2']],
  }

  it.each(Object.entries(tables))(
    'a table with names above it: %s',
    async (_, [rows, expected]) => {
      expect(await read(`${head}\n${rows}\n`)).toEqual(expected)
      const other = `sep=;\n${head}\n${rows}`.replaceAll(',', ';').replaceAll('\n', '\r')
      expect(await read(other)).toEqual(expected)
    },
  )

  it('an index keeps its rows apart from stray lines', async () => {
    const dump =
      '2007-03-04T09:10:00Z,Embassy Lome,"PREL,\nTO"\nstray\n2007-03-05T09:10:00Z,Embassy Lome,PREL'
    const [first, stray, second] = await read(dump)
    expect([first, second].map((id) => id?.slice(0, 20))).toEqual([
      'INDEX-20070304T0910Z',
      'INDEX-20070305T0910Z',
    ])
    expect(stray).toBe('ROW_MALFORMED')
  })

  it('takes a table with other columns for what its names say', async () => {
    const table = 'no,date,refid,classification,origin,text\n1,3/4/2007 9:10,07LOME1,SECRET,Lome,a'
    expect(await read(table)).toEqual(['07LOME1'])
    expect(await read('REF: A. 07LOME61, B. 07ACCRA9, 07LOME77, C\n1. (U) Rain.')).toEqual(['text'])
  })
})
