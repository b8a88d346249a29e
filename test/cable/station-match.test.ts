import { describe, expect, test } from 'vitest'
import { isIssued, posts, stationSpellings } from '../../src/cable/post.ts'
import { editDistance, within } from '../../src/cable/station-match.ts'

const names = [...new Set([...posts.map((post) => post.canonical), ...stationSpellings().keys()])]
const stations = names.filter(isIssued)

/** Names damaged in every way a letter can be: changed, dropped, doubled, swapped. */
function damaged(name: string, seed: number): string[] {
  const at = (seed * 7) % name.length
  const letter = String.fromCharCode(65 + ((seed * 11) % 26))
  return [
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
    letter + name.slice(0, at) + name.slice(at + 1) + letter,
  ]
}

describe('stations near a damaged name', () => {
  test('are exactly those that a look at every station finds', () => {
    const asked = stations.filter((_, index) => index % 9 === 0).flatMap(damaged)
    expect(asked.length).toBeGreaterThan(100)
    for (const name of asked) {
      for (const limit of [1, 2]) {
        const near = stations.filter((station) => editDistance(name, station, limit) <= limit)
        expect(new Set(within(name, limit)), name).toEqual(new Set(near))
      }
    }
  })

  test('a name of signs is near nothing', () => {
    expect(within('!!!!!!', 2)).toEqual([])
  })
})
