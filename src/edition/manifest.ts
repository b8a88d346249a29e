import type { Manifest } from './edition.ts'
import { EditionError } from './edition-error.ts'
import { formatVersion, sectionOf } from './layout.ts'

/** The file that says what an edition is. Its SHA-256 is the edition's root. */
export const manifestName = 'manifest.json'

/** Digits of the root that name the edition's folder. */
export const rootDigits = 12

/** Writes a manifest, readable, in a fixed order. */
export function bytesOfManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`)
}

/** Reads a manifest; throws `EditionError` where it is none, or one of a newer program. */
export function manifestFromBytes(bytes: Uint8Array): Manifest {
  let value: Partial<Manifest>
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw notOne('it is not JSON in UTF-8')
  }
  if (value?.format !== 'chancery-edition' || !Number.isInteger(value.formatVersion)) {
    throw notOne('it does not name the format "chancery-edition"')
  }
  if (Number(value.formatVersion) > formatVersion) {
    throw new EditionError(
      'EDITION_VERSION',
      manifestName,
      `This edition has format ${value.formatVersion}, and this program reads up to ` +
        `${formatVersion}: use a newer Chancery.`,
    )
  }
  const wrong = wrongField(value)
  if (wrong !== undefined) throw notOne(wrong)
  return value as Manifest
}

function wrongField(value: Partial<Manifest>): string | undefined {
  if (value.audience !== 'desk' && value.audience !== 'public') return 'it names no audience'
  if (typeof value.date !== 'string') return 'it has no date'
  for (const name of ['cables', 'paragraphs'] as const) {
    if (!isCount(value[name])) return `"${name}" is not a count`
  }
  for (const name of ['collections', 'withdrawn', 'files'] as const) {
    if (!Array.isArray(value[name])) return `"${name}" is not a list`
  }
  if (!isDigest(value.contentRoot)) return '"contentRoot" is not a SHA-256'
  const names = new Set<string>()
  for (const file of value.files ?? []) {
    // Only such a name is ever made into a path or an address.
    if (typeof file?.name !== 'string' || sectionOf(file.name) === undefined) {
      return 'it lists a file of an unknown kind'
    }
    if (names.has(file.name)) return `it lists ${file.name} twice`
    if (!isCount(file.bytes) || !isDigest(file.sha256)) return `what it says of ${file.name} is cut`
    names.add(file.name)
  }
  return undefined
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function notOne(reason: string): EditionError {
  return new EditionError(
    'EDITION_MANIFEST',
    manifestName,
    `manifest.json cannot be read: ${reason}. Build the edition again.`,
  )
}
