import { cableAddress, transmissionAddress, versionsAddress } from '../query/address.ts'
import { addresseeInWords } from './addressee.ts'
import type { CableFacts } from './cable-facts.ts'
import { counted, grouped } from './count.ts'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { timeInWords } from './day.ts'
import { LevelBadge } from './level.tsx'
import { listHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** Words read in a minute, for "7 min". */
const wordsPerMinute = 220

/** The pages that a cable has. */
export type CableView = 'read' | 'transmission' | 'versions'

/** Way, title, subject as printed, one line of facts, and the views of a cable. */
export function CableHead(props: { readonly facts: CableFacts; readonly view: CableView }): Markup {
  const { facts, view } = props
  const { record } = facts
  const { subject, title, classification } = record
  return (
    <header class="cable-head">
      <Crumbs steps={way(facts)} />
      <h1>
        <bdi>{visible(title)}</bdi>
      </h1>
      {subject !== undefined && subject !== title && (
        <p class="subject">
          <span class="listen">Subject as printed: </span>
          <bdi>{visible(subject)}</bdi>
        </p>
      )}
      <p class="facts">
        <LevelBadge level={classification?.level} controls={classification?.controls ?? []} />{' '}
        <strong>{visible(record.id)}</strong>
        {factsOf(facts).map((fact) => (
          <>
            <span class="dot"> · </span>
            <bdi>{fact}</bdi>
          </>
        ))}
      </p>
      <Views id={record.id} view={view} versions={facts.versions} />
    </header>
  )
}

function Views(props: {
  readonly id: string
  readonly view: CableView
  readonly versions: number | undefined
}): Markup {
  const { id, view, versions } = props
  const here = (name: CableView): 'page' | undefined => (view === name ? 'page' : undefined)
  return (
    <nav class="views" aria-label="Views of this cable">
      <a href={cableAddress(id)} aria-current={here('read')}>
        Read
      </a>
      <a href={transmissionAddress(id)} aria-current={here('transmission')}>
        As transmitted
      </a>
      {versions !== undefined && (
        <a href={versionsAddress(id)} aria-current={here('versions')}>
          {`Versions · ${versions}`}
        </a>
      )}
      <span class="rest">
        {view === 'read' && <a href="#cite">Cite</a>}
        <a href={cableAddress(id, 'txt')}>Text</a>
        <a href={cableAddress(id, 'json')}>JSON</a>
      </span>
    </nav>
  )
}

/** `From › Freedonia › Embassy Fredville › 2005`; `Browse › 2005` where the number names no post. */
function way({ record, country, postName }: CableFacts): Crumb[] {
  const start = { label: 'From', href: '/browse/origin' }
  const steps: Crumb[] = [
    record.post === undefined && country === undefined
      ? { label: 'Browse', href: '/browse' }
      : start,
  ]
  if (country !== undefined) steps.push({ label: country })
  if (record.post !== undefined) {
    const label = postName ?? record.origin ?? record.post
    steps.push({ label, href: listHref('origin', record.post) })
  }
  const year = /^\d{4}/.exec(record.date ?? '')?.[0]
  if (year !== undefined) steps.push({ label: year, href: `/browse/date/${year}` })
  return steps
}

function factsOf({ record, postName }: CableFacts): string[] {
  const facts: string[] = []
  if (record.date !== undefined) facts.push(visible(timeInWords(record.date)))
  const from = postName ?? record.origin ?? record.from
  const to = record.to[0]
  if (from !== undefined) {
    facts.push(
      addresseeInWords(from) + (to === undefined ? '' : ` to ${addresseeInWords(to.name)}`),
    )
  }
  // Where no text is held, the page says why.
  if (record.paragraphs.length > 0) {
    facts.push(length(record.paragraphs.map((paragraph) => paragraph.text)))
  }
  return facts
}

/** `12 paragraphs, 7 min` */
function length(paragraphs: readonly string[]): string {
  const words = paragraphs.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  const minutes = Math.max(1, Math.round(words / wordsPerMinute))
  return `${counted(paragraphs.length, 'paragraph')}, ${grouped(minutes)} min`
}
