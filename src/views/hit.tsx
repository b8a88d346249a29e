import type { Child } from 'hono/jsx'
import { cableAddress, paragraphAddress } from '../query/address.ts'
import type { Hit, Snippet } from '../query/answer.ts'
import { addresseeInWords } from './addressee.ts'
import { dayInWords } from './day.ts'
import { isLevel, LevelBadge, levelClass, markingInWords } from './level.tsx'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** One cable of an answer, with the paragraphs that matched. */
export function HitItem({ hit }: { readonly hit: Hit }): Markup {
  const facts = [hit.id]
  if (hit.date !== undefined) facts.push(dayInWords(hit.date))
  const from = hit.origin ?? hit.post
  if (from !== undefined) facts.push(addresseeInWords(from))
  return (
    <article class="hit">
      <p class="facts">
        <HitBadge hit={hit} /> {facts.map(visible).join(' · ')}
      </p>
      <h3>
        <a href={cableAddress(hit.id)}>
          <bdi>{visible(hit.title)}</bdi>
        </a>
      </h3>
      {hit.paragraphs.map((snippet) => (
        <SnippetLine id={hit.id} snippet={snippet} />
      ))}
      <p class="quiet">{remarks(hit)}</p>
    </article>
  )
}

function HitBadge({ hit }: { readonly hit: Hit }): Markup {
  if (hit.level !== undefined) {
    const [, ...controls] = (hit.classification ?? '').split('//')
    return <LevelBadge level={hit.level} controls={controls} />
  }
  const [level, ...controls] = (hit.classification ?? '').split('//')
  return <LevelBadge level={level === '' ? undefined : level} controls={controls} />
}

function SnippetLine(props: { readonly id: string; readonly snippet: Snippet }): Markup {
  const { id, snippet } = props
  const { number, anchor, portion } = snippet
  return (
    <p class="snippet">
      <span class="listen">{spoken(number, portion)}</span>
      {portion !== undefined && (
        <span class={`mark level-${levelClass(portion.split('//')[0])}`} aria-hidden="true">
          {visible(portion)}
        </span>
      )}
      {number !== undefined && (
        <a
          class="para"
          href={anchor === undefined ? cableAddress(id) : paragraphAddress(id, anchor)}
          aria-label={`Go to paragraph ${number} of ${id}`}
        >
          {`¶${number}`}
        </a>
      )}{' '}
      <bdi>
        <Marked text={snippet.text} marks={snippet.marks} />
      </bdi>
    </p>
  )
}

/** "Paragraph 3, sensitive but unclassified: " for who listens. */
function spoken(number: number | undefined, portion: string | undefined): string {
  const [level = '', ...controls] = (portion ?? '').split('//')
  const words = isLevel(level) ? markingInWords(level, controls).toLowerCase() : ''
  const parts = [number === undefined ? '' : `Paragraph ${number}`, words].filter(Boolean)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

/** Text with its found words marked; offsets count UTF-16 code units and may not overlap. */
export function Marked(props: {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}): Markup {
  const { text, marks } = props
  const pieces: Child[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue
    pieces.push(visible(text.slice(at, start)), <mark>{visible(text.slice(start, end))}</mark>)
    at = end
  }
  pieces.push(visible(text.slice(at)))
  return <>{pieces}</>
}

/** `PREL · PREF · PHUM · cites 4 · cited by 2` */
function remarks(hit: Hit): string {
  const parts = hit.tags.slice(0, 12).map(visible)
  if (hit.cites > 0) parts.push(`cites ${hit.cites}`)
  if (hit.citedBy > 0) parts.push(`cited by ${hit.citedBy}`)
  return parts.join(' · ')
}
