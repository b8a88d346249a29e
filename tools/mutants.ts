/**
 * Switches each rule of the parser off in turn: does a hand-written expectation notice?
 *
 *     npm run mutants                              rules of src/telegram and src/cable
 *     npm run mutants -- --only reference          of the files whose path has this in it
 *     npm run mutants -- --fine                    each alternative, each word of a list
 *
 * A rule that nobody misses is printed with its place. Exit code 1 where fewer than 90 % are missed.
 */
import { parseArgs } from 'node:util'
import { goldenPairs } from '../test/golden.ts'
import { type Numbered, switchedParser } from './mutants/switched.ts'
import { trials } from './mutants/trial.ts'

/** Share of the rules that some expectation must hang on. */
const killedMin = 0.9

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, fine: { type: 'boolean', default: false } },
})

const { script, rules } = await switchedParser(values.fine ? 'fine' : 'coarse', values.only)
const pairs = [...goldenPairs('cable'), ...goldenPairs('telegram')]
const trial = trials(script, pairs)
const broken = trial(-1)
if (broken !== undefined) {
  console.error(
    `With all rules on, ${broken} fails: mend that first (npm test test/telegram test/cable).`,
  )
  process.exit(2)
}

const survivors: Numbered[] = []
for (const rule of rules) {
  if (trial(rule.number) !== undefined) continue
  survivors.push(rule)
  console.log(`${rule.file}:${rule.line}  ${rule.kind}  ${rule.excerpt}`)
}

console.log(`\n${[...table(rules, survivors)].join('\n')}`)
const killed = rules.length - survivors.length
const share = rules.length === 0 ? 1 : killed / rules.length
console.log(
  `${killed} of ${rules.length} rules are held by ${pairs.length} golden pairs: ${percent(share)}`,
)
process.exitCode = share < killedMin ? 1 : 0

/** A line for each file: rules that are missed, rules, share. */
function* table(all: readonly Numbered[], left: readonly Numbered[]): Generator<string> {
  for (const file of new Set(all.map((rule) => rule.file))) {
    const own = all.filter((rule) => rule.file === file).length
    const missing = left.filter((rule) => rule.file === file).length
    yield `${file.padEnd(40)} ${String(own - missing).padStart(4)} of ${String(own).padStart(4)}  ${percent((own - missing) / own)}`
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
