import { setFlagsFromString } from 'node:v8'
import { runInNewContext, Script } from 'node:vm'
import type { Pair } from '../../test/golden.ts'
import type { differences } from '../../test/verdict.ts'

/** What the script leaves on the global object, and what it reads there. */
interface Switchboard {
  ruleOff?: number
  checked?: { readonly differences: typeof differences }
  trial?: () => string | undefined
}

const board = globalThis as Switchboard

/** Longest trial of one rule: a loop that lost its end is as dead as a wrong answer. */
const trialTimeMsMax = 10_000

/** Trials between two collections of what they left: left alone, they take gigabytes. */
const trialsBetweenCollections = 20

/**
 * Runs the golden pairs with one rule off after the other. `trial(n)` gives the name of the first
 * pair that fails without rule n, undefined if none does; -1 leaves all rules on.
 */
export function trials(
  script: string,
  pairs: readonly Pair[],
): (rule: number) => string | undefined {
  const parser = new Script(script)
  const call = new Script('trial()')
  const order = [...pairs]
  board.trial = () => {
    for (const [n, { kind, name, golden, text }] of order.entries()) {
      if (isRight(() => board.checked?.differences(kind, golden, text) ?? [])) continue
      // What failed now will fail for the next rule of the same file.
      order.unshift(...order.splice(n, 1))
      return `${kind}/${name}`
    }
    return undefined
  }
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let done = 0
  return (rule) => {
    if (done++ % trialsBetweenCollections === 0) collect()
    board.ruleOff = rule
    try {
      parser.runInThisContext({ timeout: trialTimeMsMax })
      return call.runInThisContext({ timeout: trialTimeMsMax }) as string | undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}

function isRight(compare: () => readonly string[]): boolean {
  try {
    return compare().length === 0
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return false
  }
}
