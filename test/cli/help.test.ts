import { afterAll, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { desk } from './chancery.ts'

const here = desk()
afterAll(here.remove)

test('the program says what it is', async () => {
  const help = await here.run(['--help'])
  expect(help).toMatchObject({ code: 0, err: '' })
  for (const name of ['ingest|add', 'search', 'publish', 'Exit codes']) {
    expect(help.out).toContain(name)
  }
  const version = await here.run(['--version'])
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(program().commands.map((command) => command.name()))('%s --help', async (name) => {
  const { code, out } = await here.run([name, '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/\n {2}\$ .*chancery /)
})

test('every command takes --archive', () => {
  const leaves = program().commands.flatMap((command) =>
    command.commands.length > 0 ? command.commands : [command],
  )
  const without = leaves.filter(({ options }) => !options.some(({ long }) => long === '--archive'))
  expect(leaves.length).toBeGreaterThan(15)
  expect(without.map((command) => command.name())).toEqual([])
})

test.each([
  [['frobnicate'], /unknown command/],
  [['search', '--frobnicate'], /unknown option/],
  [['search', '--sort', 'sideways', 'x'], /Allowed choices/],
  [['search', '--size', '-3', 'x'], /whole number/],
  [['ingest'], /missing required argument/],
  [['policy', 'default', 'all'], /--reason/],
  [['policy', 'default', 'some', '--reason', 'x'], /Allowed choices/],
  [['serve', '--port', '70000'], /0 to 65535/],
  [['serve', '--host', '0.0.0.0'], /DESK_IS_PRIVATE/],
])('wrong use is exit 2 and a sentence: %s', async (args, sentence) => {
  const { code, out, err } = await here.run(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
})

test.each(['search', 'show', 'stats', 'verify', 'ledger', 'build', 'publish'])(
  '%s without an archive says how to make one',
  async (name) => {
    const args = ['search', 'show'].includes(name) ? [name, 'x'] : [name]
    const { code, out, err } = await here.run([...args, '--archive', 'nowhere'])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(/^[A-Z_]+: .*chancery ingest.*\n$/)
  },
)
