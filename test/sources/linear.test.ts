import { expect, test } from 'vitest'
import { readStream } from '../../src/sources/read-stream.ts'
import { processorMs } from '../processor-time.ts'

const row = '"3/4/2007 9:10","07LOME77","Embassy Lome","UNCLASSIFIED","","FM AMEMBASSY LOME'
const page = `<html><title>Viewing cable 07LOME77</title><body><table class='cable'><tr><th>Reference ID</th>
<th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr><tr><td>07LOME77</td>
<td>2007-03-04 10:10</td><td>2011-08-30</td><td>UNCLASSIFIED</td><td>Embassy Lome</td></tr></table>`
const volume =
  '<?xml version="1.0"?><TEI xml:id="frus1969v1"><text><body><div type="document" xml:id="d1" n="1">'
const list = 'Concepts: RYE\nDraft Date: 04 MAR 1974\nDocument Number: 1974LOME00077\n'
const parts = 'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'

/** A source of each kind, of which a place is marked: a run of any sign may stand there. */
const sources: Readonly<Record<string, string>> = {
  nothing: '@',
  telegram:
    'FM AMEMBASSY LOME\nTO SECSTATE WASHDC\nUNCLAS LOME 000077\n\nSUBJECT: RYE\n\n1. It@came.\n',
  'body of cables.csv': `"1",${row}","UNCLAS LOME 000077\n\n1. It@came."\n"2",${row}","It came."\n`,
  'end of cables.csv': `"1",${row}","UNCLAS LOME 000077\n\n1. It came."\n@`,
  'header of cables.csv': `"1",${row}@","UNCLAS LOME 000077\n\n1. It came."\n`,
  'row of tabs': `7\t2007-03-04 09:10:00\t07LOME77\tEmbassy Lome\tSECRET\t\tFM X\tUNCLAS LOME 77@x\n`,
  'named table': 'id,date,subject,tags,text\n07LOME77,2007-03-04,Rye,@,It came.\n',
  'JSON text': '{"id":"07LOME77","date":"2007-03-04","tags":"PREL","text":"It@came."}\n',
  'JSON value': '{"id":"07LOME77","tags":@,"text":"It came."}\n',
  'FRUS text': `${volume}<head>1. Telegram 77 From the Embassy in Togo</head><p>It@came.</p></div></body>`,
  'FRUS head': `${volume}<head>1. Telegram 77 From@the Embassy in Togo to</head><p>x</p></div></body>`,
  'NARA text': `Message Text\n\nUNCLAS LOME 00077\nTAGS: PREL\n@\nMessage Attributes\n\n${list}`,
  'NARA list': `Message Text\n\nUNCLAS LOME 00077\n\nMessage Attributes\n\nTAGS: @\n${list}`,
  'Cablegate text': `${page}<pre>FM X</pre><pre>UNCLAS LOME 000077@</pre></body></html>`,
  'Cablegate page': `${page}@<pre>FM X</pre><pre>UNCLAS LOME 000077</pre></body></html>`,
  'PlusD page': `<title>Cable: 1974LOME00077_b</title>Date: 1974 March 4, 00:00 (Monday)<br>
Canonical ID: 1974LOME00077_b<br>Type: @<br><h3>Content</h3>Show Headers<pre>It came.</pre>`,
  'PlusD text': `RYE\nDate: 1974 March 4\nCanonical ID: 1974LOME00077_b\n@\nContent\nShow Headers\nIt@came.`,
  'saved page': `From: <Saved by Roe>\nSubject: X@\nMIME-Version: 1.0\n${parts}${page}\n--b--\n`,
}

const signs =
  ' |\t|\n|\r\n|-|"|,|\\|\\\n|<|>|&|{|[|(|1|A |\u2028|*|=\n|. |: |/|","|"\n"|<p>|<td>|<!--|<!--<p>|NNNN\n'.split(
    '|',
  )

/** Quadratic reading of a run this long takes many seconds, linear reading some milliseconds. */
const runLength = 160_000
const timeMsMax = 4_000

test.each(Object.entries(sources))(
  'a run of any sign in a %s costs no more than its length',
  async (_, source) => {
    for (const sign of [...signs, '|']) {
      const run = sign.repeat(Math.ceil(runLength / sign.length))
      const before = processorMs()
      await read(Buffer.from(source.replace('@', () => run)))
      expect(processorMs() - before, JSON.stringify(sign)).toBeLessThan(timeMsMax)
    }
  },
)

async function read(bytes: Uint8Array): Promise<void> {
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  let results = 0
  for await (const _ of readStream(once(), { file: 'a', locator: 'a' })) results += 1
  expect(results).toBeGreaterThan(0)
}
