import { cableAddress } from '../query/address.ts'
import { addresseeInWords } from './addressee.ts'
import { counted } from './count.ts'
import { dayInWords } from './day.ts'
import { LevelBadge } from './level.tsx'
import { type ListSort, listSorts, pageHref } from './link.ts'
import type { ListedCable, Listing } from './listing.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

const sortNames: Readonly<Record<ListSort, string>> = {
  newest: 'Newest',
  oldest: 'Oldest',
  title: 'Title',
  cited: 'Most cited',
}

/** A page of a list: sort links, the cables, the way to the other pages. */
export function CableList(props: { readonly listing: Listing; readonly level?: 2 | 3 }): Markup {
  const { listing } = props
  return (
    <>
      <div class="sorting">
        <p>
          Sort:{' '}
          {listSorts.map((sort, n) => (
            <>
              {n > 0 && ' · '}
              {sort === listing.sort ? (
                <strong>{sortNames[sort]}</strong>
              ) : (
                <a href={pageHref(listing.base, sort, 1)}>{sortNames[sort]}</a>
              )}
            </>
          ))}
          <span class="bar" />
          <a href={`${pageHref(listing.base, listing.sort, listing.page)}.json`}>JSON</a>
        </p>
      </div>
      <ol class="cables" start={1}>
        {listing.cables.map((cable) => (
          <li>
            <CableItem cable={cable} />
          </li>
        ))}
      </ol>
      <Pager listing={listing} />
    </>
  )
}

/** One cable of a list: its marks and number, then its title as the link. */
export function CableItem(props: { readonly cable: ListedCable; readonly note?: string }): Markup {
  const { cable, note } = props
  return (
    <article class="item">
      <p class="facts">
        <LevelBadge level={cable.level} controls={cable.controls} />{' '}
        {factsOf(cable, note).map(visible).join(' · ')}
      </p>
      <h3>
        <a href={cableAddress(cable.id)}>
          <bdi>{visible(cable.title)}</bdi>
        </a>
      </h3>
    </article>
  )
}

function factsOf(cable: ListedCable, note: string | undefined): string[] {
  // `added 30 Aug 2011` stands in place of day and sender.
  if (note !== undefined) return [cable.id, note]
  const facts = [cable.id]
  if (cable.date !== undefined) facts.push(dayInWords(cable.date))
  const from = cable.origin ?? cable.post
  if (from !== undefined) facts.push(addresseeInWords(from))
  if (cable.partial) facts.push('partial extract')
  return facts
}

function Pager({ listing }: { readonly listing: Listing }): Markup {
  const { base, sort, page, pages, total } = listing
  if (pages <= 1) return null
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 && (
        <a rel="prev" href={pageHref(base, sort, page - 1)}>
          Previous page
        </a>
      )}
      <span>{`Page ${page} of ${pages}, ${counted(total, 'cable')}`}</span>
      {page < pages && (
        <a rel="next" href={pageHref(base, sort, page + 1)}>
          Next page
        </a>
      )}
    </nav>
  )
}
