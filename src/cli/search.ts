import { Command, InvalidArgumentError, Option } from 'commander'
import type { Archive } from '../archive/archive.ts'
import type { Answer, Hit } from '../query/answer.ts'
import { unindexedLimit } from '../query/limits.ts'
import type { Sort } from '../query/question.ts'
import { archiveOption } from './archive-folder.ts'
import { exit } from './failure.ts'
import { answerLines, optionalNumber, optionalText, RequestError, textOf } from './ndjson.ts'
import { count, printable, say, writeJson, writeLine } from './output.ts'
import { withArchive } from './reading.ts'

const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest', 'cited']

/** Hits on one page of the engine; more are asked for page by page. */
const pageHitsMax = 200

interface Options {
  readonly archive?: string
  readonly public?: boolean
  readonly sort: Sort
  readonly size: number
  readonly offset: number
  readonly facets?: boolean
  readonly json?: boolean
  readonly csv?: boolean
  readonly ndjson?: boolean
}

/** `chancery search QUERY`: the same question, answer and order as in the reading room. */
export function searchCommand(): Command {
  return (
    new Command('search')
      .description('search the archive, as the reading room does')
      .argument('[query...]', 'words, "a phrase", OR, -word, tag: origin: class: date:2004..2006')
      .addOption(
        new Option('--sort <order>', 'order of the hits').choices(sorts).default('relevance'),
      )
      .option('--size <n>', 'how many hits', wholeNumber, 20)
      .option('--offset <n>', 'how many hits to pass over', wholeNumber, 0)
      .option('--facets', 'count the hits by year, origin, tag and classification')
      .option('--json', 'as JSON')
      .option('--csv', 'as CSV: id, date, title, origin, classification, tags, score')
      .option('--ndjson', 'a request a line in, an answer a line out')
      .option('--public', 'search the public edition')
      .addOption(archiveOption())
      .addHelpText(
        'after',
        `
Examples:
  $ chancery search 'water "river commission" tag:SENV date:2004..2006'
  $ chancery search --sort newest --size 5 --json origin:HANOI
  $ echo '{"key":1,"q":"water","size":3}' | chancery search --ndjson`,
      )
      // `-word` is a part of the question, not an option.
      .allowUnknownOption()
      .action(async (words: string[], options: Options, command: Command) => {
        const unknown = words.find((word) => /^--[a-z]/.test(word))
        if (unknown !== undefined) command.error(`error: unknown option '${unknown}'`)
        await withArchive(options, async (archive) => {
          if (options.ndjson === true) return answerRequests(archive)
          const answer = await ask(archive, words.join(' '), options)
          await print(answer, options)
          if (answer.stopped !== undefined) process.exitCode = exit.unusable
          else if (answer.total === 0) process.exitCode = exit.partly
        })
      })
  )
}

interface Asked {
  readonly sort: Sort
  readonly size: number
  readonly offset: number
  readonly facets?: boolean
}

/** Asks as many pages as the size needs and joins them to one answer. */
async function ask(archive: Archive, q: string, asked: Asked): Promise<Answer> {
  const facets = asked.facets === true
  const page = (offset: number, size: number, counted: boolean) =>
    archive.search(q, { sort: asked.sort, size, offset, facets: counted })
  let answer = await page(asked.offset, Math.min(asked.size, pageHitsMax), facets)
  while (answer.next !== undefined && answer.ids.length < asked.size) {
    const size = Math.min(asked.size - answer.ids.length, pageHitsMax)
    const more = await page(answer.next, size, false)
    const { next: _, ...first } = answer
    answer = {
      ...first,
      ids: [...answer.ids, ...more.ids],
      hits: [...answer.hits, ...more.hits],
      tookMs: answer.tookMs + more.tookMs,
      ...(more.next === undefined ? {} : { next: more.next }),
    }
  }
  return answer
}

async function answerRequests(archive: Archive): Promise<void> {
  const clean = await answerLines(async (request) => {
    const sort = optionalText(request, 'sort') ?? 'relevance'
    if (!isSort(sort)) throw new RequestError(`"sort" must be one of ${sorts.join(', ')}.`)
    const size = optionalNumber(request, 'size') ?? 20
    const offset = optionalNumber(request, 'offset') ?? 0
    const facets = request.facets === true
    return ask(archive, textOf(request, 'q'), { sort, size, offset, facets })
  })
  if (!clean) process.exitCode = exit.partly
}

function isSort(text: string): text is Sort {
  return (sorts as readonly string[]).includes(text)
}

async function print(answer: Answer, options: Options): Promise<void> {
  if (options.json === true) return writeJson(answer)
  if (options.csv === true) return printCsv(answer.hits)
  say(answer.understood)
  if (answer.stopped !== undefined) {
    const { limit, value, unit } = answer.stopped
    if (limit === unindexedLimit) {
      return say(
        `STOPPED: Words cannot be searched in so large an archive yet: that awaits an index, and its cables take more than ${value} ${unit}. Filters such as post: and date: are answered.`,
      )
    }
    return say(`STOPPED: The question went over the limit ${limit} of ${value} ${unit}: narrow it.`)
  }
  say(`${count(answer.total ?? 0, 'cable')}, ${answer.tookMs.toFixed(1)} ms`)
  for (const hit of answer.hits) await printHit(hit)
  for (const clause of answer.clauses ?? []) {
    say(`${printable(clause.text)}: ${count(clause.total, 'cable')} alone`)
  }
  if (options.facets === true) await printFacets(answer)
}

async function printHit(hit: Hit): Promise<void> {
  const facts = [hit.id, hit.date?.slice(0, 10), hit.origin ?? hit.post, hit.classification]
  await writeLine(`${facts.filter((fact) => fact !== undefined).join('  ')}`)
  await writeLine(`  ${printable(hit.title)}`)
  for (const { anchor, text } of hit.paragraphs.slice(0, 2)) {
    const place = anchor === undefined ? '' : `#${anchor} `
    await writeLine(`    ${place}${printable(text).replace(/\s+/g, ' ').trim()}`)
  }
}

async function printFacets(answer: Answer): Promise<void> {
  for (const [name, values] of Object.entries(answer.facets)) {
    await writeLine(`${name}:`)
    for (const { value, count: cables } of values) await writeLine(`  ${cables}\t${value}`)
  }
}

async function printCsv(hits: readonly Hit[]): Promise<void> {
  const row = (cells: readonly (string | number | undefined)[]) =>
    cells.map((cell) => quoted(String(cell ?? ''))).join(',')
  await writeLine(row(['id', 'date', 'title', 'origin', 'classification', 'tags', 'score']))
  for (const hit of hits) {
    const { id, date, title, origin, classification, tags, score } = hit
    await writeLine(row([id, date, title, origin, classification, tags.join(' '), score]))
  }
}

/** A cell of CSV; one that a spreadsheet would run as a formula is led by an apostrophe. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number of at least 0.')
}
