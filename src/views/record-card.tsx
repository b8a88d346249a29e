import type { Child } from 'hono/jsx'
import type { Addressee, Cable, ExecutiveOrder } from '../cable/record.ts'
import type { CableFacts } from './cable-facts.ts'
import { dayInWords } from './day.ts'
import { levelInWords, markingInWords } from './level.tsx'
import { listHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

type Row = readonly [label: string, value: Child]

/** The record of a cable as a list of facts; only what is known, on the day `asOf`. */
export function RecordCard(props: { readonly facts: CableFacts; readonly asOf: string }): Markup {
  const { facts, asOf } = props
  const rows = [...identityRows(facts), ...routeRows(facts), ...handlingRows(facts.record, asOf)]
  return (
    <section class="card" id="record" aria-labelledby="record-title">
      <h2 id="record-title">Record</h2>
      <Rows rows={rows} />
    </section>
  )
}

/** Where the text came from, as its source states it. */
export function SourceCard({ facts }: { readonly facts: CableFacts }): Markup {
  const { record, added, aliases } = facts
  const { source } = record
  const rows: Row[] = []
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined) rows.push([label, <bdi>{visible(value)}</bdi>])
  }
  add('Collection', record.collection)
  add('Added', added === undefined ? undefined : dayInWords(added))
  add('Holder', source?.holder)
  add('Series', source?.series)
  add('Document', source?.documentNumber)
  add('Unique id', source?.uniqueId)
  add('Film', source?.film)
  add('Locator', source?.locator)
  if (source?.url !== undefined) rows.push(['Address', <OutsideLink url={source.url} />])
  add('File', source?.file)
  add('SHA-256', source?.sha256)
  add('Also known as', aliases.length === 0 ? undefined : aliases.join(', '))
  for (const { url } of record.media) rows.push(['In the media', <OutsideLink url={url} />])
  if (rows.length === 0) return null
  return (
    <section class="card" aria-labelledby="source-title">
      <h2 id="source-title">Source</h2>
      <Rows rows={rows} />
    </section>
  )
}

/** An address outside, shown in full; only http and https are links. */
export function OutsideLink({ url }: { readonly url: string }): Markup {
  if (!/^https?:\/\//i.test(url)) return <bdi>{visible(url)}</bdi>
  return (
    <a href={url} rel="noreferrer noopener external">
      <bdi>{visible(url)}</bdi>
    </a>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }): Markup {
  return (
    <dl class="rows">
      {rows.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function identityRows({ record, postName }: CableFacts): Row[] {
  const rows: Row[] = [['Reference ID', <strong>{visible(record.id)}</strong>]]
  if (record.date !== undefined) rows.push(['Created', dateValue(record)])
  if (record.released !== undefined) rows.push(['Released', isoTime(record.released)])
  const { classification } = record
  if (classification !== undefined) {
    const { level, controls } = classification
    rows.push([
      'Classification',
      <a href={listHref('classification', level)}>{markingInWords(level, controls)}</a>,
    ])
    if (classification.printed.toUpperCase() !== levelInWords(level).toUpperCase()) {
      rows.push(['As printed', <bdi>{visible(classification.printed)}</bdi>])
    }
  }
  if (record.post !== undefined) {
    const name = postName ?? record.origin ?? record.post
    rows.push(['From', <a href={listHref('origin', record.post)}>{visible(name)}</a>])
  }
  return rows
}

function dateValue(record: Cable): string {
  const words: Record<string, string> = {
    archive: ' (the archive’s date)',
    draft: ' (draft date)',
    header: ' (from the header)',
  }
  return isoTime(record.date ?? '') + (words[record.dateFrom ?? ''] ?? '')
}

/** `2005-05-19T09:59Z` → `2005-05-19 09:59` */
function isoTime(iso: string): string {
  return visible(iso.replace('T', ' ').replace(/Z$/, ''))
}

function routeRows({ record }: CableFacts): Row[] {
  const rows: Row[] = []
  if (record.from !== undefined) rows.push(['Sent by', <bdi>{visible(record.from)}</bdi>])
  if (record.to.length > 0) rows.push(['To', <Addressees list={record.to} />])
  if (record.info.length > 0) rows.push(['Info', <Addressees list={record.info} />])
  if (record.excluded.length > 0) rows.push(['Not to', <Addressees list={record.excluded} />])
  if (record.precedence !== undefined) {
    const { action, info } = record.precedence
    const words = info === undefined ? action : `${action}, info ${info}`
    rows.push(['Precedence', visible(words.toLowerCase())])
  }
  return rows
}

/** Addressees shown at once; long lists fold. */
const addresseesMax = 4

function Addressees({ list }: { readonly list: readonly Addressee[] }): Markup {
  const item = (addressee: Addressee): Markup => (
    <li>
      <bdi>{visible(addressee.name)}</bdi>
    </li>
  )
  return (
    <>
      <ul class="plain">{list.slice(0, addresseesMax).map(item)}</ul>
      {list.length > addresseesMax && (
        <details>
          <summary>{`${list.length - addresseesMax} more`}</summary>
          <ul class="plain">{list.slice(addresseesMax).map(item)}</ul>
        </details>
      )}
    </>
  )
}

function handlingRows(record: Cable, asOf: string): Row[] {
  const rows: Row[] = []
  const { executiveOrder, classifiedBy } = record
  if (executiveOrder !== undefined) {
    rows.push(['Declassify on', declassification(executiveOrder, asOf)])
  }
  if (classifiedBy !== undefined) {
    const { names, title, section, reasons } = classifiedBy
    const why = [section, ...reasons.map((reason) => `(${reason})`)].filter(Boolean).join(' ')
    const who = [...names, title, why].filter(Boolean).join(', ')
    if (who !== '') rows.push(['Classified by', <bdi>{visible(who)}</bdi>])
  }
  if (record.captions.length > 0) {
    rows.push(['Handling', <bdi>{visible(record.captions.join(', '))}</bdi>])
  }
  const passing = record.passing.map(({ to, for: offices }) =>
    [to, 'for', offices.join(', ')].filter(Boolean).join(' '),
  )
  if (passing.length > 0) rows.push(['Passed', <bdi>{visible(passing.join('; '))}</bdi>])
  const { sections } = record
  if (sections !== undefined && sections.of > 1) {
    rows.push(['Sections', `${sections.held.join(', ')} of ${sections.of}`])
  }
  return rows
}

/** The date as ordered, and whether it had passed on a day; whether it was kept nobody says here. */
function declassification(order: ExecutiveOrder, asOf: string): Child {
  const { declassifyOn, printed } = order
  const number = order.number === undefined ? '' : `E.O. ${visible(order.number)}: `
  const wasDue = declassifyOn !== undefined && declassifyOn < asOf.slice(0, 10)
  return (
    <>
      <bdi>{number + visible(declassifyOn ?? printed)}</bdi>
      {wasDue && <span class="quiet"> (was due)</span>}
    </>
  )
}
