import { once } from 'node:events'

/** Writes to standard output and waits while its reader is slower than we are. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes one line to standard output. */
export async function writeLine(text: string): Promise<void> {
  await write(`${text}\n`)
}

/** Writes a value as JSON of one line per top-level field, readable and easy to cut apart. */
export async function writeJson(value: unknown): Promise<void> {
  await writeLine(JSON.stringify(value, undefined, 2))
}

/** Says a sentence to people: on standard error, so that results stay clean. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/**
 * Ends quietly when the reader of standard output has gone (`chancery search x | head -1`).
 * Everything else that is wrong with the output is an error like any other.
 */
export function endWithReader(): void {
  process.stdout.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

/** `1 cable`, `1,179 cables`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
}

/**
 * Cable text for a terminal: what could move the cursor or change colours is shown as `\x1b`,
 * so that a hostile text cannot write on the screen.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
