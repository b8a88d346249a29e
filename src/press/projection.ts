import { withAnchorsKept } from '../cable/anchor.ts'
import type { ArchiveFacts } from '../cable/facts.ts'
import type { Decisions, Holding, Version } from '../cable/holding.ts'
import type { Cable } from '../cable/record.ts'
import { codeUnitOrder, documentOrder } from '../edition/document-order.ts'
import type { EditionCable, EditionVersion, Manifest } from '../edition/edition.ts'
import type { Audience } from '../release/audience.ts'
import { publicAliases, publicFacts } from '../release/facts.ts'
import { openMarks } from '../release/mark.ts'
import { publicRecord } from '../release/record.ts'
import { countRedactions } from '../release/redaction.ts'
import {
  isChoiceClosed,
  isWithheld,
  lookAtRecord,
  releaseOf,
  type TextLook,
} from '../release/release.ts'
import type { Vault } from '../vault/vault.ts'
import type { Reading } from './packed-reading.ts'
import { type Remember, readingOf } from './reading.ts'

/** What an audience sees of a vault. */
export interface Projection {
  readonly audience: Audience
  /** Every cable of the audience, in document order. */
  readonly order: readonly ProjectedCable[]
  /** The same, whole, one after the other. Reads the vault again at each call. */
  cables(): Iterable<EditionCable>
  /** Ids that a policy would release and that marks to protect a source keep back. */
  readonly protectedIds: readonly string[]
  /** Ids that a policy would release and a person withholds. */
  readonly withheldIds: readonly string[]
  /** Ids of which a policy would release a text, but not the one that a person chose. */
  readonly choiceClosedIds: readonly string[]
  /** Public only: ids that were public once and are not now. */
  readonly withdrawn: readonly string[]
  /** Distinct texts held of all cables, whatever the audience sees. */
  readonly versions: number
  /**
   * Every collection by name, with the number of cables it holds a text of: a cable may count in
   * several. Of the vault, whatever the audience sees.
   */
  readonly collections: Manifest['collections']
}

export interface ProjectedCable {
  readonly id: string
  readonly date?: string
  readonly collection: string
}

export interface ProjectionOptions {
  /** Takes the readings that the vault has not cached. */
  readonly remember?: Remember
  /** Takes the addresses of paragraphs of a text that have none yet. */
  readonly rememberAnchors?: RememberAnchors
}

/** Takes new addresses of a text by its hash, each with the words' anchor of its paragraph. */
export type RememberAnchors = (
  sha256: string,
  anchors: readonly (readonly [string, string])[],
) => void

/** Readings kept in memory between the two passes, in UTF-16 code units of their texts. */
const textKeptMax = 32 * 1024 * 1024

/**
 * The only way out of the vault: what an audience may see, and nothing else.
 *
 * It goes through the vault twice, first to find the order, then to give the cables. The writer's
 * lock has to be held meanwhile, or the vault might change between the passes.
 */
export function projection(
  vault: Vault,
  audience: Audience,
  options: ProjectionOptions = {},
): Projection {
  const view = openView(vault, audience, options)
  const order: ProjectedCable[] = []
  const kept = new Map<string, EditionCable>()
  const protectedIds: string[] = []
  const withheldIds: string[] = []
  const choiceClosedIds: string[] = []
  const aliases = new Set<string>()
  const held = new Map<string, number>()
  let versions = 0
  let room = textKeptMax
  for (const holding of vault.holdings()) {
    versions += holding.versions.length
    for (const name of new Set(holding.versions.flatMap((version) => version.collections))) {
      held.set(name, (held.get(name) ?? 0) + 1)
    }
    const seen = view.see(holding)
    if (seen.kind === 'protected') protectedIds.push(holding.id)
    if (seen.kind === 'withheld') withheldIds.push(holding.id)
    if (seen.kind === 'choiceClosed') choiceClosedIds.push(holding.id)
    if (seen.kind !== 'shown') continue
    const { id, date, collection = '' } = seen.cable.record
    order.push({ id, collection, ...(date !== undefined && { date }) })
    for (const alias of seen.cable.aliases) aliases.add(alias)
    room -= seen.cable.text.length
    if (room > 0) kept.set(id, seen.cable)
  }
  order.sort(documentOrder)
  return {
    audience,
    order,
    *cables() {
      for (const { id } of order) yield kept.get(id) ?? view.again(id)
    },
    protectedIds,
    withheldIds,
    choiceClosedIds,
    withdrawn: audience === 'public' ? withdrawn(vault, order, aliases) : [],
    versions,
    collections: vault
      .collections()
      .map(({ name, invented }) => ({ name, cables: held.get(name) ?? 0, invented }))
      .sort((a, b) => codeUnitOrder(a.name, b.name)),
  }
}

/** Ids that were public and are not, neither under their own name nor leading to another. */
function withdrawn(
  vault: Vault,
  order: readonly ProjectedCable[],
  aliases: ReadonlySet<string>,
): string[] {
  const open = new Set(order.map((cable) => cable.id))
  return [...vault.onceReleased()]
    .filter((id) => !open.has(id) && !aliases.has(id))
    .sort(codeUnitOrder)
}

