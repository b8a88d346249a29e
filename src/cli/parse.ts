import { createReadStream } from 'node:fs'
import { Command, Option } from 'commander'
import { fullYear } from '../cable/century.ts'
import type { ArchiveFacts } from '../cable/facts.ts'
import { cableBytesMax } from '../cable/limit.ts'
import { CommandError, exit } from './failure.ts'
import { answerLines, optionalNumber, optionalText, RequestError } from './ndjson.ts'
import { writeJson, writeLine } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly tree?: boolean
  readonly evidence?: boolean
  readonly ndjson?: boolean
}

/** `chancery parse [FILE…]`: telegram text → record or syntax tree; no archive is touched. */
export function parseCommand(): Command {
  return (
    new Command('parse')
      .description('read telegram text and print its record; no archive is touched')
      .argument('[file...]', 'files of telegram text; none, or -, is standard input')
      .option('--json', 'the record (default); of several files, one record a line')
      .option('--tree', 'the syntax tree with positions')
      .option('--evidence', 'which rule and which source spans gave each field')
      .option('--ndjson', 'a request a line in, a record a line out')
      // Every command takes it, so that a script can say it once for all of them.
      .addOption(new Option('--archive <dir>', 'taken like everywhere, and not looked at'))
      .addHelpText(
        'after',
        `
Examples:
  $ chancery parse cable.txt
  $ echo '{"key":1,"text":"REF: A. HANOI 869","year":2008}' | chancery parse --ndjson`,
      )
      .action(async (files: string[], options: Options) => {
        if (options.ndjson === true) return answerRequests()
        const names = files.length === 0 ? ['-'] : files
        for (const name of names) {
          const result = await readText(await textOfFile(name), {}, undefined, options)
          if (names.length === 1) await writeJson(result)
          else await writeLine(JSON.stringify(result))
        }
      })
  )
}

async function readText(text: string, facts: ArchiveFacts, start?: number, options: Options = {}) {
  const { readCable } = await import('../cable/read.ts')
  const { record, evidence, tree } = readCable(text, facts, start)
  if (options.tree === true) return tree
  return options.evidence === true ? { record, evidence } : record
}

async function answerRequests(): Promise<void> {
  const clean = await answerLines(async (request) => {
    const header = optionalText(request, 'header')
    const body = optionalText(request, 'text')
    if (body === undefined && header === undefined) {
      throw new RequestError('"text" must be a string.')
    }
    const before = header === undefined || /[\r\n]$/.test(header) ? (header ?? '') : `${header}\n`
    const start = header === undefined ? undefined : before.length
    const units = before.length + (body ?? '').length
    if (units > cableBytesMax) {
      const reason = `The text has ${units} characters, more than the ${cableBytesMax} of one cable (64 MiB).`
      throw new RequestError(reason, 'TEXT_TOO_LARGE')
    }
    return { record: await readText(before + (body ?? ''), factsOf(request), start) }
  })
  if (!clean) process.exitCode = exit.partly
}

/** What the request says the archive knows: `id`, `year`, `date`. */
function factsOf(request: Readonly<Record<string, unknown>>): ArchiveFacts {
  const id = optionalText(request, 'id')
  const created = optionalText(request, 'date')
  const year = yearOf(request) ?? yearIn(created)
  return {
    ...(id === undefined ? {} : { id }),
    ...(created === undefined ? {} : { created }),
    ...(year === undefined ? {} : { year }),
  }
}

/** Four digits; two are taken as the last two. */
function yearOf(request: Readonly<Record<string, unknown>>): number | undefined {
  const year = optionalNumber(request, 'year')
  return year !== undefined && year < 100 ? fullYear(year) : year
}

/** `2008` where a date is asked for: a year is what is known. */
function yearIn(date: string | undefined): number | undefined {
  return date !== undefined && /^\s*(?:19|20)\d\d\s*$/.test(date) ? Number(date) : undefined
}

async function textOfFile(name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Read piece by piece: what is too long never comes into memory.
  for await (const chunk of name === '-' ? process.stdin : createReadStream(name)) {
    chunks.push(chunk as Uint8Array)
    bytes += (chunk as Uint8Array).length
    if (bytes <= cableBytesMax) continue
    const subject = name === '-' ? 'Standard input' : name
    throw new CommandError(
      'FILE_TOO_LARGE',
      `${subject} has more than ${cableBytesMax} bytes (64 MiB), the most that is read as one cable.`,
    )
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
}
