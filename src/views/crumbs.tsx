import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** A step on the way to the page; the last one has no link. */
export interface Crumb {
  readonly label: string
  readonly href?: string
}

/** `From › Freedonia › Embassy Fredville › 2005` */
export function Crumbs({ steps }: { readonly steps: readonly Crumb[] }): Markup {
  return (
    <nav class="crumbs" aria-label="Where this is">
      <ol>
        {steps.map((step) => (
          <li>
            {step.href === undefined ? (
              visible(step.label)
            ) : (
              <a href={step.href}>{visible(step.label)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
