import { cableAddress } from '../query/address.ts'
import type { Answer } from '../query/answer.ts'
import { type Sort, sorts } from '../query/question.ts'
import { YearChart } from './chart.tsx'
import { counted, grouped } from './count.ts'
import { ExampleQuestions } from './example-questions.tsx'
import { Facets, type ValueName } from './facets.tsx'
import type { Frame } from './frame.ts'
import { HitItem } from './hit.tsx'
import { searchHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { narrowed } from './refine.ts'
import { Shell } from './shell.tsx'

const sortNames: Readonly<Record<Sort, string>> = {
  relevance: 'Relevance',
  newest: 'Newest',
  oldest: 'Oldest',
  cited: 'Most cited',
}

/** What a search page is made of. */
export interface SearchFacts {
  readonly answer: Answer
  readonly sort: Sort
  readonly size: number
  readonly offset: number
  readonly valueName: ValueName
  /** The question names one cable that is held: its id and title. */
  readonly meant?: { readonly id: string; readonly title: string }
  readonly examples: readonly string[]
}

/** An answer: facets, the years, the hits. */
export function SearchPage(props: { readonly frame: Frame; readonly facts: SearchFacts }): Markup {
  const { frame, facts } = props
  const { answer, meant } = facts
  return (
    <Shell frame={frame} title={pageTitle(answer)} q={answer.q}>
      <div class={answer.total === 0 ? 'search-page bare' : 'search-page'}>
        <div class="answer">
          <h1 class="listen">{heading(answer)}</h1>
          <Summary facts={facts} />
          {meant !== undefined && (
            <p class="notice">
              <a href={cableAddress(meant.id)}>{meant.id}</a> is in this archive:{' '}
              <bdi>{visible(meant.title)}</bdi>
            </p>
          )}
          {answer.stopped !== undefined && <Stopped stopped={answer.stopped} />}
          {answer.total === 0 && <NoHits facts={facts} />}
          {(answer.total ?? 0) > 0 && (
            <>
              <YearChart
                height={60}
                bars={answer.years.map((year) => ({
                  ...year,
                  href: searchHref(narrowed(answer.q, `date:${year.value}`)),
                }))}
              />
              <h2 class="listen">Cables found</h2>
              <div class="hits">
                {answer.hits.map((hit) => (
                  <HitItem hit={hit} />
                ))}
              </div>
              <Pager facts={facts} />
            </>
          )}
          <SearchHelp examples={facts.examples} />
        </div>
        <Facets answer={answer} valueName={facts.valueName} />
      </div>
    </Shell>
  )
}

/** `348 cables: asylum seekers` */
function pageTitle(answer: Answer): string {
  return `${heading(answer)}: ${answer.q.trim() === '' ? 'everything' : answer.q.slice(0, 120)}`
}

function heading(answer: Answer): string {
  return answer.total === undefined ? 'No total' : counted(answer.total, 'cable')
}

function Summary({ facts }: { readonly facts: SearchFacts }): Markup {
  const { answer, sort } = facts
  const json = `/search.json?${new URLSearchParams({ q: answer.q, sort })}`
  return (
    <div class="summary">
      <p>
        <strong>{heading(answer)}</strong>
        {answer.understood !== '' && (
          <>
            {' · '}
            <bdi>{visible(answer.understood)}</bdi>
          </>
        )}
        {answer.tookMs > 0 && ` · ${Math.max(1, Math.round(answer.tookMs))} ms`}
      </p>
      <p class="sorting">
        Sort:{' '}
        {sorts.map((name, n) => (
          <>
            {n > 0 && ' · '}
            {name === sort ? (
              <strong>{sortNames[name]}</strong>
            ) : (
              <a href={searchHref(answer.q, name)}>{sortNames[name]}</a>
            )}
          </>
        ))}
        <span class="bar" />
        <a href={json}>JSON</a>
      </p>
    </div>
  )
}

function Stopped({ stopped }: { readonly stopped: NonNullable<Answer['stopped']> }): Markup {
  return (
    <p class="notice" role="alert">
      {`The question was stopped at a limit (${stopped.limit}: ${grouped(stopped.value)} ${stopped.unit}), so there is no total. Ask for something narrower: another word, a post, a year.`}
    </p>
  )
}

/** Which part of the question killed it, and what to drop. */
function NoHits({ facts }: { readonly facts: SearchFacts }): Markup {
  const clauses = facts.answer.clauses ?? []
  return (
    <section class="no-hits">
      <h2>Nothing in this archive matches all of it</h2>
      {clauses.length > 1 ? (
        <ul>
          {clauses.map((clause) => (
            <li>
              <a href={searchHref(clause.text)}>
                <bdi>{visible(clause.text)}</bdi>
              </a>
              {` alone: ${clause.total === 0 ? 'no cable' : counted(clause.total, 'cable')}; without it: ${clause.without === 0 ? 'none' : counted(clause.without, 'cable')}.`}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          Try another spelling, fewer words, or one of the <a href="/browse">lists</a>. A cable
          number finds the cable itself.
        </p>
      )}
    </section>
  )
}

function Pager({ facts }: { readonly facts: SearchFacts }): Markup {
  const { answer, sort, size, offset } = facts
  if (offset === 0 && answer.next === undefined) return null
  const last = Math.min(offset + answer.hits.length, answer.total ?? 0)
  return (
    <nav class="pager" aria-label="Pages">
      {offset > 0 && (
        <a rel="prev" href={searchHref(answer.q, sort, Math.max(0, offset - size), size)}>
          Previous
        </a>
      )}
      <span>{`${grouped(offset + 1)} to ${grouped(last)} of ${grouped(answer.total ?? 0)}`}</span>
      {answer.next !== undefined && (
        <a rel="next" href={searchHref(answer.q, sort, answer.next, size)}>
          Next
        </a>
      )}
    </nav>
  )
}

const helpRows: readonly (readonly [string, string])[] = [
  ['visa quota', 'both words; visas and quotas count too'],
  ['"first round"', 'these words in this order'],
  ['visa OR passport', 'either word'],
  ['visa -tourist', 'without that word'],
  ['tag:PREL', 'about this subject or place'],
  ['origin:HANOI', 'from this post'],
  ['class:C', 'marked at this level: U, SBU, LOU, C, S, TS'],
  ['date:2004..2006', 'between these years; a month or day works too'],
]

function SearchHelp({ examples }: { readonly examples: readonly string[] }): Markup {
  return (
    <details class="help">
      <summary>What you can ask</summary>
      <dl>
        {helpRows.map(([example, meaning]) => (
          <div>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {examples.length > 0 && (
        <p>
          With an answer here: <ExampleQuestions questions={examples} />
        </p>
      )}
    </details>
  )
}
