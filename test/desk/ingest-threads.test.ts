import { afterEach, beforeEach, expect, it } from 'vitest'
import { build } from '../../src/desk/build.ts'
import { type IngestOptions, ingest } from '../../src/desk/ingest.ts'
import { telegram, type Workplace, workplace } from './dump.ts'

let at: Workplace
beforeEach(() => {
  at = workplace()
})
afterEach(() => at.remove())

/** Cables, versions, twins and copies in a row, so that each has to wait for the one before. */
function fill(): void {
  const words = ['crane', 'cocoa', 'ferry', 'bridge', 'lamp', 'quay', 'rope', 'salt']
  for (let serial = 1; serial <= 40; serial += 1) {
    const name = String(serial).padStart(3, '0')
    const word = (step: number): string => words[(serial * step) % words.length] ?? ''
    const text = Array.from({ length: 30 }, (_, step) => `${word(step + 1)} ${step}`).join(' of ')
    at.put(`${name}-a.txt`, telegram(serial, text))
    at.put(`${name}-b.txt`, telegram(serial, `${text} And the rest of it.`))
    at.put(`${name}-c.txt`, telegram(serial, 'Ministers quarrelled about the price of sugar.', 'X'))
    at.put(`${name}-d.txt`, telegram(serial, text))
  }
  at.put('z.txt', 'Dear diary.')
}

it('holds the same, whatever the number of threads', async () => {
  fill()
  const roots: string[] = []
  for (const threads of [0, 1, 2, 4]) {
    const archive = `${at.archive}-${threads}`
    const options: IngestOptions = {
      pool: { threads },
      now: () => new Date('2026-01-02T03:04:05Z'),
    }
    const { counts } = await ingest(archive, [at.dump], options)
    expect(counts).toEqual({ new: 80, newVersion: 40, unchanged: 0, copy: 40, quarantined: 1 })
    roots.push((await build(archive)).manifest.contentRoot)
  }
  expect(new Set(roots).size).toBe(1)
})

it('sets a text aside on which a thread ends, and takes everything else', async () => {
  for (let serial = 1; serial <= 60; serial += 1) {
    const text = serial === 40 ? 'It ENDS.' : `Day ${serial} was dry.`
    at.put(`${String(serial).padStart(3, '0')}.txt`, telegram(serial, text))
  }
  const program = new URL('./clumsy-thread.ts', import.meta.url)
  const { counts, quarantined } = await ingest(at.archive, [at.dump], { pool: { program } })
  expect(counts).toMatchObject({ new: 59, quarantined: 1 })
  expect(quarantined).toEqual({ PARSER_FAILED: 1 })
  const again = await ingest(at.archive, [at.dump])
  expect(again.counts).toMatchObject({ new: 1, unchanged: 59, quarantined: 0 })
})
