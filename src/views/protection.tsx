import type { Cable } from '../cable/record.ts'
import { counted } from './count.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'

/** Where a drafter asked that somebody be protected; no public record has such marks. */
export function ProtectionNotice({ record }: { readonly record: Cable }): Markup {
  const marks = record.protection
  if (marks.length === 0) return null
  return (
    <p class="notice">
      <strong>{`${counted(marks.length, 'request')} for protection.`}</strong> Somebody may be at
      risk if this becomes known:
      {marks.map(({ printed, paragraph }, at) => {
        const anchor = record.paragraphs.find(({ number }) => number === paragraph)?.anchor
        return (
          <>
            {at === 0 ? ' ' : ', '}
            <bdi>{visible(printed)}</bdi>
            {paragraph !== undefined && anchor !== undefined && (
              <>
                {' in '}
                <a href={`#${anchor}`}>{`¶${paragraph}`}</a>
              </>
            )}
          </>
        )
      })}
      . <a href="/guide/how-to-read#protect">What this means</a>
    </p>
  )
}
