import { withAnchorsKept } from '../cable/anchor.ts'
import type { ArchiveFacts } from '../cable/facts.ts'
import type { Decisions, Holding, Version } from '../cable/holding.ts'
import type { Cable } from '../cable/record.ts'
import type { EditionCable, EditionVersion } from '../edition/edition.ts'
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
import { markFinder } from './beside.ts'
import { type Outline, type Remember, type TextReading, textReading } from './reading.ts'

/** What an audience sees of one cable after the other: the rules of `release/` over the vault. */
export interface View {
  /** Whether and where a cable stands in the edition, without reading it whole. */
  glance(holding: Holding): Glance
  /** The cable as it stands in the edition; undefined where it does not. */
  see(holding: Holding): EditionCable | undefined
}

export type Glance =
  | {
      readonly kind: 'shown'
      readonly id: string
      readonly date?: string
      readonly collection: string
      readonly aliases: readonly string[]
      /** Of the text, in UTF-16 code units: how much work the cable is. */
      readonly length: number
    }
  | { readonly kind: NotShown; readonly id: string }

/** Why a cable is not in an edition. */
export type NotShown = 'protected' | 'withheld' | 'choiceClosed' | 'unreleased'

/** Who takes what the vault does not know yet. */
export interface ViewMemory {
  /** Takes the readings that the vault has not cached. */
  readonly remember?: Remember
  /** Takes the addresses of paragraphs of texts that have none yet. */
  readonly rememberAnchors?: RememberAnchors
}

/** New addresses of a text by its hash, each with the words' anchor of its paragraph. */
export type TextAnchors = readonly [
  sha256: string,
  anchors: readonly (readonly [anchor: string, paragraph: string])[],
]

/** Takes the new addresses of some texts. */
export type RememberAnchors = (texts: readonly TextAnchors[]) => void

/** Opens the view of an audience on a vault that nobody changes meanwhile. */
export function openView(vault: Vault, audience: Audience, memory: ViewMemory = {}): View {
  const decisions = vault.decisions()
  const finder = markFinder(vault, decisions)
  const invented = new Set(
    vault.collections().flatMap((collection) => (collection.invented ? collection.name : [])),
  )

  /** The text of a cable that the audience gets, or why there is none. */
  const choose = (holding: Holding): Chosen | { readonly kind: NotShown; readonly id: string } => {
    const { id } = holding
    const factsOf = (version: Version): ArchiveFacts =>
      audience === 'public' ? publicFacts(holding, version, decisions) : version.facts
    const readings = new Map<Version, TextReading>()
    const reading = (version: Version): TextReading => {
      const known =
        readings.get(version) ??
        named(id, () => textReading(vault, version, factsOf(version), memory.remember))
      readings.set(version, known)
      return known
    }
    const outline = (version: Version): Outline => reading(version).outline
    const look = (version: Version): TextLook => lookAtRecord(outline(version))
    const version = releaseOf(holding, decisions, audience, look)
    if (version === undefined) {
      if (isWithheld(holding, decisions)) return { kind: 'withheld', id }
      return { kind: isChoiceClosed(holding, decisions) ? 'choiceClosed' : 'unreleased', id }
    }
    if (audience === 'public') {
      const text = { id, sha256: version.sha256 }
      const marks = finder.marks(holding, version, outline)
      if (openMarks(text, marks, decisions).length > 0) return { kind: 'protected', id }
    }
    const aliases =
      audience === 'public' ? publicAliases(holding, version, decisions) : holding.aliases
    const facts = factsOf(version)
    const collection = facts.collection ?? version.collections[0] ?? ''
    const chosen = { version, reading: reading(version), collection, aliases }
    return { kind: 'chosen', ...chosen, look }
  }

  return {
    glance(holding) {
      const chosen = choose(holding)
      if (chosen.kind !== 'chosen') return chosen
      const { collection, aliases, reading } = chosen
      const { date, length } = reading.outline
      const dated = date === undefined ? {} : { date }
      return { kind: 'shown', id: holding.id, ...dated, collection, aliases, length }
    },
    see(holding) {
      const chosen = choose(holding)
      if (chosen.kind !== 'chosen') return undefined
      const { version, reading, collection, aliases, look } = chosen
      // A vault reads a text anew each time it is asked for.
      const { text } = version
      const { record, streams } = named(holding.id, () => reading.whole(text))
      const own = addressed(record, version, vault, memory.rememberAnchors)
      return {
        record: recordFor(audience, own, holding, version, collection),
        text,
        header: streams.header,
        segments: streams.segments,
        aliases,
        ...(invented.has(collection) && { invented: true }),
        ...(audience === 'desk' && deskFacts(holding, version, decisions, look)),
      }
    },
  }
}

interface Chosen {
  readonly kind: 'chosen'
  readonly version: Version
  readonly reading: TextReading
  readonly collection: string
  readonly aliases: readonly string[]
  readonly look: (version: Version) => TextLook
}

/** A bug of the parser needs the name of the cable to be found. */
function named<Result>(id: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw new Error(`the parser failed on a text of ${id}`, { cause: error })
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
    versions: versions.map((version, index): EditionVersion => {
      const { text } = version
      const { isPartial, repeated } = look(version)
      const { marks, characters } = countRedactions(text, repeated)
      return {
        number: index + 1,
        sha256: version.sha256,
        text,
        facts: version.facts,
        collections: version.collections,
        added: dayOf(version),
        current: version === shown,
        public: version === open,
        chosen: version.sha256 === decisions.chosen.get(id),
        partial: isPartial,
        redactions: { marks, characters },
      }
    }),
  }
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
    const anchors = fresh.map(({ anchor, textAnchor }) => [anchor, textAnchor] as const)
    rememberAnchors?.([[sha256, anchors]])
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