type Seen =
  | { readonly kind: 'shown'; readonly cable: EditionCable }
  | { readonly kind: 'protected' | 'withheld' | 'choiceClosed' | 'unreleased' }

interface View {
  see(holding: Holding): Seen
  /** Sees a cable again that was shown before. */
  again(id: string): EditionCable
}

function openView(
  vault: Vault,
  audience: Audience,
  { remember, rememberAnchors }: ProjectionOptions,
): View {
  const decisions = vault.decisions()
  const invented = new Set(
    vault.collections().flatMap((collection) => (collection.invented ? collection.name : [])),
  )
  const withAddresses = (record: Cable, version: Version): Cable =>
    addressed(record, version, vault, rememberAnchors)
  const see = (holding: Holding): Seen => {
    const factsOf = (version: Version): ArchiveFacts =>
      audience === 'public' ? publicFacts(holding, version, decisions) : version.facts
    const reading = (version: Version): Reading => {
      try {
        return readingOf(vault, version, factsOf(version), remember)
      } catch (error) {
        // A bug, which needs the name of the cable to be found.
        throw new Error(`the parser failed on a text of ${holding.id}`, { cause: error })
      }
    }
    const look = (candidate: Version): TextLook => lookAtRecord(reading(candidate).record)
    const version = releaseOf(holding, decisions, audience, look)
    if (version === undefined) {
      if (isWithheld(holding, decisions)) return { kind: 'withheld' }
      return { kind: isChoiceClosed(holding, decisions) ? 'choiceClosed' : 'unreleased' }
    }
    const { record, streams } = reading(version)
    const text = { id: holding.id, sha256: version.sha256 }
    if (audience === 'public' && openMarks(text, record, decisions).length > 0) {
      return { kind: 'protected' }
    }
    const collection = factsOf(version).collection ?? version.collections[0] ?? ''
    return {
      kind: 'shown',
      cable: {
        record: recordFor(audience, withAddresses(record, version), holding, version, collection),
        text: version.text,
        header: streams.header,
        segments: streams.segments,
        aliases:
          audience === 'public' ? publicAliases(holding, version, decisions) : holding.aliases,
        ...(invented.has(collection) && { invented: true }),
        ...(audience === 'desk' && deskFacts(holding, version, decisions, look)),
      },
    }
  }
  return {
    see,
    again(id) {
      const holding = vault.holding(id)
      const seen = holding === undefined ? undefined : see(holding)
      if (seen?.kind === 'shown') return seen.cable
      throw new Error(`the vault changed while ${id} was projected: is the writer's lock held?`)
    },
  }
}

/** What only a desk is told: when a text came in, and every text of a cable that has several. */
function deskFacts(
  holding: Holding,
  shown: Version,
  decisions: Decisions,
  look: (version: Version) => TextLook,
): Pick<EditionCable, 'added' | 'versions'> {
  const { id, versions } = holding
  const added = dayOf(shown)
  if (versions.length === 1) return { added }
  const open = releaseOf(holding, decisions, 'public', look)
  return {
    added,
    versions: versions.map((version, index) => ({
      number: index + 1,
      sha256: version.sha256,
      text: version.text,
      facts: version.facts,
      collections: version.collections,
      added: dayOf(version),
      current: version === shown,
      public: version === open,
      chosen: version.sha256 === decisions.chosen.get(id),
      partial: look(version).isPartial,
      redactions: redactionsOf(version, look(version)),
    })),
  }
}

function redactionsOf({ text }: Version, { repeated }: TextLook): EditionVersion['redactions'] {
  const { marks, characters } = countRedactions(text, repeated)
  return { marks, characters }
}

/** `2026-03-04` of `2026-03-04T05:06:07.000Z`. */
function dayOf({ added }: Version): string {
  return added.slice(0, 'YYYY-MM-DD'.length)
}

/** The record with the addresses its paragraphs were once given, whatever the parser is now. */
function addressed(
  record: Cable,
  { sha256 }: Version,
  vault: Vault,
  rememberAnchors: RememberAnchors | undefined,
): Cable {
  const given = vault.anchors(sha256)
  const paragraphs = withAnchorsKept(record.paragraphs, given)
  const fresh = paragraphs.filter(({ anchor }) => !given.has(anchor))
  if (fresh.length > 0) {
    rememberAnchors?.(
      sha256,
      fresh.map(({ anchor, textAnchor }) => [anchor, textAnchor]),
    )
  }
  return { ...record, paragraphs }
}

function recordFor(
  audience: Audience,
  record: Cable,
  holding: Holding,
  version: Version,
  collection: string,
): Cable {
  // The vault's id counts: a twin's record was read under the number that both bear.
  const named = { ...record, id: holding.id, collection }
  if (audience === 'desk') return { ...named, version: holding.versions.indexOf(version) + 1 }
  // The number of a private version would tell how many others there are.
  const { version: _number, ...open } = publicRecord(named)
  return open
}
