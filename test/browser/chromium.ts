import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { extract } from 'tar-fs'

/** What a test wants of its browser. */
export interface ChromiumOptions {
  /** Names that lead to this computer, as a name server of somebody else could say. */
  readonly names?: readonly string[]
}

/**
 * A real Chromium for the tests, out of an npm package and nothing else.
 *
 * `@sparticuz/chromium` brings the browser, the libraries a bare Debian lacks (nss, nspr …; its
 * bundle `al2023`) and one font. They are unpacked once, beside the checkout and never in a shared
 * temporary folder, and found through the two variables that a loader and fontconfig read.
 * Elsewhere than on Linux x64 the variable `CHROME_PATH` names a browser.
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Browser> {
  const args = ['--no-sandbox']
  if (options.names !== undefined) {
    args.push(`--host-resolver-rules=${options.names.map((name) => `MAP ${name} 127.0.0.1`)}`)
  }
  const own = process.env.CHROME_PATH
  if (own !== undefined && own !== '') return await chromium.launch({ executablePath: own, args })
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser tests need Linux x64; elsewhere set CHROME_PATH to a Chromium.')
  }
  const home = await unpacked()
  // It leaves files behind where it is ended at the wrong moment.
  const scratch = await mkdtemp(join(tmpdir(), 'chancery-chromium-'))
  const browser = await chromium.launch({
    executablePath: join(home, 'chromium'),
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), home].join(':'),
      FONTCONFIG_PATH: join(home, 'fonts'),
      XDG_CACHE_HOME: join(home, 'cache'),
      TMPDIR: scratch,
    },
  })
  browser.on('disconnected', () => rmSync(scratch, { recursive: true, force: true }))
  return browser
}

const require = createRequire(import.meta.url)
const bundles = dirname(dirname(require.resolve('@sparticuz/chromium')))

/** The bundle's own names folders of another machine, and none of them is where it lies here. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** The folder that holds the unpacked browser; made on first use, complete or absent. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(bundles, 'package.json'), 'utf8'))
  const runtime = fileURLToPath(new URL('../../.runtime/', import.meta.url))
  const home = join(runtime, `chromium-${version}`)
  if (existsSync(home)) return home
  await mkdir(runtime, { recursive: true })
  const fresh = await mkdtemp(join(runtime, '.chromium-'))
  for (const name of await readdir(join(bundles, 'bin'))) await unpack(name, fresh)
  await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsConfiguration)
  try {
    await rename(fresh, home)
  } catch (error) {
    // Another test run was first: its copy is as good as ours.
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

/** `chromium.br` is the program; `NAME.tar.br` a folder `NAME`, except swiftshader's loose files. */
async function unpack(name: string, into: string): Promise<void> {
  const plain = name.replace(/(?:\.tar)?\.br$/, '')
  const target = plain === 'swiftshader' ? into : join(into, plain)
  await pipeline(
    createReadStream(join(bundles, 'bin', name)),
    createBrotliDecompress(),
    name.endsWith('.tar.br')
      ? extract(target, { chown: false })
      : createWriteStream(target, { mode: 0o755 }),
  )
}
