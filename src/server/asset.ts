import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type FontFace, stylesheet } from '../views/stylesheet.ts'

/** A file that never changes under its address: the address holds a hash of it. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** The stylesheet and the fonts, by path. */
export interface Assets {
  readonly stylesheet: string
  readonly icon: string
  readonly files: ReadonlyMap<string, Asset>
}

const fonts = [
  { family: 'Source Serif 4', package: '@fontsource/source-serif-4', weight: 400, style: 'normal' },
  { family: 'Source Serif 4', package: '@fontsource/source-serif-4', weight: 400, style: 'italic' },
  { family: 'Source Serif 4', package: '@fontsource/source-serif-4', weight: 600, style: 'normal' },
  { family: 'Inter', package: '@fontsource/inter', weight: 400, style: 'normal' },
  { family: 'Inter', package: '@fontsource/inter', weight: 600, style: 'normal' },
  { family: 'IBM Plex Mono', package: '@fontsource/ibm-plex-mono', weight: 400, style: 'normal' },
] as const

/** Latin letters, and the accented ones that names need; other scripts use the system's fonts. */
const subsets = ['latin', 'latin-ext'] as const

/** A sheet with a band and three lines. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<path fill="#fbfaf7" stroke="#1c1a17" d="M2.5.5h11v15h-11z"/><path fill="#2456a6" d="M3 1h10v2H3z"/>
<path stroke="#1c1a17" d="M5 6.5h6M5 9.5h6M5 12.5h4"/></svg>
`

let loaded: Assets | undefined

/** Reads the fonts out of their packages and writes the stylesheet that names them, once. */
export function loadAssets(): Assets {
  if (loaded !== undefined) return loaded
  const files = new Map<string, Asset>()
  const faces: FontFace[] = []
  for (const font of fonts) {
    const folder = packageFolder(font.package)
    const ranges: Record<string, string> = JSON.parse(
      readFileSync(join(folder, 'unicode.json'), 'utf8'),
    )
    for (const subset of subsets) {
      const name = `${basename(folder)}-${subset}-${font.weight}-${font.style}`
      const path = join(folder, 'files', `${name}.woff2`)
      const bytes = new Uint8Array(readFileSync(path))
      const href = `/assets/${name}.${hash(bytes)}.woff2`
      files.set(href, { bytes, type: 'font/woff2' })
      const { family, style, weight } = font
      faces.push({ family, style, weight, href, unicodeRange: ranges[subset] ?? 'U+0-10FFFF' })
    }
  }
  const css = new TextEncoder().encode(stylesheet(faces))
  const href = `/assets/chancery.${hash(css)}.css`
  files.set(href, { bytes: css, type: 'text/css; charset=utf-8' })
  const svg = new TextEncoder().encode(icon)
  const iconHref = `/assets/icon.${hash(svg)}.svg`
  files.set(iconHref, { bytes: svg, type: 'image/svg+xml' })
  loaded = { stylesheet: href, icon: iconHref, files }
  return loaded
}

/** Where a package of fonts is installed; its files are read as data, nothing of it is run. */
function packageFolder(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url)
  if (manifest === undefined) throw new Error(`The package ${name} is not installed.`)
  return dirname(manifest)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12)
}
