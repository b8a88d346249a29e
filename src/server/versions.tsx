import type { Archive } from '../archive/archive.ts'
import { compareTexts } from '../cable/comparison.ts'
import { comparisonAddress, versionsAddress } from '../query/address.ts'
import type { Frame } from '../views/frame.ts'
import type { VersionRow } from '../views/version-facts.ts'
import { VersionsPage } from '../views/versions.tsx'
import { cableFacts } from './cable-facts.ts'
import { noSuchPage, problem } from './problem.tsx'
import type { Reply } from './reply.ts'

/** What is asked of a cable's versions: the list, or two of them compared. */
export interface VersionsView {
  readonly pair?: readonly [from: number, to: number]
  readonly json: boolean
}

type HeldCable = NonNullable<Awaited<ReturnType<Archive['cable']>>>
type HeldVersion = NonNullable<HeldCable['versions']>[number]

/** Reads `ID/versions`, `ID/versions/1..2` and their twins; undefined for any other path. */
export function versionsView(
  path: string,
): { readonly rest: string; readonly view: VersionsView } | undefined {
  const found = /^(.+)\/versions(?:\/([1-9]\d{0,3})\.\.([1-9]\d{0,3}))?(\.json)?$/.exec(path)
  if (found === null) return undefined
  const [, rest = '', from, to, ending] = found
  const json = ending !== undefined
  if (from === undefined || to === undefined) return { rest, view: { json } }
  return { rest, view: { pair: [Number(from), Number(to)], json } }
}

/** The one address of such a view. */
export function versionsViewAddress(id: string, { pair, json }: VersionsView): string {
  const page = pair === undefined ? versionsAddress(id) : comparisonAddress(id, ...pair)
  return `${page}${json ? '.json' : ''}`
}

/**
 * The versions of a cable. A public edition holds one text of a cable and never tells of others:
 * there, nothing stands at these addresses.
 */
export function versionsReply(
  archive: Archive,
  frame: Frame,
  cable: HeldCable,
  { pair }: VersionsView,
): Reply {
  const { record, versions } = cable
  if (archive.manifest.audience !== 'desk') return noSuchPage(frame)
  if (versions === undefined) {
    const sentence = `This archive holds one version of ${record.id}: there is nothing to compare.`
    return problem(frame, 404, 'VERSION_UNKNOWN', 'One version only', sentence)
  }
  const rows = versions.map(rowOf)
  // Of two versions the comparison is what one came for.
  const [from, to] = pair ?? (versions.length === 2 ? [1, 2] : [])
  const [before, after] = [versions[(from ?? 0) - 1], versions[(to ?? 0) - 1]]
  if (pair !== undefined && (before === undefined || after === undefined)) {
    const sentence = `${record.id} has versions 1 to ${versions.length}.`
    return problem(frame, 404, 'VERSION_UNKNOWN', 'No such version', sentence)
  }
  const compared =
    before === undefined || after === undefined
      ? undefined
      : {
          from: before.number,
          to: after.number,
          comparison: compareTexts(before.text, after.text),
        }
  const facts = cableFacts(archive, cable)
  return {
    status: 200,
    page: () => (
      <VersionsPage
        {...{ frame, facts, versions: rows, ...(compared !== undefined && { compared }) }}
      />
    ),
    json: () =>
      pair === undefined || compared === undefined
        ? { id: record.id, versions: versions.map(jsonOf) }
        : { id: record.id, from: compared.from, to: compared.to, ...compared.comparison },
  }
}

function rowOf(version: HeldVersion): VersionRow {
  const { number, added, collections, text, redactions, partial, current, chosen, facts } = version
  const stated = facts.released ?? facts.created
  return {
    number,
    added,
    collections,
    characters: text.length,
    redactionMarks: redactions.marks,
    partial,
    current,
    public: version.public,
    chosen,
    ...(stated !== undefined && {
      stated: `${facts.released === undefined ? 'created' : 'released'} ${stated}`,
    }),
  }
}

/** Without the text: that of the current one is the cable's, any two are compared. */
function jsonOf({ text, ...version }: HeldVersion): object {
  return { ...version, characters: text.length }
}
