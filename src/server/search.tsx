import type { Archive } from '../archive/archive.ts'
import { readSearch } from '../query/address.ts'
import { questionLengthMax } from '../query/limits.ts'
import type { Frame } from '../views/frame.ts'
import { SearchPage } from '../views/search.tsx'
import { examplesOf } from './example.ts'
import { postName, tagLabel } from './name.ts'
import { problem } from './problem.tsx'
import type { Reply } from './reply.ts'
import { tallyOf } from './tally.ts'

/** Longest question that may be the number of a cable, characters. */
const numberLengthMax = 80

/** The answer to a question; 503 where it was stopped at a limit. */
export async function searchReply(
  archive: Archive,
  frame: Frame,
  params: URLSearchParams,
): Promise<Reply> {
  const { q, page } = readSearch(params)
  if (q.length > questionLengthMax) {
    const sentence = `A question may have ${questionLengthMax} characters; this one has ${q.length}.`
    return problem(frame, 400, 'QUESTION_TOO_LONG', 'The question is too long', sentence)
  }
  const [answer, examples] = await Promise.all([archive.search(q, page), examplesOf(archive)])
  const tally = tallyOf(archive)
  const meant = meantBy(archive, q)
  const facts = {
    answer,
    sort: page.sort,
    size: page.size,
    offset: page.offset,
    examples,
    valueName: (field: string, value: string) =>
      field === 'origin' ? postName(tally, value) : tagLabel(value),
    ...(meant !== undefined && { meant }),
  }
  return {
    status: answer.stopped === undefined ? 200 : 503,
    page: () => <SearchPage frame={frame} facts={facts} />,
    json: () => answer,
  }
}

/** The held cable that the whole question names: `05 Hanoi 1179`. */
function meantBy(archive: Archive, q: string): { id: string; title: string } | undefined {
  if (q.length > numberLengthMax || !/\d/.test(q)) return undefined
  const { id } = archive.resolve(q.trim())
  const entry = id === undefined ? undefined : archive.entry(id)
  return entry === undefined ? undefined : { id: entry.id, title: entry.title }
}
