import { readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { type Rule, rulesOf } from './rule.ts'

const root = join(import.meta.dirname, '../..')

/** A rule with the number that switches it off and the file it stands in. */
export interface Numbered extends Rule {
  readonly number: number
  readonly file: string
}

/** The parser with a switch at each rule, as one script. */
export interface Switched {
  /** Sets `checked` of the global object; reads `ruleOff`, the number of the rule that is off. */
  readonly script: string
  readonly rules: readonly Numbered[]
}

/**
 * Files whose tables say nothing about a text: facts from outside, sentences for people, and the
 * streams of the search, which no record shows.
 */
const without = /^(?:facts-\w+|diagnostic|finding|stream|segment|digest|body-names|evidence)\.ts$/

/** Bundles `test/verdict.ts` and what it needs, with a switch at each rule of `src/telegram` and `src/cable`. */
export async function switchedParser(level: 'coarse' | 'fine', only: string): Promise<Switched> {
  const rules: Numbered[] = []
  const bundle = await rolldown({
    input: join(root, 'test/verdict.ts'),
    plugins: [
      {
        name: 'switches',
        transform(code: string, id: string): { code: string } | undefined {
          const file = relative(root, id).replaceAll('\\', '/')
          if (!/^src\/(?:telegram|cable)\//.test(file) || without.test(basename(file)))
            return undefined
          const found = rulesOf(readFileSync(id, 'utf8'), level)
            .filter(() => file.includes(only))
            .map((rule, n) => ({ ...rule, file, number: rules.length + n }))
          rules.push(...found)
          return { code: switched(code, found) }
        },
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'checked' })
  await bundle.close()
  return { script: output[0].code, rules }
}

/** The source with each rule between its two texts, the outer around the inner. */
function switched(source: string, rules: readonly Numbered[]): string {
  const edits = rules.flatMap(({ start, end, number, wrap }) => {
    const [before, behind] = wrap(`globalThis.ruleOff===${number}`)
    const length = end - start
    return [
      { at: start, isStart: 1, rank: -length, text: before },
      { at: end, isStart: 0, rank: length, text: behind },
    ]
  })
  edits.sort((a, b) => a.at - b.at || a.isStart - b.isStart || a.rank - b.rank)
  let at = 0
  let text = ''
  for (const edit of edits) {
    text += source.slice(at, edit.at) + edit.text
    at = edit.at
  }
  return text + source.slice(at)
}
