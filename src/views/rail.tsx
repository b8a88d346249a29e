import type { Tag } from '../cable/record.ts'
import { cableAddress } from '../query/address.ts'
import type { CableFacts, Neighbour, ReferenceFacts } from './cable-facts.ts'
import { counted } from './count.ts'
import { dayInWords } from './day.ts'
import { listHref } from './link.ts'
import type { ListedCable } from './listing.ts'
import type { Markup } from './markup.ts'
import { referenceAnchor } from './mention.ts'
import { visible } from './printed.ts'
import { RecordCard, SourceCard } from './record-card.tsx'

/** Cables shown in a card of the rail; the rest is a list of its own. */
const citingMax = 12

/** What stands beside the text: record, tags, references both ways, neighbours, source. */
export function Rail(props: { readonly facts: CableFacts; readonly asOf: string }): Markup {
  const { facts, asOf } = props
  return (
    <aside class="rail" aria-label="About this cable">
      <RecordCard facts={facts} asOf={asOf} />
      <TagCard tags={facts.record.tags} />
      <RefersTo references={facts.references} />
      <CitedBy id={facts.record.id} cables={facts.citedBy} />
      <NeighbourCard facts={facts} />
      <SourceCard facts={facts} />
    </aside>
  )
}

function TagCard({ tags }: { readonly tags: readonly Tag[] }): Markup {
  if (tags.length === 0) return null
  return (
    <section class="card" aria-labelledby="tags-title">
      <h2 id="tags-title">Tags</h2>
      <ul class="tags">
        {tags.map((tag) => (
          <li>
            <a href={listHref('tag', tag.code)}>
              <bdi>{visible(tagInWords(tag))}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `PREL External relations`; a code nobody knows stands alone. */
function tagInWords(tag: { readonly code: string; readonly name?: string }): string {
  return tag.name === undefined ? tag.code : `${tag.code} ${tag.name}`
}

function RefersTo(props: { readonly references: readonly ReferenceFacts[] }): Markup {
  const { references } = props
  if (references.length === 0) return null
  const anchors = new Set<string>()
  return (
    <section class="card" id="refers-to" aria-labelledby="refers-title">
      <h2 id="refers-title">{`Refers to · ${references.length}`}</h2>
      <ul class="references">
        {references.map((entry) => {
          const { label } = entry.reference
          const anchor = label === undefined ? undefined : referenceAnchor(label)
          const first = anchor !== undefined && !anchors.has(anchor)
          if (first) anchors.add(anchor)
          return (
            <li id={first ? anchor : undefined}>
              <span class="label">{label === undefined ? '' : visible(label)}</span>
              <ReferenceText entry={entry} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ReferenceText({ entry }: { readonly entry: ReferenceFacts }): Markup {
  const { reference, held, citedBy } = entry
  const year = reference.yearInferred === true ? ', year inferred' : ''
  if (held !== undefined) {
    return (
      <div>
        <a href={cableAddress(held.id)}>{visible(held.id)}</a>
        <span class="quiet">{year}</span>
        <br />
        <bdi class="quiet">{visible(held.title)}</bdi>
      </div>
    )
  }
  if (reference.id === undefined) {
    return (
      <div>
        <bdi>{visible(reference.printed)}</bdi>
        <br />
        <span class="quiet">
          {reference.kind === 'other' ? 'not read further' : visible(reference.kind)}
        </span>
      </div>
    )
  }
  return (
    <div>
      {visible(reference.id)}
      <span class="quiet">{year}</span>
      <br />
      <span class="quiet">
        not in this archive
        {citedBy > 1 && (
          <>
            , cited by <a href={listHref('cited', reference.id)}>{counted(citedBy - 1, 'other')}</a>
          </>
        )}
      </span>
    </div>
  )
}

function CitedBy(props: { readonly id: string; readonly cables: readonly ListedCable[] }): Markup {
  const { id, cables } = props
  if (cables.length === 0) return null
  return (
    <section class="card" aria-labelledby="cited-title">
      <h2 id="cited-title">{`Cited by · ${cables.length}`}</h2>
      <ul class="references">
        {cables.slice(0, citingMax).map((cable) => (
          <li>
            <CableLine cable={cable} />
          </li>
        ))}
      </ul>
      {cables.length > citingMax && <a href={listHref('cited', id)}>All of them</a>}
    </section>
  )
}

function CableLine({ cable }: { readonly cable: ListedCable }): Markup {
  return (
    <div>
      <a href={cableAddress(cable.id)}>{visible(cable.id)}</a>
      {cable.date !== undefined && <span class="quiet">{` ${dayInWords(cable.date)}`}</span>}
      <br />
      <bdi class="quiet">{visible(cable.title)}</bdi>
    </div>
  )
}

function NeighbourCard({ facts }: { readonly facts: CableFacts }): Markup {
  const { record, neighbours, twins, postName } = facts
  const { before, after } = neighbours
  if (before === undefined && after === undefined && twins.length === 0) return null
  return (
    <section class="card" aria-labelledby="neighbours-title">
      <h2 id="neighbours-title">{`From ${visible(postName ?? record.post ?? 'the same post')}`}</h2>
      <ul class="references">
        {before !== undefined && <NeighbourLine word="Before" neighbour={before} />}
        {after !== undefined && <NeighbourLine word="After" neighbour={after} />}
        {twins.map((cable) => (
          <li>
            <span class="label wide">Same number</span>
            <CableLine cable={cable} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NeighbourLine(props: {
  readonly word: 'Before' | 'After'
  readonly neighbour: Neighbour
}): Markup {
  const { word, neighbour } = props
  const { cable, missing } = neighbour
  return (
    <li>
      <span class="label wide">{word}</span>
      <div>
        <CableLine cable={cable} />
        {missing > 0 && (
          <p class="gap">{`${counted(missing, 'number')} between not in this archive`}</p>
        )}
      </div>
    </li>
  )
}
