import type { DecisionReport } from '../desk/decision.ts'
import { printable, say } from './output.ts'

/** Tells what became of a decision, and sets the exit code. */
export function tellDecision(report: DecisionReport): void {
  const { entry, unchanged, messages } = report
  if (entry !== undefined) say(printable(`${entry.text.replace(/\.?$/, '.')}`))
  if (unchanged.length > 0) say(`It was so already: ${unchanged.join(', ')}.`)
  if (entry !== undefined && messages.length === 0) {
    say('It takes effect with the next `chancery publish`.')
  }
  for (const message of messages) say(printable(message))
  process.exitCode = report.exit
}
