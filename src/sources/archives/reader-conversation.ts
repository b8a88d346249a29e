import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { SourceResult } from '../source.ts'
import { readerHeapMebibytes, readerMemoryBytesMax } from './archive-limits.ts'
import { frameOf, framesOf } from './frames.ts'
import type { ReaderAnswer, ReaderQuestion } from './reader-messages.ts'

/** A running reader of archives. */
export interface Reader {
  readonly child: ChildProcess
  readonly questions: Writable
  readonly answers: AsyncIterator<unknown>
  /** The end of what it wrote to standard error: why it died. */
  readonly lastWords: () => string
  readonly exit: Promise<string>
}

/**
 * Starts the reader's process: it may read files, and neither write one nor start another process;
 * of the environment it has nothing, and its memory is limited.
 */
export function startReader(onStart?: (pid: number) => void): Reader {
  // Beside this file: `.ts` in a checkout's tests, `.js` in the program.
  const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url)).replace(
    /\.ts$/,
    extname(import.meta.url),
  )
  const scratch = openScratch()
  const heap = `--max-old-space-size=${readerHeapMebibytes}`
  const child = spawn(
    process.execPath,
    ['--permission', '--allow-fs-read=*', heap, '--no-warnings', program],
    { stdio: ['pipe', 'ignore', 'pipe', 'pipe', scratch], env: {}, windowsHide: true },
  )
  closeSync(scratch)
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-lastWordsMax)
  })
  // It has died, or is about to: the end of its answers tells.
  child.stdin?.on('error', () => undefined)
  const exit = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`it could not be started: ${error.message}`))
    child.on('close', (code, signal) => {
      resolve(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`)
    })
  })
  if (child.pid !== undefined) onStart?.(child.pid)
  const answers = framesOf(child.stdio[3] as Readable)[Symbol.asyncIterator]()
  return { child, questions: child.stdin as Writable, answers, lastWords: () => words, exit }
}

/** A temporary file that has no name any more: it is gone with the last who holds it open. */
function openScratch(): number {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-reader-'))
  try {
    return openSync(join(folder, 'scratch'), 'wx+', 0o600)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Most of what a dying process says that is looked at, in UTF-16 code units. */
const lastWordsMax = 16 * 1024

/** Asks one question and gives the results as they come, and `done` where it came to the end. */
export async function* conversation(
  reader: Reader,
  question: ReaderQuestion & { readonly ask: 'read' },
  bytes: AsyncIterable<Uint8Array> | undefined,
  stallMs: number,
): AsyncIterable<SourceResult | 'done'> {
  await tell(reader, question)
  const feeding = bytes && feed(reader, bytes)
  let isStalled = false
  let work = 0
  for (;;) {
    const watch = setTimeout(() => {
      isStalled = true
      reader.child.kill('SIGKILL')
    }, stallMs)
    let answer: ReaderAnswer | undefined
    for (;;) {
      answer = (await reader.answers.next()).value as ReaderAnswer | undefined
      if (answer?.say !== 'alive') break
      if (answer.work > work) watch.refresh()
      work = answer.work
    }
    clearTimeout(watch)
    if (answer === undefined) break
    if (answer.say === 'done') {
      yield 'done'
      return
    }
    yield { ...answer.result, bytesRead: answer.bytesRead }
  }
  const why = isStalled ? `it got no further for ${stallMs / 1000} seconds` : await death(reader)
  const reason = `The archive cannot be read on: its reader died, because ${why}; what came before is kept. Unpack it and give the folder.`
  const { file, locator } = question.at
  yield { failure: { code: 'ARCHIVE_FAILED', reason, file, locator } }
  await feeding
}

async function death(reader: Reader): Promise<string> {
  const exit = await reader.exit
  const words = reader.lastWords()
  if (/out of memory/i.test(words)) {
    return `it needed more memory than it may have (${readerMemoryBytesMax / 1024 ** 2} MiB)`
  }
  const said = words.split('\n').find((line) => /^\w*Error\b/.test(line))
  return said === undefined ? exit : `${exit} (${said.slice(0, 200)})`
}

/** Passes a stream on, no faster than it is read there. */
async function feed(reader: Reader, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) {
    if (!(await tell(reader, { ask: 'bytes', bytes: chunk }))) return
  }
  await tell(reader, { ask: 'end' })
}

/** Writes one question; false where nobody reads it any more. */
async function tell(reader: Reader, question: ReaderQuestion): Promise<boolean> {
  if (reader.questions.destroyed) return false
  return await new Promise((resolve) => {
    reader.questions.write(frameOf(question), (error) => resolve(!error))
  })
}
