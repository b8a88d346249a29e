import { describe, expect, it } from 'vitest'
import type { Edition } from '../../src/edition/edition.ts'
import type { Page } from '../../src/query/question.ts'
import type { SearchIndex } from '../../src/search/search-index.ts'
import { editionOf, type Sketch } from './edition-of.ts'

const firstPage: Page = { sort: 'oldest', size: 20, offset: 0, facets: true }

/** Invented cables; the order of their dates is that of their letters. */
const cables: readonly Sketch[] = [
  {
    id: '04FREDVILLE10',
    date: '2004-02-03T10:00Z',
    subject: 'RURITANIA: ARRIVAL OF ASYLUM-SEEKERS',
    paragraphs: [
      'The third group of refugees arrived. Asylum seekers were visited by the consul.',
      'The ministry will co-operate with the general.',
    ],
    signature: 'ROE',
    post: 'FREDVILLE',
    origin: 'Embassy Fredville',
    level: 'C',
    controls: ['NOFORN'],
    tags: ['PREF', 'PREL'],
    cites: ['05HANOI7', '05HANOI7', '99NOWHERE1'],
  },
  {
    id: '05HANOI7',
    date: '2005-07-31',
    subject: 'WATER TALKS',
    paragraphs: [
      'A refugee asked for asylum',
      'seekers of water met the river commission. They cooperate.',
    ],
    post: 'HANOI',
    origin: 'Embassy Hanoi',
    level: 'U',
    tags: ['SENV', 'DOE, JANE'],
  },
  {
    id: '05HANOI8',
    date: '2005-08',
    subject: 'WATER, WATER, WATER',
    paragraphs: ['The generals were generous. Water is water; the united front and a unit.'],
    post: 'HANOI',
    origin: 'Embassy Hanoi',
    level: 'S',
    tags: ['SENV', 'PREL'],
    cites: ['05HANOI7OLD'],
    collection: 'second',
  },
  {
    id: 'OWN/DOCUMENT 1',
    subject: 'Łódź — Đà Nẵng',
    paragraphs: ['Ein Straßenfest. Khrushchev’s U.S. visit cost 1,000.'],
    aliases: [],
    level: 'U',
  },
  {
    id: '05HANOI7~2',
    date: '2005-07-31',
    paragraphs: ['A twin of the talks.'],
    post: 'HANOI',
    level: 'U',
  },
]

/**
 * What every engine behind `SearchIndex` must answer, whatever it is made of: `open` makes one over
 * an edition in memory.
 */
