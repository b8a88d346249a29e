import type { Edition } from '../edition/edition.ts'
import { sectionOf } from '../edition/layout.ts'
import type { Answer, Hit } from '../query/answer.ts'
import { classificationInWords } from '../query/classification.ts'
import { pageHitsMax, unindexedLimit } from '../query/limits.ts'
import { parseQuestion } from '../query/parse-question.ts'
import { printClause } from '../query/print-question.ts'
import type { Clause, Page, Question } from '../query/question.ts'
import { understood } from '../query/understood.ts'
import { citationCounts } from './citations.ts'
import { type Corpus, readCorpus, unreadCorpus } from './corpus.ts'
import { counterOf } from './count.ts'
import { facetsOf, yearsOf } from './facets.ts'
import { batchCables, heldTokensMax, scannedBytesMax, searchTimeMsMax } from './limits.ts'
import { ordered, type Scored } from './order.ts'
import { mayPass, type Plan, passes, planOf, type Test } from './plan.ts'
import { share, subjectWeight } from './score.ts'
import type { SearchIndex, SearchOptions } from './search-index.ts'
import { snippetsOf } from './snippet.ts'

/**
 * The engine that looks at every text: reads the edition once, keeps its words, and scans them for
 * each question. Exact by plainness; it is what faster engines are compared with.
 */
export async function openScan(
  edition: Edition,
  options: SearchOptions = {},
): Promise<SearchIndex> {
  const isRead = cableBytes(edition) <= (options.scannedBytesMax ?? scannedBytesMax)
  const corpus = isRead
    ? await readCorpus(edition, options.heldTokensMax ?? heldTokensMax)
    : unreadCorpus(edition)
  const citations = citationCounts(edition.catalogue)
  const open: Open = { edition, corpus, isRead, citations, options }
  return { search: (q, page) => answer(open, q, bounded(page)) }
}

/** Of the cables as they are stored, compressed. */
function cableBytes({ manifest }: Edition): number {
  const parts = manifest.files.filter(({ name }) => sectionOf(name) === 'cables')
  return parts.reduce((sum, { bytes }) => sum + bytes, 0)
}

interface Open {
  readonly edition: Edition
  readonly corpus: Corpus
  /** False where the edition is so large that its words were not taken in. */
  readonly isRead: boolean
  /** By document number. */
  readonly citations: Uint32Array
  readonly options: SearchOptions
}

/** Ends a question that has taken too long. */
interface Deadline {
  readonly startedMs: number
  isOver(): boolean
  /** Time since the question came, milliseconds. */
  tookMs(): number
}

function bounded(page: Page): Page {
  const whole = (value: number) => (value > 0 ? Math.floor(value) : 0)
  return { ...page, size: Math.min(whole(page.size), pageHitsMax), offset: whole(page.offset) }
}

async function answer(open: Open, q: string, page: Page): Promise<Answer> {
  const deadline = deadlineOf(open.options)
  const question = parseQuestion(q)
  const plan = planOf(question.clause, open.corpus)
  const told = { q, understood: understood(question, plan.forms), sort: page.sort }
  const none = { ids: [], hits: [], facets: {}, years: [] }
  if (!open.isRead && plan.units.length > 0) {
    const value = (open.options.scannedBytesMax ?? scannedBytesMax) / 1024 ** 2
    const stopped = { limit: unindexedLimit, value, unit: 'MiB' }
    return { ...told, ...none, stopped, tookMs: deadline.tookMs() }
  }
  const found = await scan(open, plan, deadline)
  const clauses = found?.length === 0 ? await diagnosis(open, question, deadline) : undefined
  if (found === undefined || (found.length === 0 && clauses === undefined)) {
    const value = open.options.timeMsMax ?? searchTimeMsMax
    const stopped = { limit: 'search time', value, unit: 'ms' }
    return { ...told, ...none, stopped, tookMs: deadline.tookMs() }
  }
  const sorted = ordered(found, page.sort, { ...open.edition, citations: open.citations })
  const shown = sorted.slice(page.offset, page.offset + page.size)
  const numbers = found.map(({ number }) => number)
  const { catalogue } = open.edition
  const next = page.offset + page.size
  return {
    ...told,
    total: found.length,
    ids: shown.map(({ number }) => catalogue.at(number)?.id ?? ''),
    hits: await hitsOf(open, plan, shown),
    facets: page.facets ? facetsOf(catalogue, numbers) : {},
    years: yearsOf(catalogue, numbers),
    ...(page.size > 0 && next < found.length && { next }),
    ...(clauses && { clauses }),
    tookMs: deadline.tookMs(),
  }
}

