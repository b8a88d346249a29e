import { comparisonAddress } from '../query/address.ts'
import type { CableFacts } from './cable-facts.ts'
import { CableHead } from './cable-head.tsx'
import { ComparedTexts } from './compared-text.tsx'
import { counted, grouped } from './count.ts'
import { dayInWords } from './day.ts'
import type { Frame } from './frame.ts'
import type { Markup } from './markup.ts'
import { visible } from './printed.ts'
import { Shell } from './shell.tsx'
import type { ComparedVersions, VersionRow } from './version-facts.ts'

/** The versions of a cable, and two of them compared. For the desk only. */
export function VersionsPage(props: {
  readonly frame: Frame
  readonly facts: CableFacts
  readonly versions: readonly VersionRow[]
  readonly compared?: ComparedVersions
}): Markup {
  const { frame, facts, versions, compared } = props
  const { id, classification } = facts.record
  const title =
    compared === undefined
      ? `${id}, its versions`
      : `${id}, versions ${compared.from} and ${compared.to}`
  return (
    <Shell frame={frame} title={title} level={classification?.level ?? 'none'}>
      <CableHead facts={facts} view="versions" />
      <section aria-labelledby="versions-title">
        <h2 id="versions-title">{counted(versions.length, 'version')}</h2>
        <ol class="versions">
          {versions.map((version) => (
            <li>
              <VersionLine version={version} />
            </li>
          ))}
        </ol>
        <p class="quiet">
          In public stands the version with the most redaction marks, unless a person chose another.
          No public page shows two versions.
        </p>
        <Pairs {...{ id, versions, compared }} />
      </section>
      {compared !== undefined && <ComparedTexts {...compared} />}
    </Shell>
  )
}

function VersionLine({ version }: { readonly version: VersionRow }): Markup {
  const { number, added, collections, characters, redactionMarks, stated } = version
  const facts = [
    `${grouped(characters)} characters`,
    counted(redactionMarks, 'redaction mark'),
    `added ${dayInWords(added)}`,
    collections.length === 1
      ? `collection ${collections[0]}`
      : `collections ${collections.join(', ')}`,
    ...(stated === undefined ? [] : [stated]),
  ]
  return (
    <>
      <strong>{`Version ${number}`}</strong>
      {standing(version).map((word) => (
        <>
          {' '}
          <span class="standing-mark">{word}</span>
        </>
      ))}
      <br />
      <bdi class="quiet">{visible(facts.join(' · '))}</bdi>
    </>
  )
}

function standing(version: VersionRow): readonly string[] {
  return [
    ...(version.current ? ['shown on the desk'] : []),
    ...(version.public ? ['for the public'] : []),
    ...(version.chosen ? ['chosen'] : []),
    ...(version.partial ? ['a part only'] : []),
  ]
}

/** Pairs offered at once; of more versions, each with the one that the desk shows. */
const pairedMax = 5

function Pairs(props: {
  readonly id: string
  readonly versions: readonly VersionRow[]
  readonly compared?: ComparedVersions | undefined
}): Markup {
  const { id, versions, compared } = props
  const pairs = pairsOf(versions)
  return (
    <nav class="pairs" aria-label="Versions to compare">
      <span>Compare</span>
      {pairs.map(([from, to]) => (
        <a
          href={comparisonAddress(id, from, to)}
          aria-current={compared?.from === from && compared.to === to ? 'page' : undefined}
        >
          {`${from} and ${to}`}
        </a>
      ))}
      {compared !== undefined && (
        <a href={comparisonAddress(id, compared.to, compared.from)}>the other way round</a>
      )}
    </nav>
  )
}

function pairsOf(versions: readonly VersionRow[]): readonly (readonly [number, number])[] {
  const numbers = versions.map(({ number }) => number)
  if (numbers.length <= pairedMax) {
    return numbers.flatMap((from, n) => numbers.slice(n + 1).map((to) => [from, to] as const))
  }
  const current = versions.find((version) => version.current)?.number ?? 1
  return numbers.filter((number) => number !== current).map((number) => [number, current] as const)
}
