import type { CableFacts } from './cable-facts.ts'
import { CableHead } from './cable-head.tsx'
import { counted } from './count.ts'
import type { Frame } from './frame.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { Shell } from './shell.tsx'

/** The text as it was transmitted, with line numbers that neither copy nor are read aloud. */
export function TransmissionPage(props: {
  readonly frame: Frame
  readonly facts: CableFacts
}): Markup {
  const { frame, facts } = props
  const { record, text } = facts
  const lines = linesOf(text)
  const end = `L${lines.length + 1}`
  const level = record.classification?.level ?? 'none'
  const body = lines.findIndex((line) => /^\s*SUBJ(?:ECT)?\b/.test(line))
  return (
    <Shell frame={frame} title={`${record.id} as transmitted`} level={level}>
      <CableHead facts={facts} view="transmission" />
      {text.trim() === '' ? (
        <p class="notice">No text is held for this cable.</p>
      ) : (
        <>
          <p class="quiet">
            {`${counted(lines.length, 'line')}, nothing left out. `}
            {body > 0 && <a href={`#L${body + 1}`}>Skip the transmission header</a>}
          </p>
          <section class="transmission" aria-label="Text as transmitted">
            <pre>
              {lines.map((line, n) => (
                <span class="line" id={`L${n + 1}`}>
                  <bdi>{visible(line)}</bdi>
                  {'\n'}
                </span>
              ))}
              {/* Where a diagnostic points behind the last line end. */}
              <span id={end} />
            </pre>
          </section>
        </>
      )}
    </Shell>
  )
}

/** Lines as diagnostics count them: `\n`, `\r\n`, `\r` and U+2028 end one. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028]/)
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines
}
