import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetLengthMax } from '../../src/search/limits.ts'
import { openScan } from '../../src/search/scan.ts'
import { editionOf } from './edition-of.ts'

const filler = (count: number) => 'nothing of note was said about it '.repeat(count)

async function shown(paragraphs: readonly string[], q: string, subject?: string) {
  const edition = editionOf([
    { id: 'A', paragraphs, signature: 'ROE', ...(subject && { subject }) },
  ])
  const page = { sort: 'relevance', size: 1, offset: 0, facets: false } as const
  const { hits } = await (await openScan(edition)).search(q, page)
  return (hits[0]?.paragraphs ?? []).map(({ anchor, text, marks }) => ({
    anchor,
    text,
    words: marks.map(([start, end]) => text.slice(start, end)),
  }))
}

describe('snippets', () => {
  it('show a short paragraph whole, on one line', async () => {
    expect(await shown(['The river\n   rose.'], '=rivers river')).toEqual([])
    expect(await shown(['The river\n   rose.'], 'river')).toEqual([
      { anchor: 'p1', text: 'The river rose.', words: ['river'] },
    ])
  })

  it('cut a long one to the neighbourhood of the words, between words', async () => {
    const [snippet] = await shown([`${filler(20)}the river rose ${filler(20)}`], 'river')
    expect(snippet?.words).toEqual(['river'])
    expect(snippet?.text).toMatch(/^…[a-z]+ .* river .* [a-z]+…$/)
    expect(snippet?.text.length).toBeLessThanOrEqual(snippetLengthMax + 2)
    const words = new Set(filler(1).split(' '))
    const ends = (snippet?.text ?? '').slice(1, -1).split(' ')
    expect([words.has(ends.at(0) ?? ''), words.has(ends.at(-1) ?? '')]).toEqual([true, true])
  })

  it('prefer the place where different words stand together', async () => {
    const text = `river river river ${filler(20)} the river and the boat ${filler(20)} boat`
    const [snippet] = await shown([text], 'river boat')
    expect(snippet?.words).toEqual(['river', 'boat'])
  })

  it('show the three best paragraphs in the order of the text', async () => {
    const paragraphs = [
      'a river',
      'a boat',
      'nothing',
      'river, river',
      'the river and the boat',
      'a boat',
    ]
    expect((await shown(paragraphs, 'river boat')).map(({ anchor }) => anchor)).toEqual([
      'p1',
      'p4',
      'p5',
    ])
  })

  it('show pieces outside the paragraphs where no paragraph holds the words', async () => {
    expect(await shown(['nothing'], 'roe')).toEqual([
      { anchor: undefined, text: 'ROE', words: ['ROE'] },
    ])
    expect(await shown(['the river'], 'river', 'RIVER')).toHaveLength(1)
  })

  it('mark nothing that is only excluded or filtered', async () => {
    expect(await shown(['the river'], 'river -boat -=rivers')).toMatchObject([{ words: ['river'] }])
    expect(await shown(['the river'], '-boat')).toEqual([])
  })

  it('put overlapping phrases into one mark', async () => {
    expect(await shown(['one two three four'], '"one two" "two three"')).toMatchObject([
      { words: ['one two three'] },
    ])
  })

  it('cut a word without end, but no letter', async () => {
    const [snippet] = await shown([`${'𝒳'.repeat(1000)} river ${'𝒴'.repeat(1000)}`], 'river')
    expect(snippet?.words).toEqual(['river'])
    expect(snippet?.text.isWellFormed()).toBe(true)
    expect(snippet?.text.length).toBeLessThanOrEqual(snippetLengthMax + 4)
  })

  it('hold their marks inside the text, in order, whatever it is', async () => {
    const text = fc.array(fc.constantFrom('river', 'boat', ' ', '\n', '-', filler(3), '𝒳'), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        for (const { text: line, words } of await shown(
          [parts.join('')],
          'river OR boat OR "boat river"',
        )) {
          expect(line.length).toBeLessThanOrEqual(snippetLengthMax + 4)
          expect(line).not.toMatch(/\n| {2}/)
          for (const word of words)
            expect(word).toMatch(/^(river|boat|boat[ -]+river|river[ -]*boat)/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the time limit', () => {
  const page = { sort: 'relevance', size: 1, offset: 0, facets: true } as const

  it('ends a question without a total', async () => {
    let ms = 0
    const now = () => (ms += 100)
    const engine = await openScan(editionOf([{ id: 'A', paragraphs: ['river'] }]), {
      now,
      timeMsMax: 50,
    })
    const answer = await engine.search('river', page)
    expect(answer.stopped).toEqual({ limit: 'search time', value: 50, unit: 'ms' })
    expect(answer).not.toHaveProperty('total')
    expect([answer.ids, answer.hits, answer.facets]).toEqual([[], [], {}])
  })

  it('lets a question within it through, and says what it took', async () => {
    let ms = 0
    const now = () => (ms += 1)
    const engine = await openScan(editionOf([{ id: 'A', paragraphs: ['river'] }]), { now })
    const answer = await engine.search('river', page)
    expect([answer.total, answer.stopped]).toEqual([1, undefined])
    expect(answer.tookMs).toBeGreaterThan(0)
  })
})
