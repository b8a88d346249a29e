import type { BodyLine } from './body-line.ts'
import type { Candidate } from './candidate.ts'
import { contentsOf } from './contents.ts'

/** What became of a candidate. */
export interface Decision {
  readonly candidate: Candidate
  readonly verdict: 'paragraph' | 'list' | 'text'
  /** After the repair. */
  readonly number: number
  readonly repaired: boolean
  /** The number that was expected here. */
  readonly expected: number
}

/** A candidate may be at most this far ahead of the expected number without a portion mark. */
const gapMax = 3

/**
 * Decides which candidates open paragraphs (specification 5).
 *
 *     1. 2. 3. 14. 15. 16.    → 1 2 3 4 5 6, the last three repaired: the lost mark left a 1
 *     … on October ¶15.       → text: a month wants a number
 */
export function decide(
  candidates: readonly Candidate[],
  lines: readonly BodyLine[],
): readonly Decision[] {
  const decisions = decideAll(candidates, lines)
  const listed = contentsOf(decisions, lines)
  if (listed === 0) return decisions
  // A table of contents: its titles come again, with their texts below.
  const list = decisions
    .slice(0, listed)
    .map((each): Decision => ({ ...each, verdict: 'list', number: each.candidate.number }))
  return [...list, ...decideAll(candidates.slice(listed), lines)]
}

function decideAll(
  candidates: readonly Candidate[],
  lines: readonly BodyLine[],
): readonly Decision[] {
  const repairs = candidates.every((each) => !each.hasPilcrow)
  const marked = candidates.filter((each) => each.portion !== undefined).length >= 2
  const last = new Map(candidates.map((each) => [each.number, each]))
  const state: State = { expected: 1, nested: 0, isOpen: false, repairs, marked, last }
  const decisions: Decision[] = []
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]
    if (candidate === undefined) continue
    const decision = decideOne(state, candidate, candidates.slice(index + 1, index + 3), lines)
    decisions.push(decision)
    if (decision.verdict === 'paragraph') {
      state.expected = decision.number + 1
      state.nested = 0
      state.isOpen = true
    } else if (decision.verdict === 'list') state.nested = candidate.number + 1
  }
  return contradicts(decisions) ? longestChain(decisions) : decisions
}

interface State {
  expected: number
  /** Next number of a list inside a paragraph; 0 outside of one. */
  nested: number
  /** A paragraph was accepted. */
  isOpen: boolean
  readonly repairs: boolean
  /** The telegram marks its paragraphs, so that an unmarked number is more likely a list. */
  readonly marked: boolean
  /** The last candidate with each number. */
  readonly last: ReadonlyMap<number, Candidate>
}

function decideOne(
  state: State,
  candidate: Candidate,
  following: readonly Candidate[],
  lines: readonly BodyLine[],
): Decision {
  const { expected } = state
  const answer = (verdict: Decision['verdict'], number = candidate.number): Decision => ({
    candidate,
    verdict,
    number,
    repaired: number !== candidate.number,
    expected,
  })
  const context = contextOf(candidate, lines)
  const repaired = repairedNumber(state, candidate, following[0])
  if (repaired !== undefined && (candidate.portion !== undefined || !context.wantsNumber))
    return answer('paragraph', repaired)
  const { number } = candidate
  const fits = number === expected
  if (!candidate.isPlain && !fits) return answer('text')
  if (candidate.portion !== undefined) {
    // `… see paragraph 2. (C) of reftel` in running text
    const isNear = !state.isOpen || (number >= expected && number <= expected + gapMax)
    return answer(candidate.inline && !candidate.hasPilcrow && !isNear ? 'text' : 'paragraph')
  }
  if (context.wantsNumber) return answer('text')
  if (state.nested > 0 && number === state.nested && listGoesOn(state, candidate, context))
    return answer('list')
  if (fits) return answer('paragraph')
  const isFree = context.blankBefore && context.sentenceEnds
  if (
    number > expected &&
    isFree &&
    (number <= expected + gapMax || runsOn(state, number, following))
  )
    return answer('paragraph')
  if (number > expected) return answer('text')
  // A number used twice, one or two paragraphs back; lists begin with 1.
  if (number > 1 && expected - number <= gapMax && isFree && isRepeat(state, context))
    return answer('paragraph')
  const isList = context.opensList || state.nested > 0 || context.blankBefore
  return answer(isList || (candidate.inline && number === 1) ? 'list' : 'text')
}

/** The next number of a list that is open, which may be the next one of the paragraphs too. */
function listGoesOn(state: State, candidate: Candidate, context: Context): boolean {
  if (state.marked || candidate.number !== state.expected) return true
  const later = state.last.get(candidate.number)
  if (later !== undefined && later !== candidate) return true
  return !context.blankBefore && !candidate.inline
}

/** A copy that begins at 5, or lost a section between 4 and 12: the numbers behind go on. */
function runsOn(state: State, number: number, following: readonly Candidate[]): boolean {
  const [next, second] = following
  if (next?.number !== number + 1) return false
  return !state.isOpen || second?.number === number + 2
}

function isRepeat(state: State, context: Context): boolean {
  return !state.marked && state.nested === 0 && !context.opensList
}

