import type { IngestEvent } from '../desk/ingest.ts'
import { printable, say } from './output.ts'
import { Progress } from './progress.ts'

/** Messages of one kind that are said in full. */
const messagesMax = 20

/** Tells what happens while a dump is read. */
export interface Teller {
  tell(event: IngestEvent): void
  end(): void
}

/** One JSON object a line as it happens; how far the reading is, at most once a second. */
export function eventTeller(): Teller {
  let told = performance.now()
  return {
    tell: (event) => {
      if (event.event === 'read') {
        if (performance.now() - told < 1000) return
        told = performance.now()
      }
      process.stdout.write(`${JSON.stringify(event)}\n`)
    },
    end: () => undefined,
  }
}

/**
 * A bar, and a sentence on each item that a person should look at: the first of a kind in full,
 * how many more there were at the end.
 */
export function personTeller(bytesTotal: number): Teller {
  const progress = new Progress()
  const said = new Map<string, number>()
  return {
    tell: (event) => {
      if (event.event === 'read') progress.show({ ...event, bytesTotal })
      if (event.event !== 'message') return
      const { code, locator, text } = event
      const count = (said.get(code) ?? 0) + 1
      said.set(code, count)
      if (count > messagesMax) return
      progress.end()
      say(printable(`${code}: ${locator}: ${text}`))
    },
    end: () => {
      progress.end()
      for (const [code, count] of said) {
        if (count > messagesMax) {
          say(`${code}: ${(count - messagesMax).toLocaleString('en-US')} more like these.`)
        }
      }
    },
  }
}
