import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram } from '../running.ts'
import { launchChromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
const text =
  'R 141530Z MAR 07\nFM AMEMBASSY LOME\nUNCLAS LOME 000077\n\nSUBJECT: EELS\n\n1. Eels.\n'

/** What another project writes: both ways of import, by types that must hold. */
const consumer = `
import { parse, print, toCable, type Cable, type Telegram, type tree } from 'chancery/telegram'
const text = ${JSON.stringify(text)}
const telegram: Telegram = parse(text)
const record: Cable = toCable(telegram).record
const parts: readonly tree.Part[] = telegram.children
const answer = [print(telegram) === text, record.id, record.date, record.subject, parts.length]
;(globalThis as { answer?: string }).answer = JSON.stringify(answer.slice(0, 4))
`
const expected = '[true,"07LOME77","2007-03-14T15:30Z","EELS"]'

let folder: string
beforeAll(() => {
  // A project of its own, in which the package is installed as it is published.
  folder = mkdtempSync(join(tmpdir(), 'chancery-library-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'chancery'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'use.ts'), `${consumer}\nconsole.log((globalThis as any).answer)\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the built library is there', () => {
  expect(existsSync(join(root, 'dist/cable/index.js'))).toBe(true)
})

test('another project imports it in Node.js, and its types hold', async () => {
  const ran = await runProgram(process.execPath, ['use.ts'], { cwd: folder })
  expect(ran.out.trim()).toBe(expected)
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--lib', 'es2024,dom']
  const checked = await runProgram(process.execPath, [compiler, ...options, 'use.ts'], {
    cwd: folder,
  })
  expect(checked).toMatchObject({ code: 0, out: '' })
})

let browser: Browser
let server: Server
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('a browser runs it, bundled without anything else', async () => {
  const bundle = await rolldown({ input: join(folder, 'use.ts'), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'esm' })
  const code = output[0].code
  expect(code).not.toMatch(/from ["'](?:node:|[a-z@])|\brequire\(/)
  server = createServer((request, response) => {
    const script = request.url === '/use.js'
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html')
    response.end(script ? code : '<!doctype html><script type="module" src="/use.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction(() => 'answer' in globalThis)
  expect(await page.evaluate(() => (globalThis as { answer?: string }).answer)).toBe(expected)
})
