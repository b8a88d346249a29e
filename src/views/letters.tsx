import { counted } from './count.ts'
import { letterHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** A first letter and how many names begin with it. */
export interface Letter {
  readonly letter: string
  readonly count: number
}

const nouns = { origin: 'Posts', tag: 'Tags' } as const

/** The alphabet as links, named for who listens: "Posts beginning with A, 14". */
export function Letters(props: {
  readonly kind: 'origin' | 'tag'
  readonly letters: readonly Letter[]
  readonly here?: string
}): Markup {
  const { kind, letters, here } = props
  return (
    <ul class="letters">
      {letters.map(({ letter, count }) => (
        <li>
          <a
            href={letterHref(kind, letter)}
            aria-label={`${nouns[kind]} beginning with ${visible(letter)}, ${count}`}
            title={counted(count, kind === 'tag' ? 'tag' : 'post')}
            aria-current={letter === here ? 'page' : undefined}
          >
            {visible(letter)}
          </a>
        </li>
      ))}
    </ul>
  )
}