/** `14.` where 4 is near: the paragraph mark became a bare 1 (rules 5 and 6). */
function repairedNumber(
  state: State,
  candidate: Candidate,
  following: Candidate | undefined,
): number | undefined {
  const { number } = candidate
  const { expected } = state
  if (!state.repairs || number === expected || candidate.hasMark) return undefined
  const printed = String(number)
  if (!/^1[1-9]\d?$/.test(printed)) return undefined
  const without = Number(printed.slice(1))
  if (without < expected || without > expected + gapMax || number <= expected + gapMax)
    return undefined
  // At the very start `11.` may be a telegram that begins there: the next number tells.
  if (expected === 1 && following !== undefined && ![12, 2].includes(following.number))
    return undefined
  if (expected === 1 && following === undefined) return undefined
  return without
}

interface Context {
  readonly blankBefore: boolean
  /** The line before ends a sentence, or is a rule or a short heading, or there is none. */
  readonly sentenceEnds: boolean
  /** `… on October`, `see paragraph`, `Tier`: the number belongs to the word before. */
  readonly wantsNumber: boolean
  /** A colon, a heading or BEGIN TEXT before: a numbered list may begin. */
  readonly opensList: boolean
}

const numberWanted =
  /(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|paragraphs?|paras?|and|or|to|of|in|since|by|on|until|from|at|for|the|about|approximately|Tier|Section|Sections|Article|Articles|Annex|Chapter|Resolution|ext|No|Nos|number|item|items|page|pages)\.?|\/)$/i

function contextOf(candidate: Candidate, lines: readonly BodyLine[]): Context {
  let at = candidate.line - 1
  let blanks = 0
  while (at >= 0 && lines[at]?.isBlank === true) {
    at--
    blanks++
  }
  const before = lines[at]
  if (before === undefined)
    return { blankBefore: true, sentenceEnds: true, wantsNumber: false, opensList: false }
  const words = before.words
  const blankBefore = blanks > 0
  const ended = /[.?!:;"\u201d)\]]$/.test(words) && !/\b(?:No|Nos|ext|paras?)\.$/i.test(words)
  const heading = words.length <= 60 && blankBefore && !/[,;]$/.test(words)
  return {
    blankBefore,
    sentenceEnds: ended || before.isRule || heading,
    wantsNumber:
      !before.isRule &&
      ((!ended && numberWanted.test(words)) || (words.endsWith(',') && !blankBefore)),
    opensList: /:$|BEGIN (?:TEXT|QUOTE)\.?:?$/i.test(words),
  }
}

/**
 * A repaired number that a later plain one undercuts, or that the next one counts on from as it was
 * printed (`14.` `15.` … `20.`): the two readings cannot both hold (rule 7).
 */
function contradicts(decisions: readonly Decision[]): boolean {
  const accepted = decisions.filter((each) => each.verdict === 'paragraph')
  const first = accepted.find((each) => each.repaired)
  if (first === undefined) return false
  return accepted.slice(accepted.indexOf(first) + 1).some((each, index, later) => {
    if (each.repaired) return false
    const before = later[index - 1] ?? first
    const goesOn = before.repaired && each.number === before.candidate.number + 1
    return goesOn || each.number <= first.number || each.number === first.candidate.number
  })
}

/**
 * The longest increasing chain over {as printed, without the leading 1}, each candidate once;
 * candidates outside of it keep their printed number.
 */
function longestChain(decisions: readonly Decision[]): readonly Decision[] {
  const accepted = decisions.filter((each) => each.verdict === 'paragraph')
  // As printed all of them may be a chain: none is longer, and nothing needs a repair.
  if (
    accepted.every((each, at) => (accepted[at - 1]?.candidate.number ?? 0) < each.candidate.number)
  )
    return decisions.map(asPrinted)
  interface Link {
    readonly number: number
    readonly decision: Decision
    readonly before: Link | undefined
  }
  const ends: Link[] = []
  for (const decision of accepted) {
    // Larger readings first, so that one candidate never follows itself.
    for (const number of readingsOf(decision.candidate).sort((a, b) => b - a)) {
      let low = 0
      let high = ends.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ends[middle]?.number ?? 0) < number) low = middle + 1
        else high = middle
      }
      ends[low] = { number, decision, before: ends[low - 1] }
    }
  }
  const chosen = new Map<Decision, number>()
  for (let link = ends.at(-1); link !== undefined; link = link.before)
    chosen.set(link.decision, link.number)
  return decisions.map((decision) => {
    if (decision.verdict !== 'paragraph') return decision
    const number = chosen.get(decision) ?? decision.candidate.number
    return { ...decision, number, repaired: number !== decision.candidate.number }
  })
}

function asPrinted(decision: Decision): Decision {
  return { ...decision, number: decision.candidate.number, repaired: false }
}

function readingsOf(candidate: Candidate): number[] {
  const printed = String(candidate.number)
  const without =
    /^1[1-9]\d?$/.test(printed) && !candidate.hasMark ? Number(printed.slice(1)) : undefined
  return without === undefined ? [candidate.number] : [candidate.number, without]
}
