import type { Archive } from '../archive/archive.ts'
import { type CableFormat, cableAddress, transmissionAddress } from '../query/address.ts'
import { CablePage } from '../views/cable-page.tsx'
import { CandidatesPage, NotHeldPage, WithdrawnPage } from '../views/error-page.tsx'
import type { Frame } from '../views/frame.ts'
import { TransmissionPage } from '../views/transmission.tsx'
import { cableFacts } from './cable-facts.ts'
import { namedId } from './path.ts'
import { errorJson, problem } from './problem.tsx'
import type { Reply } from './reply.ts'
import { type VersionsView, versionsReply, versionsView, versionsViewAddress } from './versions.tsx'

type View = 'read' | 'transmission' | 'json' | 'txt' | VersionsView

/** Longest spelling of a cable's name, characters; the longest real id has 40. */
const spellingLengthMax = 512

/** What a path below `/cable/` answers: the page, its twins, or the way to them. */
export async function cableReply(archive: Archive, frame: Frame, path: string): Promise<Reply> {
  const exact = namedId(path)
  if (exact !== undefined && archive.entry(exact) !== undefined) {
    return await heldReply(archive, frame, exact, 'read', path)
  }
  const { rest, view } = splitView(path)
  const named = namedId(rest)
  if (named === undefined || named.length > spellingLengthMax) {
    const sentence = 'This address cannot be read as the name of a cable.'
    return problem(frame, 400, 'ADDRESS_MALFORMED', 'Not an address', sentence)
  }
  if (archive.entry(named) !== undefined) {
    return await heldReply(archive, frame, named, view, path)
  }
  return spellingReply(archive, frame, named, view)
}

/** `ID.json`, `ID/transmission`, `ID/versions/1..2.json` → the name and what is asked of it. */
function splitView(path: string): { readonly rest: string; readonly view: View } {
  const versions = versionsView(path)
  if (versions !== undefined) return versions
  const ending = /^(.+)(?:\.(json|txt)|\/(transmission))$/.exec(path)
  const view = ending?.[2] ?? ending?.[3] ?? 'read'
  return { rest: ending?.[1] ?? path, view: view as 'read' | 'transmission' | 'json' | 'txt' }
}

async function heldReply(
  archive: Archive,
  frame: Frame,
  id: string,
  view: View,
  path: string,
): Promise<Reply> {
  const address = addressOf(id, view)
  // `08hanoi905`, `%308HANOI905`: the same cable under a spelling that is not its address.
  if (address !== `/cable/${path}`) return { moved: address }
  const cable = await archive.cable(id)
  if (cable === undefined) return missingReply(archive, frame, id)
  if (typeof view === 'object') return versionsReply(archive, frame, cable, view)
  if (view === 'txt') return { text: cable.text }
  const facts = cableFacts(archive, cable)
  return {
    status: 200,
    page: () =>
      view === 'transmission' ? (
        <TransmissionPage frame={frame} facts={facts} />
      ) : (
        <CablePage frame={frame} facts={facts} />
      ),
    json: () => cable.record,
  }
}

function addressOf(id: string, view: View): string {
  if (typeof view === 'object') return versionsViewAddress(id, view)
  if (view === 'transmission') return transmissionAddress(id)
  const format: CableFormat | undefined = view === 'read' ? undefined : view
  return cableAddress(id, format)
}

/** Any spelling: to the one cable, or the candidates, or that it is not here. */
function spellingReply(archive: Archive, frame: Frame, spelling: string, view: View): Reply {
  const { id, candidates, withdrawn } = archive.resolve(spelling)
  if (id !== undefined && archive.entry(id) !== undefined) return { moved: addressOf(id, view) }
  if (withdrawn) {
    const name = candidates[0] ?? id ?? spelling
    return {
      status: 410,
      page: () => <WithdrawnPage frame={frame} id={name} />,
      json: () => errorJson('CABLE_WITHHELD', `${name} was public here and has been withheld.`),
    }
  }
  const held = candidates.flatMap((name) => archive.entry(name) ?? [])
  if (held.length === 0) return missingReply(archive, frame, oneOf(candidates) ?? spelling)
  const others = candidates.filter((name) => archive.entry(name) === undefined)
  return {
    status: 300,
    page: () => <CandidatesPage {...{ frame, spelling, held, others }} />,
    json: () => ({ spelling, candidates }),
  }
}

function oneOf(candidates: readonly string[]): string | undefined {
  return candidates.length === 1 ? candidates[0] : undefined
}

function missingReply(archive: Archive, frame: Frame, id: string): Reply {
  const citedBy = archive.citedBy(id)
  return {
    status: 404,
    page: () => <NotHeldPage {...{ frame, id, citedBy }} />,
    json: () => errorJson('CABLE_UNKNOWN', `No cable ${id} is in this archive.`),
  }
}
