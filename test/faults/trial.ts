import { rmSync } from 'node:fs'
import { type Ended, runProgram } from '../running.ts'
import type { FaultPoint } from './fault-point.ts'
import type { Scene, Stage } from './scene.ts'
import { runWithFault } from './strace.ts'
import { faultsOf, type Holdings, holdingsOf, leftovers } from './verdict.ts'

/** How one trial went. */
export interface TrialResult {
  readonly scene: Scene['name']
  readonly point: FaultPoint
  /** The fault came: the process was killed, or it ended with exit code 3. */
  readonly hit: boolean
  /** What was promised and not kept; empty where all was. */
  readonly broken: readonly string[]
}

/** Runs the command of a scene undisturbed and reads what the archive holds before and after. */
export async function undisturbed(
  stage: Stage,
  scene: Scene,
): Promise<{ readonly before: Holdings; readonly after: Holdings }> {
  const archive = stage.copy(scene)
  const before = await holdingsOf(archive)
  const ended = await runProgram(process.execPath, scene.command(archive), { env: stage.env })
  if (ended.code !== 0) throw new Error(`${scene.name} ended with ${ended.code}: ${ended.err}`)
  const after = await holdingsOf(archive)
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
  { before, after }: { readonly before: Holdings; readonly after: Holdings },
): Promise<TrialResult> {
  const archive = stage.copy(scene)
  const broken: string[] = []
  const disturbed = await runWithFault(scene.command(archive), stage.env, point)
  const hit = disturbed.code !== 0
  try {
    broken.push(...endFaults(point, disturbed))
    broken.push(...(await faultsOf(archive)))
    const held = await holdingsOf(archive)
    const acknowledged = acknowledgedItems(disturbed.out)
    if (held.items < before.items + acknowledged)
      broken.push(`${acknowledged} items were acknowledged, ${held.items - before.items} are held`)
    for (const audience of ['desk', 'public'] as const) {
      const root = held[audience]
      if (root !== before[audience] && root !== after[audience])
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

/** A failed write has to be said: exit code 3, one sentence, no stack. */
function endFaults({ fault }: FaultPoint, { code, err }: Ended): readonly string[] {
  if (fault === 'KILL' || code === 0) return []
  const lines = err.trim().split('\n')
  const said = lines.some((line) => /^[A-Z_]{5,}: |cannot|full|fail/i.test(line))
  if (code === 3 && said && !/^\s+at /m.test(err)) return []
  return [`the failed write ended with ${code}: ${err.slice(0, 300)}`]
}

/** `{"event":"committed","items":25}`: the last line may be cut where the process was killed. */
function acknowledgedItems(out: string): number {
  let items = 0
  for (const [, count] of out.matchAll(/^\{"event":"committed","items":(\d+)/gm)) {
    items += Number(count)
  }
  return items
}

function differences(held: Holdings, wanted: Holdings): readonly string[] {
  const names = ['cables', 'versions', 'witnesses', 'quarantined', 'desk', 'public'] as const
  return names
    .filter((name) => held[name] !== wanted[name])
    .map((name) => `${name}: ${held[name]} instead of ${wanted[name]}`)
}
