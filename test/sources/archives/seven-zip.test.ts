import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { telegramOf } from './making.ts'
import { outcomes, results } from './reading.ts'

const folder = join(import.meta.dirname, '../../fixtures/archives')
const archive = (name: string): Buffer => readFileSync(join(folder, name))

describe('7z', () => {
  it('gives the files of one solid stream, each with its own bytes', async () => {
    const all = await Array.fromAsync(results(archive('solid-lzma2.7z')))
    const texts = all.flatMap(({ item }) => (item ? [item] : []))
    expect(texts.length).toBe(40)
    for (const { locator, bytes } of texts) {
      const serial = Number(/ (\d+)\.txt$/.exec(locator)?.[1])
      expect(Buffer.from(bytes).toString()).toBe(telegramOf(serial))
    }
    const others = all.flatMap(({ failure }) => (failure ? [failure] : []))
    expect(others.map(({ locator, code }) => `${locator} ${code}`).sort()).toEqual([
      'dump › empty.txt EMPTY_FILE',
      'dump › link.txt SYMLINK',
    ])
  })

  it('gives files packed alone, by LZMA with any properties', async () => {
    expect(await outcomes(archive('single-lzma.7z'))).toEqual(
      [0, 1, 2].map((serial) => `dump › ${serial}.txt text`),
    )
  })

  it('names what asks for a password or is packed otherwise', async () => {
    expect(await outcomes(archive('password.7z'))).toEqual([
      'dump › 0.txt ARCHIVE_ENCRYPTED',
      'dump › 1.txt ARCHIVE_ENCRYPTED',
    ])
    expect(await outcomes(archive('password-list.7z'))).toEqual(['dump ARCHIVE_ENCRYPTED'])
    expect(await outcomes(archive('ppmd.7z'))).toEqual(['dump › 0.txt ARCHIVE_UNSUPPORTED'])
  })

  it('says so where it was cut, at any byte: its list stands at the end', async () => {
    const whole = archive('single-lzma.7z')
    for (let cut = 10; cut < whole.length; cut += 3) {
      expect(await outcomes(whole.subarray(0, cut)), `cut at ${cut}`).toEqual([
        'dump ARCHIVE_DAMAGED',
      ])
    }
  })

  it('names damage of any byte, or gives the very bytes that were packed', async () => {
    const whole = archive('single-lzma.7z')
    // Behind the signature stands the version, which nothing is made of.
    for (let at = 8; at < whole.length; at += 3) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x20
      const all = await Array.fromAsync(results(damaged))
      const texts = all.flatMap(({ item }) => (item ? [item.text] : []))
      // The last byte of packed data may mean nothing.
      const isWhole = texts.join('') === [0, 1, 2].map(telegramOf).join('')
      const isNamed = all.some(({ failure }) => failure?.code.startsWith('ARCHIVE_'))
      expect(isWhole || isNamed, `damaged at ${at}`).toBe(true)
    }
  })

  it('is held to the limits of all archives', async () => {
    const codes = await outcomes(archive('solid-lzma2.7z'), { unpackedBytesMax: 2_000 })
    expect(codes.at(-1)).toMatch(/ ARCHIVE_LIMIT$/)
    expect(await outcomes(archive('single-lzma.7z'), { entriesMax: 2 })).toEqual([
      'dump ARCHIVE_LIMIT',
    ])
  })
})
