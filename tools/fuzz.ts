/**
 * Reads invented telegrams of all dialects, damaged in all the ways that were seen, until the time
 * is up: no text may break a promise of the parser.
 *
 *     npm run fuzz -- --minutes 1 --seed 7
 *
 * Without a seed it starts somewhere else each time. What breaks a promise is printed, cut down,
 * with its seed and round; exit code 1.
 */
import { parseArgs } from 'node:util'
import { brokenPromises } from '../test/fuzz/promises.ts'
import { textOf } from '../test/fuzz/round.ts'
import { shrunk } from '../test/fuzz/shrink.ts'

/** Broken promises that are printed before it gives up. */
const failuresMax = 10

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const seed = Number(values.seed)
const until = performance.now() + Number(values.minutes) * 60_000
if (!Number.isInteger(seed) || Number.isNaN(until)) {
  console.error('Usage: npm run fuzz -- --minutes NUMBER --seed WHOLE_NUMBER')
  process.exit(2)
}

const seen = new Set<string>()
let rounds = 0
let characters = 0
for (; performance.now() < until && seen.size < failuresMax; rounds++) {
  const text = textOf(seed, rounds)
  characters += text.length
  const [broken] = brokenPromises(text)
  if (broken === undefined) continue
  const kind = broken.replace(/:.*/s, '')
  if (seen.has(kind)) continue
  seen.add(kind)
  const small = shrunk(text, (less) => brokenPromises(less).some((each) => each.startsWith(kind)))
  console.log(`seed ${seed}, round ${rounds}: ${broken}\n${JSON.stringify(small)}\n`)
}
console.log(
  `${rounds} telegrams, ${(characters / 1e6).toFixed(1)} million characters, seed ${seed}: ${seen.size === 0 ? 'every promise kept' : `${seen.size} kinds of promises broken`}`,
)
process.exitCode = seen.size === 0 ? 0 : 1
