import { cableAddress } from '../query/address.ts'
import { CableItem } from './cable-list.tsx'
import { YearChart } from './chart.tsx'
import { counted, grouped } from './count.ts'
import { dayInWords } from './day.ts'
import { ExampleQuestions } from './example-questions.tsx'
import type { Frame } from './frame.ts'
import { type Letter, Letters } from './letters.tsx'
import { listHref } from './link.ts'
import type { Bar, Counted, ListedCable } from './listing.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { SearchBox, Shell } from './shell.tsx'

/** What the home page says of the archive. */
export interface HomeFacts {
  readonly cables: number
  readonly posts: number
  readonly paragraphs: number
  readonly from?: string
  readonly to?: string
  readonly years: readonly Bar[]
  readonly postLetters: readonly Letter[]
  readonly tagLetters: readonly Letter[]
  readonly classifications: readonly Counted[]
  /** Latest releases where the sources say when, else latest additions. */
  readonly latest: {
    readonly kind: 'released' | 'added'
    readonly cables: readonly ListedCable[]
  }
  readonly mostCited: readonly CitedCable[]
  /** Questions that give an answer in this archive. */
  readonly examples: readonly string[]
}

/** A cable others refer to; without a title where it is not in this archive. */
export interface CitedCable {
  readonly id: string
  readonly count: number
  readonly title?: string
}

/** The first page. */
export function HomePage(props: { readonly frame: Frame; readonly facts: HomeFacts }): Markup {
  const { frame, facts } = props
  return (
    <Shell frame={frame} title="The cables, readable" searchBox={false}>
      <div class="hero">
        <h1>The cables, readable.</h1>
        <p class="numbers">{sentence(facts)}</p>
        <SearchBox large />
        {facts.examples.length > 0 && (
          <p class="examples">
            Try <ExampleQuestions questions={facts.examples} />
          </p>
        )}
      </div>
      <YearChart bars={facts.years} />
      <div class="cards">
        <LetterCard title="By post" kind="origin" letters={facts.postLetters} />
        <LetterCard title="By tag" kind="tag" letters={facts.tagLetters} />
        <section class="card" aria-labelledby="by-classification">
          <h2 id="by-classification">By classification</h2>
          <CountList values={facts.classifications} />
        </section>
      </div>
      <div class="halves">
        <Latest latest={facts.latest} />
        <div>
          <MostCited cables={facts.mostCited} />
          <section aria-labelledby="new-here">
            <h2 id="new-here">New here?</h2>
            <p class="ruled">
              <a href="/guide/how-to-read">How to read a cable</a> ·{' '}
              <a href="/guide/privacy">What stays private</a> · <a href="/browse">Browse</a>
            </p>
          </section>
        </div>
      </div>
    </Shell>
  )
}

/** `62 cables · 14 posts · 28 Dec 1966 – 28 Feb 2010 · 410 paragraphs` */
function sentence(facts: HomeFacts): string {
  const parts = [counted(facts.cables, 'cable'), counted(facts.posts, 'post')]
  if (facts.from !== undefined && facts.to !== undefined) {
    parts.push(`${dayInWords(facts.from)} – ${dayInWords(facts.to)}`)
  }
  parts.push(counted(facts.paragraphs, 'paragraph'))
  return parts.join(' · ')
}

function LetterCard(props: {
  readonly title: string
  readonly kind: 'origin' | 'tag'
  readonly letters: readonly Letter[]
}): Markup {
  const { title, kind, letters } = props
  return (
    <section class="card" aria-labelledby={`by-${kind}`}>
      <h2 id={`by-${kind}`}>
        <a href={`/browse/${kind}`}>{title}</a>
      </h2>
      <Letters kind={kind} letters={letters} />
    </section>
  )
}

/** Names with their counts, each a link. */
export function CountList({ values }: { readonly values: readonly Counted[] }): Markup {
  return (
    <ul class="counts">
      {values.map((value) => (
        <li>
          <a href={value.href}>
            <bdi>{visible(value.label)}</bdi>
          </a>
          <span>{grouped(value.count)}</span>
        </li>
      ))}
    </ul>
  )
}

function Latest({ latest }: { readonly latest: HomeFacts['latest'] }): Markup {
  const released = latest.kind === 'released'
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">
        <a href={`/browse/${latest.kind}`}>{released ? 'Latest releases' : 'Latest additions'}</a>
      </h2>
      {released && <p class="quiet">Released by the source, on the day it gives.</p>}
      <ul class="cables">
        {latest.cables.map((cable) => (
          <li>
            <CableItem cable={cable} note={latestNote(latest.kind, cable)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function latestNote(kind: 'released' | 'added', cable: ListedCable): string {
  const day = kind === 'released' ? cable.released : cable.added
  return day === undefined ? kind : `${kind} ${dayInWords(day)}`
}

function MostCited({ cables }: { readonly cables: readonly CitedCable[] }): Markup {
  if (cables.length === 0) return null
  return (
    <section aria-labelledby="most-cited">
      <h2 id="most-cited">Most cited</h2>
      <ol class="cited">
        {cables.map((cable) => (
          <li>
            <span class="count">
              {grouped(cable.count)}
              <span class="listen"> times: </span>
            </span>{' '}
            <a
              href={
                cable.title === undefined ? listHref('cited', cable.id) : cableAddress(cable.id)
              }
            >
              {visible(cable.id)}
            </a>{' '}
            {cable.title === undefined ? (
              <span class="quiet">not in this archive</span>
            ) : (
              <bdi>{visible(cable.title)}</bdi>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
