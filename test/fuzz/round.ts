import { readdirSync, readFileSync } from 'node:fs'
import { chanceOf } from './chance.ts'
import { damaged } from './damage.ts'
import { telegram } from './grammar.ts'

const root = new URL('../../', import.meta.url)

/** Golden texts and the sample's cables: good ones, to be damaged. */
const good = ['test/telegram/golden/', 'test/cable/golden/', 'sample/cables/'].flatMap(textsIn)

function textsIn(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => readFileSync(new URL(folder + name.replaceAll('\\', '/'), root), 'utf8'))
    .filter((text) => text.length < 20_000)
}

/** The text of one round: a telegram after the grammar or a good one, and what befell it. */
export function textOf(seed: number, round: number): string {
  const chance = chanceOf(seed * 1_000_003 + round)
  const [first = '', ...others] = good
  const text = chance.often(60) ? telegram(chance) : chance.pick([first, ...others])
  return damaged(text, chance)
}