export function searchIndexSuite(
  name: string,
  open: (edition: Edition) => Promise<SearchIndex>,
): void {
  const index = open(editionOf(cables))
  const ids = async (q: string, page: Partial<Page> = {}) =>
    (await (await index).search(q, { ...firstPage, ...page })).ids

  const [arrival, talks, twin, water, own] = [
    '04FREDVILLE10',
    '05HANOI7',
    '05HANOI7~2',
    '05HANOI8',
    'OWN/DOCUMENT 1',
  ] as const

  describe(`${name}: questions`, () => {
    it.each([
      ['', [arrival, talks, twin, water, own]],
      ['refugee', [arrival, talks]],
      ['=refugee', [talks]],
      ['"refugee"', [talks]],
      ['refugees asylum', [arrival, talks]],
      ['refugee OR water', [arrival, talks, water]],
      ['refugee -water', [arrival]],
      ['NOT (refugee OR water)', [twin, own]],
      ['visit', [arrival, own]],
      ['"asylum seekers"', [arrival, talks]],
      ['"seekers the third"', [arrival]],
      ['"seekers asylum"', []],
      ['asylum-seekers', [arrival, talks]],
      ['"asylum seeker"', []],
      ['co-operate', [arrival, talks]],
      ['"co operate"', [arrival]],
      ['cooperate', [talks]],
      ['general', [arrival, water]],
      ['generous', [water]],
      ['united', [water]],
      ['=unit', [water]],
      ['lodz', [own]],
      ['ŁÓDŹ "da nang"', [own]],
      ['strassenfest', [own]],
      ["khrushchev's", [own]],
      ['khrushchev', [own]],
      ['U.S.', [own]],
      ['1,000', [own]],
      ['tag:prel', [arrival, water]],
      ['tag:"DOE, JANE"', [talks]],
      ['-tag:PREL', [talks, twin, own]],
      ['origin:HANOI', [talks, twin, water]],
      ['origin:"Embassy Hanoi" water', [talks, water]],
      ['origin:fredville', [arrival]],
      ['origin:"Embassy Fredville"', [arrival]],
      ['class:confidential', [arrival]],
      ['class:C/NF', [arrival]],
      ['class:U/NF', []],
      ['class:U', [talks, twin, own]],
      ['date:2005', [talks, twin, water]],
      ['date:2004..2005-07', [arrival, talks, twin]],
      ['date:2005-08', [water]],
      ['date:2005-08-01', []],
      ['date:>2004', [talks, twin, water]],
      ['date:<2005', [arrival]],
      ['-date:2000..2010', [own]],
      ['05HANOI7', [talks, twin]],
      ['05 Hanoi 0007', [talks, twin]],
      ['id:05HANOI7', [talks, twin]],
      ['id:"OWN/DOCUMENT 1"', [own]],
      ['water (asylum OR generous)', [talks, water]],
      ['water asylum OR roe', [arrival, talks]],
      ['nowhere', []],
      ['???', [arrival, talks, twin, water, own]],
    ] as const)('%s', async (q, expected) => {
      expect(await ids(q)).toEqual(expected)
    })
  })

  describe(`${name}: order and pages`, () => {
    it('puts undated cables last in both orders of time', async () => {
      expect(await ids('', { sort: 'newest' })).toEqual([water, twin, talks, arrival, own])
      expect(await ids('', { sort: 'oldest' })).toEqual([arrival, talks, twin, water, own])
    })

    it('counts who cites once, and breaks ties by the higher number', async () => {
      expect(await ids('', { sort: 'cited' })).toEqual([talks, own, water, twin, arrival])
    })

    it('puts the cable first that is most about the word', async () => {
      expect(await ids('water', { sort: 'relevance' })).toEqual([water, talks])
    })

    it('cuts pages out of one order and names the next', async () => {
      const engine = await index
      const first = await engine.search('', { ...firstPage, size: 2 })
      const second = await engine.search('', { ...firstPage, size: 2, offset: first.next ?? 0 })
      const last = await engine.search('', { ...firstPage, size: 2, offset: second.next ?? 0 })
      expect([first, second, last].map((page) => page.ids)).toEqual([
        [arrival, talks],
        [twin, water],
        [own],
      ])
      expect([first, second, last].map((page) => page.total)).toEqual([5, 5, 5])
      expect(last.next).toBeUndefined()
    })

    it.each([
      [{ size: 0 }, []],
      [{ offset: 99 }, []],
      [{ size: -1, offset: -5 }, []],
      [{ size: 1.5 }, [arrival]],
    ] as const)('takes any page: %j', async (page, expected) => {
      expect(await ids('', page)).toEqual(expected)
    })
  })

  describe(`${name}: answers`, () => {
    it('counts facets over all hits, not over the page', async () => {
      const { facets, years } = await (await index).search('', { ...firstPage, size: 1 })
      expect(facets).toEqual({
        classification: [
          { value: 'U', count: 3 },
          { value: 'C', count: 1 },
          { value: 'S', count: 1 },
        ],
        origin: [
          { value: 'HANOI', count: 3 },
          { value: 'FREDVILLE', count: 1 },
        ],
        tags: [
          { value: 'PREL', count: 2 },
          { value: 'SENV', count: 2 },
          { value: 'DOE, JANE', count: 1 },
          { value: 'PREF', count: 1 },
        ],
        year: [
          { value: '2005', count: 3 },
          { value: '2004', count: 1 },
        ],
        collection: [
          { value: 'invented', count: 4 },
          { value: 'second', count: 1 },
        ],
      })
      expect(years).toEqual([
        { value: '2004', count: 1 },
        { value: '2005', count: 3 },
      ])
    })

    it('narrows facets with the question', async () => {
      const { facets } = await (await index).search('origin:HANOI -class:S', firstPage)
      expect(facets.classification).toEqual([{ value: 'U', count: 2 }])
      expect(facets.tags?.map(({ value }) => value)).toEqual(['DOE, JANE', 'SENV'])
    })

    it('leaves facets out when they are not asked for', async () => {
      expect((await (await index).search('', { ...firstPage, facets: false })).facets).toEqual({})
    })

    it('says which inflections were used', async () => {
      const answer = await (await index).search('refugee co-operate', firstPage)
      expect(answer.understood).toBe(
        '“refugee” (also refugees) and the phrase “co operate” (also cooperate)',
      )
    })

    it('marks the words in their paragraphs, phrases across them too', async () => {
      const { hits } = await (await index).search('"asylum seekers" refugee', firstPage)
      const marked = hits.map(({ paragraphs }) =>
        paragraphs.map(({ anchor, number, portion, text, marks }) => ({
          anchor,
          number,
          portion,
          words: marks.map(([start, end]) => text.slice(start, end)),
        })),
      )
      expect(marked).toEqual([
        // The subject holds the phrase too; it is shown as the title.
        [{ portion: 'C', number: 1, anchor: 'p1', words: ['refugees', 'Asylum seekers'] }],
        [
          { portion: 'C', number: 1, anchor: 'p1', words: ['refugee', 'asylum'] },
          { portion: 'C', number: 2, anchor: 'p2', words: ['seekers'] },
        ],
      ])
    })

    it('says of each part of a question without hits what it finds alone and what without it', async () => {
      const { total, clauses } = await (await index).search(
        'water refugee tag:PREF -class:S',
        firstPage,
      )
      expect(total).toBe(0)
      expect(clauses).toEqual([
        { text: 'water', total: 2, without: 1 },
        { text: 'refugee', total: 2, without: 0 },
        { text: 'tag:PREF', total: 1, without: 1 },
        { text: '-class:S', total: 4, without: 0 },
      ])
    })

    it('gives each hit what a list shows of it', async () => {
      const { hits } = await (await index).search('tag:PREF', firstPage)
      expect(hits).toEqual([
        {
          id: arrival,
          title: 'RURITANIA: ARRIVAL OF ASYLUM-SEEKERS',
          date: '2004-02-03T10:00Z',
          origin: 'Embassy Fredville',
          post: 'FREDVILLE',
          level: 'C',
          classification: 'CONFIDENTIAL//NOFORN',
          tags: ['PREF', 'PREL'],
          cites: 3,
          citedBy: 0,
          score: 0,
          paragraphs: [],
        },
      ])
    })

    it('answers over an edition without cables', async () => {
      const empty = await open(editionOf([]))
      expect(await empty.search('water', firstPage)).toMatchObject({ total: 0, ids: [], hits: [] })
      expect((await empty.search('', firstPage)).total).toBe(0)
    })
  })

  describe(`${name}: scores`, () => {
    // Three cables of 4, 4 and 8 tokens; L = 4, 4, 8; average 16 / 3.
    const scored = open(
      editionOf([
        { id: 'A', date: '2001-01-01', paragraphs: ['river and two boats'] },
        { id: 'B', date: '2002-01-01', subject: 'RIVER BOAT', paragraphs: ['a report'] },
        { id: 'C', date: '2003-01-01', paragraphs: ['river river river and four more words here'] },
      ]),
    )
    const scores = async (q: string) =>
      Object.fromEntries(
        (await (await scored).search(q, { ...firstPage, sort: 'relevance' })).hits.map(
          ({ id, score }) => [id, score],
        ),
      )

    it.each([
      // idf = ln(1 + 0.5 / 3.5) = 0.13353…; A: f 1, B: f 1 + 4 = 5, C: f 3.
      ['river', { A: 9748, B: 16111, C: 12421 }],
      // Forms are one word: df = the largest = 1, idf = ln(1 + 2.5 / 1.5) = 0.98083.
      ['boat', { A: 71603, B: 118339 }],
      // The phrase: both idf added, f = 1 + 4.
      ['"river boat"', { B: 134450 }],
      // Units add up; what is excluded gives nothing.
      ['river boat -nothing', { A: 81351, B: 134450 }],
      ['river river OR river', { A: 9748, B: 16111, C: 12421 }],
    ] as const)('%s', async (q, expected) => {
      expect(await scores(q)).toEqual(expected)
    })
  })
}
