import type { Child } from 'hono/jsx'
import { CableItem } from './cable-list.tsx'
import { counted } from './count.ts'
import type { Frame } from './frame.ts'
import { listHref } from './link.ts'
import type { ListedCable } from './listing.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { Shell } from './shell.tsx'

/** A page that says in a sentence what is the matter and where to go on. */
export function ErrorPage(props: {
  readonly frame: Frame
  readonly title: string
  readonly sentence: string
  readonly children?: Child
}): Markup {
  const { frame, title, sentence, children } = props
  return (
    <Shell frame={frame} title={title}>
      <div class="narrow">
        <h1>{visible(title)}</h1>
        <p class="lead">{visible(sentence)}</p>
        {children}
        <p>
          <a href="/">The first page</a> · <a href="/browse">Browse</a> ·{' '}
          <a href="/guide/how-to-read">How to read a cable</a>
        </p>
      </div>
    </Shell>
  )
}

/** A cable that is not held; the same words for what never existed and what is not released. */
export function NotHeldPage(props: {
  readonly frame: Frame
  readonly id: string
  readonly citedBy: readonly ListedCable[]
}): Markup {
  const { frame, id, citedBy } = props
  const shown = citedBy.slice(0, 50)
  return (
    <ErrorPage
      frame={frame}
      title="Not in this archive"
      sentence={`No cable ${id} is in this archive.`}
    >
      {shown.length > 0 && (
        <section aria-labelledby="cited-by">
          <h2 id="cited-by">{`${counted(citedBy.length, 'cable')} of this archive ${citedBy.length === 1 ? 'refers' : 'refer'} to it`}</h2>
          <ul class="cables">
            {shown.map((cable) => (
              <li>
                <CableItem cable={cable} />
              </li>
            ))}
          </ul>
          {citedBy.length > shown.length && <a href={listHref('cited', id)}>All of them</a>}
        </section>
      )}
    </ErrorPage>
  )
}

/** A cable that was public here and has been withheld. */
export function WithdrawnPage(props: { readonly frame: Frame; readonly id: string }): Markup {
  return (
    <ErrorPage
      frame={props.frame}
      title="Withheld"
      sentence={`The cable ${props.id} was public here and has been withheld.`}
    />
  )
}

/** A name that may mean several cables. */
export function CandidatesPage(props: {
  readonly frame: Frame
  readonly spelling: string
  readonly held: readonly ListedCable[]
  readonly others: readonly string[]
}): Markup {
  const { frame, spelling, held, others } = props
  return (
    <ErrorPage
      frame={frame}
      title="More than one cable"
      sentence={`“${spelling}” may mean any of these.`}
    >
      <section aria-labelledby="candidates">
        <h2 id="candidates">In this archive</h2>
        {held.length === 0 && <p>None.</p>}
        <ul class="cables">
          {held.map((cable) => (
            <li>
              <CableItem cable={cable} />
            </li>
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">Not in this archive</h2>
          <p>{others.map(visible).join(', ')}</p>
        </section>
      )}
    </ErrorPage>
  )
}
