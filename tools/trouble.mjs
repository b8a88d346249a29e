/** Something a person can mend: its message is one line that says what is wrong and what to do. */
export class Trouble extends Error {}

/** Ctrl-C, or a polite kill, before the work was done. */
export class Stopped extends Trouble {
  constructor() {
    super('Stopped. The same command goes on from here.')
  }
}

/** Says a sentence of progress on standard error. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** Loads a launcher's module and runs its `main`; trouble is one line, anything else a bug. */
export async function launch(load) {
  try {
    const { main } = await load()
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
