/**
 * The archive reader: a process of its own, because an archive can be made to use up all memory
 * of who unpacks it. It reads what it is told to, writes nothing but its answers, and ends with
 * the program that started it.
 */
import { open } from 'node:fs/promises'
import { Socket } from 'node:net'
import { fileBytes } from '../read-file.ts'
import { archiveBudget } from './archive-budget.ts'
import { archiveFailure } from './archive-failure.ts'
import { readerMemoryBytesMax } from './archive-limits.ts'
import { frameOf, framesOf } from './frames.ts'
import { readArchive } from './read-archive.ts'
import type { ReaderAnswer, ReaderQuestion } from './reader-messages.ts'
import { scratchOn, storeOn } from './store.ts'

/** File descriptor of the answers; questions come by standard input. */
const answersFd = 3

/** File descriptor of the temporary file. */
const scratchFd = 4

/** Answers are sent together: at so many bytes, or after so many milliseconds. */
const answerBytesMax: number = 256 * 1024
const answerDelayMs = 50

/** How often it says that it is alive. */
const aliveMs = 2_000

const answers = new Socket({ fd: answersFd, readable: false, writable: true })
// Nobody listens any more: the program has ended, or wants no more of it.
answers.on('error', () => process.exit(0))

let waiting: Uint8Array[] = []
let waitingBytes = 0
let timer: NodeJS.Timeout | undefined

async function answer(message: ReaderAnswer): Promise<void> {
  const frame = frameOf(message)
  waiting.push(frame)
  waitingBytes += frame.length
  if (waitingBytes >= answerBytesMax) await send()
  else timer ??= setTimeout(send, answerDelayMs)
}

async function send(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const bytes = Buffer.concat(waiting, waitingBytes)
  waiting = []
  waitingBytes = 0
  if (bytes.length > 0) await new Promise((resolve) => answers.write(bytes, resolve))
}

async function main(): Promise<void> {
  const questions = framesOf(process.stdin)[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await questions.next()
    if (done) process.exit(0)
    const question = value as ReaderQuestion
    if (question.ask === 'read') {
      await read(question, questions).catch(async (error: unknown) => {
        await answer({
          say: 'result',
          result: { failure: archiveFailure(error, question.at) },
          bytesRead: 0,
        })
      })
    }
    await answer({ say: 'done' })
    await send()
  }
}

async function read(
  { at, options, path }: ReaderQuestion & { readonly ask: 'read' },
  questions: AsyncIterator<unknown>,
): Promise<void> {
  const budget = archiveBudget()
  const scratch = scratchOn(scratchFd, budget.limits)
  const file = path === undefined ? undefined : await open(path)
  const size = (await file?.stat())?.size ?? Number.POSITIVE_INFINITY
  const bytes = path === undefined ? toldBytes(questions) : fileBytes(path)
  const reading = {
    at,
    options,
    budget,
    level: 1,
    scratch,
    ...(file && { store: storeOn(file.fd, size) }),
  }
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      budget.read(chunk.length)
      yield chunk
    }
  }
  const alive = setInterval(() => {
    if (process.memoryUsage.rss() > readerMemoryBytesMax) outOfMemory()
    void answer({ say: 'alive', work: budget.work() })
  }, aliveMs)
  try {
    for await (const result of readArchive(counted(), reading)) {
      await answer({ say: 'result', result, bytesRead: Math.min(budget.bytesRead(), size) })
    }
  } finally {
    clearInterval(alive)
    await file?.close()
  }
}

async function* toldBytes(questions: AsyncIterator<unknown>): AsyncIterable<Uint8Array> {
  for (;;) {
    const { value, done } = await questions.next()
    const question = value as ReaderQuestion
    if (done || question.ask !== 'bytes') return
    yield question.bytes
  }
}

function outOfMemory(): never {
  process.stderr.write('out of memory')
  process.exit(70)
}

main().catch(async (error: unknown) => {
  process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await send()
  process.exit(70)
})
