import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from './chancery.ts'
import { serving } from './serving.ts'
import { ferry } from './telegrams.ts'

const here = desk()
afterAll(here.remove)

beforeAll(async () => {
  expect((await here.run(['ingest', here.file('ferry.txt', ferry)])).code).toBe(0)
})

test('the desk is served on this computer only', async () => {
  const out = await serving(here, [], async (address) => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const page = await fetch(new URL('/cable/06LOME9501', address))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('quartermaster')
    const foreign = await fetch(address, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(foreign.status).toBe(403)
  })
  expect(out).toMatch(/Nothing was sent anywhere or released\./)
})

test('the public edition has to be made first; then nothing else is served', async () => {
  const none = await here.run(['serve', '--public', '--port', '0'])
  expect(none).toMatchObject({ code: 3, out: '' })
  expect(none.err).toMatch(/chancery publish/)
  expect((await here.run(['publish', '--yes'])).code).toBe(0)
  await serving(here, ['--public'], async (address) => {
    expect((await fetch(new URL('/cable/06LOME9501', address))).status).toBe(404)
  })
  // What was published is no longer only here.
  const out = await serving(here, [], async () => undefined)
  expect(out).not.toMatch(/or released/)
})

test('a port that is taken and was asked for is one line, exit 3', async () => {
  await serving(here, [], async (address) => {
    const { port } = new URL(address)
    const { code, out, err } = await here.run(['serve', '--port', port])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(/^PORT_TAKEN: .*--port.*\n$/)
  })
})
