import { afterEach, describe, expect, it } from 'vitest'
import type { ItemReading, ReadingJob } from '../../src/desk/item-reading.ts'
import { openReadingPool, type PoolOptions, type ReadingPool } from '../../src/desk/reading-pool.ts'
import { telegram } from './dump.ts'

let pool: ReadingPool | undefined
afterEach(() => pool?.close())

const clumsy: PoolOptions = {
  threads: 2,
  program: new URL('./clumsy-thread.ts', import.meta.url),
  memoryMib: 64,
  memoryAloneMib: 96,
  secondsMax: 1.5,
}

function job(text: string): ReadingJob {
  return { text, facts: {}, locator: 'a.txt', against: [] }
}

/** The first texts are read in the thread that asks, so that a small dump starts no other. */
const first = Array.from({ length: 16 }, (_, index) => job(telegram(index + 1, 'Rain fell.')))

function readAll(options: PoolOptions, texts: readonly string[]): Promise<readonly ItemReading[]> {
  const opened = openReadingPool(options)
  pool = opened
  return Promise.all([...first, ...texts.map(job)].map((each) => opened.read(each)))
}

/** Bytes are another class where they came from another thread. */
function plain(reading: ItemReading): object {
  if (reading.failure !== undefined) return reading
  return { ...reading, kept: [reading.kept.outline, ...reading.kept.value] }
}

const told = (reading: ItemReading): string => reading.failure ?? reading.id

describe('the reading pool', () => {
  it('gives every text its own reading, in any number of threads', async () => {
    const texts = Array.from({ length: 300 }, (_, at) => telegram(at + 100, `Day ${at} was dry.`))
    const readings: string[] = []
    for (const threads of [0, 1, 2, 4]) {
      const all = await readAll({ threads }, texts)
      expect(all.slice(16).map(told)).toEqual(texts.map((_, at) => `07LOME${at + 100}`))
      readings.push(JSON.stringify(all.map(plain)))
      await pool?.close()
    }
    expect(new Set(readings).size).toBe(1)
  })

  it('loses the text that ends a thread, hangs it or fills its memory, and no other', async () => {
    const texts = Array.from({ length: 200 }, (_, at) => telegram(at + 100, 'All was well.'))
    texts[20] = telegram(120, 'It HANGS.')
    texts[60] = telegram(160, 'It SWELLS.')
    texts[61] = telegram(161, 'It ENDS.')
    texts[150] = telegram(250, 'It THROWS.')
    const all = (await readAll(clumsy, texts)).slice(16).map(told)
    expect(all[20]).toBe('it took longer than 1.5 seconds')
    expect(all[60]).toMatch(/^it took more than 96 MiB of memory$/)
    expect(all[61]).toBe('its thread ended')
    expect(all[150]).toBe('something unheard of')
    const lost = new Set([20, 60, 61, 150])
    const rest = all.filter((_, at) => !lost.has(at))
    expect(rest).toEqual(texts.flatMap((_, at) => (lost.has(at) ? [] : `07LOME${at + 100}`)))
  })

  it('says where there can be no thread at all', async () => {
    const program = new URL('./no-such-thread.ts', import.meta.url)
    await expect(readAll({ threads: 1, program }, [telegram(100, 'Rain.')])).rejects.toThrow()
  })

  it('reads a large text alone', async () => {
    const large = telegram(900, 'The rain fell and fell on the quay. '.repeat(130_000))
    const texts = [telegram(100, 'Rain.'), large, telegram(101, 'Rain.')]
    const all = await readAll({ threads: 2, memoryMib: 64 }, texts)
    expect(all.slice(16).map(told)).toEqual(['07LOME100', '07LOME900', '07LOME101'])
  })
})
