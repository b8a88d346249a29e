import { searchHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** Questions that have an answer in this archive, as links between dots. */
export function ExampleQuestions({ questions }: { readonly questions: readonly string[] }): Markup {
  return (
    <>
      {questions.map((q, n) => (
        <>
          {n > 0 && ' · '}
          <a href={searchHref(q)}>
            <bdi>{visible(q)}</bdi>
          </a>
        </>
      ))}
    </>
  )
}
