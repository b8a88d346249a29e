import { analyse } from 'scslre'
import { expect, test } from 'vitest'
import { expressionsOf } from './expressions.ts'
import { processorMs } from './processor-time.ts'

/** Parts of expressions that are put together at run time: a sample of each, by its name. */
const holes: Readonly<Record<string, unknown>> = {
  rootDigits: 12,
  serial: 77,
  identity: { serial: 77 },
  spaced: "L[ .'-]{0,2}O[ .'-]{0,2}M[ .'-]{0,2}E",
  word: 'LOME',
  first: '\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}',
  second: '\\d{1,9}',
  part: '\\|',
  delimiter: ';',
  quote: "'",
  wideMark: '\\x01',
  d: '[;]',
  q: "[']",
  sure: "[ ]{0,9}[']?[ ]{0,9}\\d{1,12}[ ]{0,9}[']?[ ]{0,9}[;][ ]{0,9}[']?\\d{4}-\\d{2}[^;']{0,24}[;]",
  dated:
    "[ ]{0,9}[']?[ ]{0,9}\\d{1,12}[ ]{0,9}[']?[ ]{0,9}[;][ ]{0,9}[']?\\d{4}-\\d{2}[ T]{1,3}\\d",
  damaged: "[ ]{0,9}[']?[^;'\\r\\n]{0,24}['][ ]{0,9}[;][ ]{0,9}['][^;'\\r\\n]{0,40}['][ ]{0,9}[;]",
  name: 'date',
  plusdKeys: ['Canonical ID', 'Original Classification'],
  form: '(?:begin\\s+)?summ?a?ry(?:\\s+and\\s+comment)?',
}

/**
 * Expressions that take more than linear time on what they could be given, and never are: why, and
 * how long their text can be, UTF-16 code units.
 */
const bounded: readonly { source: string; charactersMax: number; why: string }[] = [
  {
    source: '\\B(?=(?:\\d{3})+$)',
    charactersMax: 20,
    why: 'the digits of one whole number (views/count.ts)',
  },
]

const expressions = expressionsOf(holes)

/** How much of a class of signs a failure shows, UTF-16 code units. */
const signsShown = 40

test('all expressions of the source are found', () => {
  expect(expressions.length).toBeGreaterThan(600)
})

test('no expression takes more than linear time, wherever in a text it is tried', () => {
  const slow = expressions.flatMap(({ place, source, flags }) => {
    if (bounded.some((each) => each.source === source)) return []
    const { reports } = analyse({ source, flags: flags.replace('d', '') })
    return reports.map(({ type, character }) => {
      // A class such as `\P{L}` is written out: a thousand ranges say no more than the first.
      const signs = character.literal.source
      const shown = signs.length > signsShown ? `${signs.slice(0, signsShown)}…` : signs
      return `${place} ${type} /${source}/${flags} on many of ${shown}`
    })
  })
  expect(slow).toEqual([])
})

test('the list of exceptions names expressions that stand in the source', () => {
  const sources = new Set(expressions.map(({ source }) => source))
  expect(bounded.filter((each) => !sources.has(each.source))).toEqual([])
})

test.each(bounded)(
  '$source is quick on its $charactersMax characters',
  ({ source, charactersMax }) => {
    const expression = new RegExp(source, 'g')
    for (const sign of ['0', '1', ' ', 'A', '.', '-']) {
      const text = sign.repeat(charactersMax)
      const before = processorMs()
      for (let n = 0; n < 1000; n++) text.replace(expression, ',')
      // A second for a thousand: exponential time would be the age of the universe.
      expect(processorMs() - before).toBeLessThan(1000)
    }
  },
)
