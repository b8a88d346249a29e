import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stage, setStage } from './scene.ts'
import { pointsOf } from './strace.ts'
import { trial, undisturbed } from './trial.ts'

/** Points of each command here; `npm run test:faults` takes hundreds. */
const pointsMax = 3

/** What the usual suite has time for. */
const names = ['ingest', 'build', 'publish']

describe('a command that is killed, or whose disk fails', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage(names)
  })
  afterAll(() => stage.remove())

  it.each(names)(
    '%s: nothing acknowledged is lost',
    async (name) => {
      const scene = stage.scenes.find((each) => each.name === name)
      if (!scene) throw new Error(name)
      const known = await undisturbed(stage, scene)
      const all = await pointsOf(scene, stage.copy(scene), stage.env, 200)
      const step = Math.max(1, Math.floor(all.length / pointsMax))
      const chosen = all.filter((_, index) => index % step === step >> 1)
      for (const point of chosen) {
        const { broken } = await trial(stage, scene, point, known)
        expect(broken, JSON.stringify(point)).toEqual([])
      }
    },
    180_000,
  )
})