function deadlineOf({ now, timeMsMax = searchTimeMsMax }: SearchOptions): Deadline {
  const startedMs = now?.() ?? 0
  const tookMs = () => (now?.() ?? 0) - startedMs
  return { startedMs, tookMs, isOver: () => now !== undefined && tookMs() > timeMsMax }
}

/** All hits by document number, with their scores; undefined where the time was over. */
async function scan(open: Open, plan: Plan, deadline: Deadline): Promise<Scored[] | undefined> {
  const { corpus } = open
  const hits: Scored[] = []
  const isDone = await eachCable(open, plan, plan.test, deadline, (number, stream, subject) => {
    const entry = open.edition.catalogue.at(number)
    if (entry === undefined || !passes(plan.test, entry, stream)) return
    let score = 0
    for (const [unit, { idf, isScored }] of plan.units.entries()) {
      const frequency = (stream[unit] ?? 0) + subjectWeight * (subject[unit] ?? 0)
      if (isScored) {
        score += share(idf, frequency, corpus.lengths[number] ?? 0, corpus.averageLength)
      }
    }
    hits.push({ number, score })
  })
  return isDone ? hits : undefined
}

/** Counts the units in each cable that may be a hit; false where the time was over. */
async function eachCable(
  { edition, corpus }: Open,
  plan: Plan,
  test: Test | undefined,
  deadline: Deadline,
  visit: (number: number, stream: Uint32Array, subject: Uint32Array) => void,
): Promise<boolean> {
  const counter = counterOf(plan.units, corpus.vocabulary)
  const { catalogue } = edition
  for (let first = 0; first < catalogue.length; first += batchCables) {
    if (deadline.isOver()) return false
    const numbers: number[] = []
    for (let number = first; number < Math.min(first + batchCables, catalogue.length); number++) {
      const entry = catalogue.at(number)
      if (entry !== undefined && (test === undefined || mayPass(test, entry))) numbers.push(number)
    }
    const texts = plan.units.length === 0 ? [] : await corpus.texts(numbers)
    for (const [index, number] of numbers.entries()) {
      const text = texts[index]
      if (text !== undefined) counter.count(text)
      visit(number, counter.stream, counter.subject)
    }
  }
  return true
}

type Diagnosis = NonNullable<Answer['clauses']>

/** Why nothing was found: each part alone, and what there would be without it. */
async function diagnosis(
  open: Open,
  { clause }: Question,
  deadline: Deadline,
): Promise<Diagnosis | undefined> {
  const parts: readonly Clause[] = clause.type === 'and' ? clause.clauses : [clause]
  const plan = planOf({ type: 'and', clauses: parts }, open.corpus)
  const tests = plan.test.type === 'and' ? plan.test.tests : []
  const totals = parts.map(() => 0)
  const without = parts.map(() => 0)
  const isDone = await eachCable(open, plan, undefined, deadline, (number, stream) => {
    const entry = open.edition.catalogue.at(number)
    if (entry === undefined) return
    const failed: number[] = []
    for (const [part, test] of tests.entries()) {
      if (passes(test, entry, stream)) totals[part] = (totals[part] ?? 0) + 1
      else failed.push(part)
    }
    const [only] = failed
    if (only !== undefined && failed.length === 1) without[only] = (without[only] ?? 0) + 1
  })
  if (!isDone) return undefined
  return parts.map((part, index) => ({
    text: printClause(part),
    total: totals[index] ?? 0,
    without: without[index] ?? 0,
  }))
}

/** The hits of a page, with the pieces of their texts that hold the words. */
async function hitsOf(open: Open, plan: Plan, shown: readonly Scored[]): Promise<readonly Hit[]> {
  const sequences = plan.units.filter((unit) => unit.isScored).map((unit) => unit.sequences)
  const numbers = shown.map(({ number }) => number)
  const cables = sequences.length === 0 ? [] : await open.edition.read(numbers)
  return shown.flatMap(({ number, score }, index) => {
    const entry = open.edition.catalogue.at(number)
    const cable = cables[index]
    if (entry === undefined) return []
    const { id, title, date, origin, post, level, controls, tags, cites } = entry
    const hit: Hit = {
      id,
      title,
      ...(date !== undefined && { date }),
      ...(origin !== undefined && { origin }),
      ...(post !== undefined && { post }),
      ...(level !== undefined && { level, classification: classificationInWords(level, controls) }),
      tags,
      cites: cites.length,
      citedBy: open.citations[number] ?? 0,
      score,
      paragraphs: cable === undefined ? [] : snippetsOf(cable, sequences),
    }
    return [hit]
  })
}
