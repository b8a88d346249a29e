import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, desk } from './chancery.ts'

const telegram = `R 041010Z MAR 07
FM AMEMBASSY LOME
TO SECSTATE WASHDC
UNCLAS LOME 000077

SIPDIS

E.O. 12958: N/A
TAGS: PREL TO
SUBJECT: EELS IN THE HARBOUR

REF: ACCRA 9

1. The eels are back.
ROE
`

describe('chancery lint', () => {
  let place: Desk
  beforeAll(() => {
    place = desk()
  })
  afterAll(() => place.remove())

  it('prints file, line, column, severity, code, sentence, and carets below the words', async () => {
    const file = place.file('eels.txt', telegram)
    const { code, out: stdout, err: stderr } = await place.run(['lint', file])
    const at = stdout.indexOf(`${file}:12:6: info REF_YEAR_INFERRED: `)
    expect(at).toBeGreaterThanOrEqual(0)
    const [, line, carets] = stdout.slice(at).split('\n')
    expect(line).toBe('    12 | REF: ACCRA 9')
    expect(carets).toBe('       |      ^^^^^^^')
    expect(stdout).toMatch(/REF_YEAR_INFERRED +info +1 +1\n/)
    expect(stderr).toContain('1 cable read, 0 files not readable as a cable.')
    expect(code).toBe(0)
  })

  it('leaves out what was not asked for', async () => {
    const file = place.file('one.txt', telegram)
    const byCode = await place.run(['lint', '--code', 'ref_self', file])
    expect(byCode.out).toBe('Nothing is doubtful.\n')
    const bySeverity = await place.run(['lint', '--severity', 'error', file])
    expect(bySeverity.out).toBe('Nothing is doubtful.\n')
    const table = await place.run(['lint', '--summary', file])
    expect(table.out).toMatch(/^code +severity +times +cables\n/)
  })

  it('writes a cable a line and the table last with --json', async () => {
    const file = place.file('two.txt', telegram)
    const { out: stdout } = await place.run(['lint', '--json', file, file])
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    const [first, , last] = lines.map((line) => JSON.parse(line))
    expect(first).toMatchObject({ file, diagnostics: expect.any(Array) })
    expect(last.summary).toContainEqual({
      code: 'REF_YEAR_INFERRED',
      severity: 'info',
      times: 2,
      cables: 2,
    })
  })

  it('says what it could not read and goes on', async () => {
    const bad = place.file('letter.bin', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
    const good = place.file('three.txt', telegram)
    const { code, out: stdout, err: stderr } = await place.run(['lint', bad, good])
    expect(stderr).toContain(`${bad}: `)
    expect(stdout).toContain(`${good}:12:6`)
    expect(code).toBe(1)
  })

  it('refuses a code that does not exist', async () => {
    const { code, err: stderr } = await place.run([
      'lint',
      '--code',
      'EELS',
      place.file('x', telegram),
    ])
    expect(stderr).toContain('NO_SUCH_CODE: There is no diagnostic "EELS"')
    expect(code).toBe(2)
  })
})
