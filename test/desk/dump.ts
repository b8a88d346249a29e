import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder for one test: an archive and a dump beside it. */
export interface Workplace {
  readonly archive: string
  readonly dump: string
  /** Writes a file of the dump and gives its path. */
  put(name: string, content: string | Uint8Array): string
  remove(): void
}

/** Makes an empty workplace. */
export function workplace(): Workplace {
  const dir = mkdtempSync(join(tmpdir(), 'chancery-desk-'))
  const dump = join(dir, 'dump')
  mkdirSync(dump)
  return {
    archive: join(dir, 'archive'),
    dump,
    put: (name, content) => {
      const path = join(dump, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** An invented telegram from Lome; its body is the paragraph given. */
export function telegram(serial: number, paragraph: string, subject = 'THE HARBOUR'): string {
  const number = String(serial).padStart(6, '0')
  return `R 041010Z MAR 07
FM AMEMBASSY LOME
TO SECSTATE WASHDC 0123
INFO AMEMBASSY ACCRA
AMEMBASSY COTONOU

UNCLAS LOME ${number}

E.O. 12958: N/A
TAGS: ECON, TO
SUBJECT: ${subject}

1. (U) ${paragraph}
ROE
`
}
