import { rmSync } from 'node:fs'
import { type Ended, runProgram } from '../running.ts'
import { type ItemLine, unheld } from './acknowledged.ts'
import type { FaultPoint } from './fault-point.ts'
import type { Scene, Stage } from './scene.ts'
import { runWithFault } from './strace.ts'
import { faultsOf, type Holdings, holdingsOf, leftovers } from './verdict.ts'

/** How one trial went. */
export interface TrialResult {
  readonly scene: string
  readonly point: FaultPoint
  /** The fault came: the process was killed, or it ended otherwise than an undisturbed one. */
  readonly hit: boolean
  /** What was promised and not kept; empty where all was. */
  readonly broken: readonly string[]
}

/** Runs the command of a scene undisturbed and reads what the archive holds before and after. */
export async function undisturbed(
  stage: Stage,
  scene: Scene,
): Promise<{ readonly before: Holdings | undefined; readonly after: Holdings }> {
  const archive = stage.copy(scene)
  const before = await holdingsOf(archive)
  const ended = await runProgram(process.execPath, scene.command(archive), { env: stage.env })
  if (ended.code !== 0) throw new Error(`${scene.name} ended with ${ended.code}: ${ended.err}`)
  const after = await holdingsOf(archive)
  if (!after) throw new Error(`${scene.name} left no vault`)
  rmSync(archive, { recursive: true })
  return { before, after }
}

/**
 * Lets a fault befall a command, then holds the archive to what was promised: it is sound, what
 * was acknowledged is held, an edition is readable throughout, and the same command completes to
 * what an undisturbed run gives.
 */
export async function trial(
  stage: Stage,
  scene: Scene,
  point: FaultPoint,
  { before, after }: { readonly before: Holdings | undefined; readonly after: Holdings },
): Promise<TrialResult> {
  const archive = stage.copy(scene)
  const broken: string[] = []
  const disturbed = await runWithFault(scene, archive, stage.env, point)
  const hit = disturbed.code !== 0
  try {
    broken.push(...endFaults(point, disturbed))
    broken.push(...(await faultsOf(archive)))
    broken.push(...lost(archive, disturbed.out))
    const held = await holdingsOf(archive)
    for (const audience of ['desk', 'public'] as const) {
      const root = held?.[audience]
      if (held && root !== before?.[audience] && root !== after[audience])
        broken.push(`the ${audience} edition is neither the former nor the new one`)
    }
    const again = await runProgram(process.execPath, scene.command(archive), { env: stage.env })
    if (again.code !== 0) broken.push(`the same command ended with ${again.code}: ${again.err}`)
    broken.push(...(await faultsOf(archive)), ...leftovers(archive).map((name) => `left: ${name}`))
    broken.push(...differences(await holdingsOf(archive), after))
  } catch (error) {
    broken.push(String(error))
  }
  rmSync(archive, { recursive: true, force: true })
  return { scene: scene.name, point, hit, broken }
}

/** How a command that was not killed has to end: with the right code, one sentence, no stack. */
function endFaults({ fault, file }: FaultPoint, { code, err }: Ended): readonly string[] {
  if (fault === 'KILL' && file !== undefined) {
    // Its reader was killed, not the command: what it had not read is set aside.
    return code === 1 || code === 0 ? [] : [`without its reader it ended with ${code}: ${err}`]
  }
  if (fault === 'KILL' || fault === 'POWER' || code === 0) return []
  if (/^\s+at /m.test(err)) return [`it ended with a stack: ${err}`]
  if (fault === 'TERM' || fault === 'INT') {
    const own = fault === 'TERM' ? 143 : 130
    const said = code === null || (code === own && /^Stop/m.test(err))
    return said ? [] : [`asked to end (${fault}), it ended with ${code}: ${err}`]
  }
  const lines = err.trim().split('\n')
  const said = lines.some((line) => /^[A-Z_]{3,}: |cannot|full|fail/i.test(line))
  return code === 3 && said ? [] : [`the failed call ended with ${code}: ${err.slice(0, 300)}`]
}

/** Acknowledged items, one by one, that are not held. The last line may be cut. */
function lost(archive: string, out: string): readonly string[] {
  const lines = out.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
  const events = lines.map((line) => JSON.parse(line) as { readonly event: string } & ItemLine)
  const until = events.findLastIndex(({ event }) => event === 'committed')
  const items = events.slice(0, Math.max(0, until)).filter(({ event }) => event === 'item')
  if (items.length === 0) return []
  return unheld(archive, items)
}

function differences(held: Holdings | undefined, wanted: Holdings): readonly string[] {
  const names = [
    ...(['cables', 'versions', 'witnesses', 'quarantined'] as const),
    ...(['files', 'desk', 'public'] as const),
  ]
  return names
    .filter((name) => held?.[name] !== wanted[name])
    .map((name) => `${name}: ${held?.[name]} instead of ${wanted[name]}`)
}
