import type { Child } from 'hono/jsx'
import { questionLengthMax } from '../query/limits.ts'
import { counted } from './count.ts'
import { dayInWords } from './day.ts'
import type { Frame } from './frame.ts'
import { levelClass } from './level.tsx'
import type { Markup } from './markup.ts'
import { typable, visible } from './printed.ts'

interface ShellProps {
  readonly frame: Frame
  /** What the page is; ` – Chancery` is added. */
  readonly title: string
  /** Which of the header's links the page belongs to. */
  readonly here?: 'browse' | 'guide'
  /** The question in the search box. */
  readonly q?: string
  /** The home page has its own, larger search box. */
  readonly searchBox?: boolean
  /** Colours the band under the header; the word stands on the page. */
  readonly level?: string
  readonly children: Child
}

/** The whole document around a page: header, search box, who can see this, footer. */
export function Shell(props: ShellProps): Markup {
  const { frame, title, here, q = '', searchBox = true, level, children } = props
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{`${visible(title)} – Chancery`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {frame.audience === 'desk' && <meta name="robots" content="noindex, nofollow" />}
        <link rel="icon" type="image/svg+xml" href={frame.icon} />
        <link rel="stylesheet" href={frame.stylesheet} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <header class={searchBox ? 'top' : 'top no-search'}>
          <a class="brand" href="/">
            Chancery
          </a>
          <nav aria-label="Chancery">
            <a href="/browse" aria-current={here === 'browse' ? 'true' : undefined}>
              Browse
            </a>
            <a href="/guide" aria-current={here === 'guide' ? 'true' : undefined}>
              Guide
            </a>
          </nav>
          {searchBox && <SearchBox q={q} />}
          <p class="standing">{standing(frame)}</p>
        </header>
        {frame.invented && (
          <section class="invented" aria-label="About this archive">
            <strong>Invented example.</strong> Nothing here was ever sent: the cables, the people
            and the events are made up to show how Chancery works.
          </section>
        )}
        {level !== undefined && <div class={`band level-${levelClass(level)}`} />}
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

/** The search form; a plain GET, so that the question stands in the address. */
export function SearchBox(props: { readonly q?: string; readonly large?: boolean }): Markup {
  const { q = '', large = false } = props
  return (
    <search class={large ? 'search large' : 'search'}>
      <form action="/search" method="get">
        <input
          type="search"
          name="q"
          value={typable(q)}
          aria-label="Search the cables"
          placeholder="Words, a phrase, a place or a cable number"
          maxlength={questionLengthMax}
          autocomplete="off"
          spellcheck={false}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

/** Who can see this: `Private working copy · 62 cables`. */
export function standing(frame: Frame): string {
  const store = frame.audience === 'desk' ? 'Private working copy' : `Release ${frame.release ?? 1}`
  return frame.cables === undefined ? store : `${store} · ${counted(frame.cables, 'cable')}`
}

function Footer({ frame }: { readonly frame: Frame }): Markup {
  return (
    <footer class="foot">
      {frame.audience === 'desk' ? (
        <p>
          Private working copy. Not reviewed, not released. Only this computer can open it; it is
          kept in a private store, not encrypted.
        </p>
      ) : (
        <p>{`Release ${frame.release ?? 1} of ${dayInWords(frame.date)}.`}</p>
      )}
      <p>
        <a href="/guide/how-to-read">How to read a cable</a> · <a href="/guide/privacy">Privacy</a>
      </p>
    </footer>
  )
}
