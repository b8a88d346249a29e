import type { Child } from 'hono/jsx'
import { CableList } from './cable-list.tsx'
import { YearChart } from './chart.tsx'
import { counted, grouped } from './count.ts'
import { type Crumb, Crumbs } from './crumbs.tsx'
import type { Frame } from './frame.ts'
import { CountList } from './home.tsx'
import { type Letter, Letters } from './letters.tsx'
import type { Bar, Counted, Listing } from './listing.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { Shell } from './shell.tsx'

/** The ways into the archive. */
export function BrowsePage(props: {
  readonly frame: Frame
  readonly postLetters: readonly Letter[]
  readonly tagLetters: readonly Letter[]
  readonly years: readonly Bar[]
  readonly classifications: readonly Counted[]
  readonly latest: LatestDays
}): Markup {
  const { frame, postLetters, tagLetters, years, classifications, latest } = props
  return (
    <Shell frame={frame} title="Browse" here="browse">
      <h1>Browse</h1>
      <div class="cards two">
        <LatestCard latest={latest} />
        <Card title="By classification">
          <CountList values={classifications} />
        </Card>
        <Card title="By origin" href="/browse/origin">
          <Letters kind="origin" letters={postLetters} />
        </Card>
        <Card title="By tag" href="/browse/tag">
          <Letters kind="tag" letters={tagLetters} />
        </Card>
      </div>
      <h2>
        <a href="/browse/date">By creation date</a>
      </h2>
      <YearChart bars={years} />
    </Shell>
  )
}

/** The last days on which something was released, or where no source says so, added. */
export interface LatestDays {
  readonly kind: 'released' | 'added'
  readonly days: readonly Counted[]
}

function LatestCard({ latest }: { readonly latest: LatestDays }): Markup {
  const released = latest.kind === 'released'
  return (
    <Card title={released ? 'Latest releases' : 'Latest additions'} href={`/browse/${latest.kind}`}>
      <CountList values={latest.days} />
      {released && (
        <p class="quiet">
          Days as the source gives them; see also the <a href="/browse/added">latest additions</a>{' '}
          to this archive.
        </p>
      )}
    </Card>
  )
}

function Card(props: {
  readonly title: string
  readonly href?: string
  readonly children: Child
}): Markup {
  return (
    <section class="card">
      <h2>{props.href === undefined ? props.title : <a href={props.href}>{props.title}</a>}</h2>
      {props.children}
    </section>
  )
}

/** A page of names with counts: months of a year, days of release, levels. */
export function CountsPage(props: {
  readonly frame: Frame
  readonly title: string
  readonly lead: string
  readonly crumbs: readonly Crumb[]
  readonly values: readonly Counted[]
  readonly years?: readonly Bar[]
  readonly json: string
}): Markup {
  const { frame, title, lead, crumbs, values, years, json } = props
  return (
    <Shell frame={frame} title={title} here="browse">
      <Crumbs steps={crumbs} />
      <h1>{visible(title)}</h1>
      <p class="lead">
        {lead} <a href={json}>JSON</a>
      </p>
      {years !== undefined && <YearChart bars={years} />}
      <div class="narrow">
        <CountList values={values} />
      </div>
    </Shell>
  )
}

/** A post or a tag in an A–Z list. */
export interface NamedValue extends Counted {
  /** As it stands in the cables: `HANOI`, `PREL`. */
  readonly code: string
  /** What is said after the name: its country, or what kind of tag it is. */
  readonly remark?: string
}

/** Posts or tags A–Z, or those of one letter. */
export function NamesPage(props: {
  readonly frame: Frame
  readonly kind: 'origin' | 'tag'
  readonly letters: readonly Letter[]
  readonly letter?: string
  readonly values: readonly NamedValue[]
  readonly json: string
}): Markup {
  const { frame, kind, letters, letter, values, json } = props
  const noun = kind === 'origin' ? 'post' : 'tag'
  const all = kind === 'origin' ? 'By origin' : 'By tag'
  const begins = letter === undefined ? '' : ` beginning with ${visible(letter)}`
  const title = letter === undefined ? all : `${noun === 'post' ? 'Posts' : 'Tags'}${begins}`
  const steps: Crumb[] = [{ label: 'Browse', href: '/browse' }]
  steps.push(letter === undefined ? { label: all } : { label: all, href: `/browse/${kind}` })
  if (letter !== undefined) steps.push({ label: letter })
  return (
    <Shell frame={frame} title={title} here="browse">
      <Crumbs steps={steps} />
      <h1>{title}</h1>
      <p class="lead">
        {`${counted(values.length, noun)}${begins}. `}
        <a href={json}>JSON</a>
      </p>
      <Letters kind={kind} letters={letters} {...(letter === undefined ? {} : { here: letter })} />
      <ul class="names">
        {values.map((value) => (
          <li>
            <a href={value.href}>
              <bdi>{visible(value.label)}</bdi>
            </a>
            {!value.label.startsWith(value.code) && <span class="code">{visible(value.code)}</span>}
            {value.remark !== undefined && <span class="quiet">{visible(value.remark)}</span>}
            <span class="count">
              {grouped(value.count)}
              <span class="listen">{value.count === 1 ? ' cable' : ' cables'}</span>
            </span>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

/** A list of cables that have one property in common. */
export function ListPage(props: {
  readonly frame: Frame
  readonly title: string
  readonly lead: string
  readonly crumbs: readonly Crumb[]
  readonly listing: Listing
  readonly years?: readonly Bar[]
}): Markup {
  const { frame, title, lead, crumbs, listing, years } = props
  const page = listing.page > 1 ? `, page ${listing.page}` : ''
  return (
    <Shell frame={frame} title={`${title}${page}`} here="browse">
      <Crumbs steps={crumbs} />
      <h1>
        <bdi>{visible(title)}</bdi>
      </h1>
      <p class="lead">{visible(lead)}</p>
      {years !== undefined && years.length > 1 && <YearChart bars={years} height={60} />}
      <h2 class={listing.cables.length === 0 ? undefined : 'listen'}>Cables</h2>
      {listing.cables.length === 0 ? <p>None.</p> : <CableList listing={listing} />}
    </Shell>
  )
}
