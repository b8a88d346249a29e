import type { Cable } from '../cable/record.ts'
import { transmissionAddress } from '../query/address.ts'
import type { Diagnostic } from '../telegram/tree.ts'
import type { CableFacts } from './cable-facts.ts'
import { CableHead } from './cable-head.tsx'
import { citation } from './citation.ts'
import { counted } from './count.ts'
import type { Frame } from './frame.ts'
import type { Markup } from './markup.ts'
import { Body } from './paragraph.tsx'
import { visible } from './printed.ts'
import { ProtectionNotice } from './protection.tsx'
import { Rail } from './rail.tsx'
import { Shell } from './shell.tsx'

/** Doubts shown at once; the rest folds. */
const doubtsMax = 12

/** A cable to read. */
export function CablePage(props: { readonly frame: Frame; readonly facts: CableFacts }): Markup {
  const { frame, facts } = props
  const { record } = facts
  const level = record.classification?.level ?? 'none'
  return (
    <Shell frame={frame} title={`${record.title} (${record.id})`} level={level}>
      <CableHead facts={facts} view="read" />
      <div class="cable">
        <article class="reading" aria-label="Text of the cable">
          <Notice record={record} />
          <ProtectionNotice record={record} />
          {record.paragraphs.length === 0 ? (
            <NoParagraphs id={record.id} text={record.text} />
          ) : (
            <Body record={record} />
          )}
          <Cite facts={facts} frame={frame} />
          <Doubts id={record.id} diagnostics={record.diagnostics} />
        </article>
        <Rail facts={facts} asOf={frame.date} />
      </div>
    </Shell>
  )
}

const textNotices: Readonly<Record<Cable['text'], readonly [string, string] | undefined>> = {
  full: undefined,
  partial: ['Partial extract.', 'The full text of the original cable is not held in this archive.'],
  lost: ['Text lost.', 'The holder says that the text of this cable no longer exists.'],
  withdrawn: ['Withdrawn.', 'The holder keeps the text of this cable back.'],
  'index-only': ['Index entry only.', 'Only the record of this cable is held, not its text.'],
}

function Notice({ record }: { readonly record: Cable }): Markup {
  const notice = textNotices[record.text] ?? (record.partial ? textNotices.partial : undefined)
  if (notice === undefined) return null
  return (
    <p class="notice">
      <strong>{notice[0]}</strong>
      {` ${notice[1]} `}
      <a href="/guide/how-to-read#partial">What this means</a>
    </p>
  )
}

function NoParagraphs(props: { readonly id: string; readonly text: Cable['text'] }): Markup {
  if (props.text === 'lost' || props.text === 'withdrawn' || props.text === 'index-only') {
    return null
  }
  return (
    <p class="notice">
      No paragraphs could be read in this text.{' '}
      <a href={transmissionAddress(props.id)}>See it as transmitted</a>.
    </p>
  )
}

function Cite(props: { readonly facts: CableFacts; readonly frame: Frame }): Markup {
  const { facts, frame } = props
  const kept =
    frame.audience === 'desk'
      ? 'From a private working copy: not reviewed, not released.'
      : `Chancery, release ${frame.release ?? 1}.`
  const subject = facts.record.subject === undefined ? '' : 'The subject stands as printed. '
  const addresses =
    facts.record.paragraphs.length === 0 ? '' : ' Each paragraph has its own address: follow its ¶.'
  return (
    <section class="cite" id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">Cite</h2>
      <p class="citation">
        <bdi>{citation(facts)}</bdi>
      </p>
      <p class="quiet">{`${subject}${kept}${addresses}`}</p>
    </section>
  )
}

function Doubts(props: {
  readonly id: string
  readonly diagnostics: readonly Diagnostic[]
}): Markup {
  const { id, diagnostics } = props
  if (diagnostics.length === 0) return null
  return (
    <section class="doubts" id="doubts" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{`What we were not sure of · ${diagnostics.length}`}</h2>
      <DoubtList id={id} diagnostics={diagnostics.slice(0, doubtsMax)} />
      {diagnostics.length > doubtsMax && (
        <details>
          <summary>{counted(diagnostics.length - doubtsMax, 'more doubt')}</summary>
          <DoubtList id={id} diagnostics={diagnostics.slice(doubtsMax, 200)} />
        </details>
      )}
    </section>
  )
}

function DoubtList(props: {
  readonly id: string
  readonly diagnostics: readonly Diagnostic[]
}): Markup {
  const { id, diagnostics } = props
  return (
    <ul>
      {diagnostics.map(({ code, severity, message, start }) => (
        <li>
          <span class="severity">{visible(severity)}</span> <strong>{visible(code)}</strong>{' '}
          <a href={`${transmissionAddress(id)}#L${start.line}`}>{`line ${start.line}`}</a>
          {': '}
          <bdi>{visible(message)}</bdi>
        </li>
      ))}
    </ul>
  )
}
