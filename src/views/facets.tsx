import type { Answer, FacetValue } from '../query/answer.ts'
import { counted, grouped } from './count.ts'
import { levelInWords } from './level.tsx'
import { searchHref } from './link.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { facetName, holds, narrowed, term, without } from './refine.ts'

/** Values shown of each facet before the rest is folded away. */
const shownMax = 8
/** Values in the fold; the whole table is in the JSON. */
const foldedMax = 92

/** Readable names of facet values: `HANOI` → `Embassy Hanoi`, `PREL` → `PREL External relations`. */
export type ValueName = (field: string, value: string) => string

/** The facets beside the hits: each value narrows by a link, or is left out by a second one. */
export function Facets(props: { readonly answer: Answer; readonly valueName: ValueName }): Markup {
  const { answer, valueName } = props
  const facets = Object.entries(answer.facets).filter(([, values]) => values.length > 0)
  return (
    <section class="facets" aria-label="Narrow the search">
      {facets.map(([name, values]) => {
        const facet = facetName(name)
        if (facet === undefined) return null
        const shared = { q: answer.q, field: facet.field, valueName, total: answer.total ?? 1 }
        return (
          <>
            <h2>{facet.heading}</h2>
            <Values {...shared} values={values.slice(0, shownMax)} />
            {values.length > shownMax && (
              <details>
                <summary>{counted(values.length - shownMax, 'more value')}</summary>
                <Values {...shared} values={values.slice(shownMax, shownMax + foldedMax)} />
                {values.length > shownMax + foldedMax && (
                  <p class="quiet">All values are in the JSON of this search.</p>
                )}
              </details>
            )}
          </>
        )
      })}
    </section>
  )
}

function Values(props: {
  readonly q: string
  readonly field: string
  readonly total: number
  readonly values: readonly FacetValue[]
  readonly valueName: ValueName
}): Markup {
  const { q, field, total, values, valueName } = props
  return (
    <ul>
      {values.map(({ value, count }) => {
        const condition = term(field, value)
        const chosen = holds(q, condition)
        const name = field === 'class' ? levelName(value) : visible(valueName(field, value))
        const target = chosen ? without(q, condition) : narrowed(q, condition)
        return (
          <li>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect
                width={Math.min(100, Math.round((count / Math.max(total, 1)) * 100))}
                height="1"
              />
            </svg>
            <a class="value" href={searchHref(target)} aria-current={chosen ? 'true' : undefined}>
              <bdi>{name}</bdi>
              {chosen && <span class="listen"> (chosen; follow to remove)</span>}
            </a>
            <span class="count">{grouped(count)}</span>
            <a
              class="not"
              href={searchHref(narrowed(q, `-${condition}`))}
              aria-label={`Leave out ${name}`}
              title={`Leave out ${name}`}
            >
              −
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function levelName(value: string): string {
  const [level = '', ...controls] = value.split('//')
  return [levelInWords(level), ...controls.map(visible)].join('//')
}
