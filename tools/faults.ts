/**
 * Kills the writing commands at many of their system calls, lets the disk fail at others, and holds
 * the archive to its promises after each.
 *
 *     npm run test:faults -- --points 240
 *     npm run test:faults -- --points 40 --scene ingest --scene zip
 *
 * Where `strace` is there, at their Nth write, flush, rename …, else at times spread over the run.
 * Prints a table and every promise that was broken; then exit code 1.
 */
import { parseArgs } from 'node:util'
import { setStage } from '../test/faults/scene.ts'
import { pointsOf } from '../test/faults/strace.ts'
import { type TrialResult, trial, undisturbed } from '../test/faults/trial.ts'

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '240' },
    scene: { type: 'string', multiple: true },
  },
})
const points = Number(values.points)
if (!Number.isInteger(points) || points < 1) {
  console.error('Usage: npm run test:faults -- --points WHOLE_NUMBER')
  process.exit(2)
}
const stage = await setStage(values.scene)
const results: TrialResult[] = []
try {
  for (const scene of stage.scenes) {
    const known = await undisturbed(stage, scene)
    const share = Math.ceil(points / stage.scenes.length)
    const chosen = await pointsOf(scene, stage.copy(scene), stage.env, share)
    // Two at a time: each waits for the disk more than it computes.
    const queue = chosen.values()
    const work = async (): Promise<void> => {
      for (const point of queue) {
        const result = await trial(stage, scene, point, known)
        results.push(result)
        for (const promise of result.broken) {
          console.log(`${scene.name}, ${point.fault} at ${point.call} ${point.nth}: ${promise}`)
        }
      }
    }
    await Promise.all([work(), work()])
  }
} finally {
  stage.remove()
}
console.table(tableOf(results))
const broken = results.filter((result) => result.broken.length > 0).length
console.log(
  `${results.length} points, ${results.filter(({ hit }) => hit).length} hit, ${broken} broken`,
)
process.exitCode = broken === 0 ? 0 : 1

function tableOf(all: readonly TrialResult[]): readonly Record<string, string | number>[] {
  const rows = new Map<string, { points: number; hit: number; broken: number }>()
  for (const { scene, point, hit, broken: promises } of all) {
    const key = `${scene} ${point.fault} ${point.call}`
    const row = rows.get(key) ?? { points: 0, hit: 0, broken: 0 }
    row.points += 1
    row.hit += hit ? 1 : 0
    row.broken += promises.length > 0 ? 1 : 0
    rows.set(key, row)
  }
  return Array.from(rows, ([key, row]) => {
    const [command = '', fault = '', call = ''] = key.split(' ')
    return { command, fault, call, ...row }
  })
}
