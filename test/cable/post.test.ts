import { describe, expect, it } from 'vitest'
import { findPost, isIssued, issuedSpelling, posts, postsNamed } from '../../src/cable/post.ts'

const names: readonly (readonly [string, number | undefined, string | undefined])[] = [
  ['HANOI', undefined, 'HANOI'],
  ['Hanoi', undefined, 'HANOI'],
  ['Ho Chi Minh City', undefined, 'HOCHIMINHCITY'],
  ['HO CHI MIN', undefined, 'HOCHIMINHCITY'],
  ['HCMC', undefined, 'HOCHIMINHCITY'],
  ['SAIGON', undefined, 'HOCHIMINHCITY'],
  ["N'Djaména", undefined, 'NDJAMENA'],
  ['AMEMBASSY HANOI', undefined, 'HANOI'],
  ['SECSTATE WASHDC', undefined, 'STATE'],
  ['USMISSION UNVIE VIENNA', undefined, 'UNVIEVIENNA'],
  ['VIENNA', undefined, 'VIENNA'],
  ['USEU BRUSSELS', undefined, 'USEUBRUSSELS'],
  ['BRUSSELS', undefined, 'BRUSSELS'],
  ['NEWDE', undefined, 'NEWDELHI'],
  ['REYKJA', undefined, 'REYKJAVIK'],
  ['KUALA LUMP', undefined, 'KUALALUMPUR'],
  ['0SLO', undefined, 'OSLO'],
  ['ST PETERSBURG', 2005, 'STPETERSBURG'],
  ['ST PETERSBURG', 1985, 'LENINGRAD'],
  ['ATLANTIS', undefined, undefined],
  ['', undefined, undefined],
]

describe('a post', () => {
  it.each(names)('%s in %s is %s', (name, year, expected) => {
    expect(findPost(name, year)?.canonical).toBe(expected)
  })

  it('has a country of today and a place', () => {
    expect(findPost('HANOI')).toMatchObject({ name: 'Hanoi', country: 'VN', latitude: 21.03 })
  })

  it('is told from its sister missions', () => {
    for (const name of ['VIENNA', 'UNVIEVIENNA', 'USOSCE', 'IAEAVIENNA']) {
      expect(findPost(name)?.canonical).toBe(name)
    }
  })

  it('is found by its own canonical name, each once', () => {
    expect(new Set(posts.map(({ canonical }) => canonical)).size).toBe(posts.length)
    for (const post of posts) expect(postsNamed(post.canonical)).toEqual([post])
  })

  it('keeps the spelling its ids were issued with', () => {
    const kyiv = findPost('KYIV')
    expect(kyiv && issuedSpelling('KIEV', kyiv, 2005)).toBe('KIEV')
    expect(kyiv && issuedSpelling('KIEV', kyiv, 2008)).toBe('KYIV')
    expect(kyiv && issuedSpelling('KYIV', kyiv, 2004)).toBe('KIEV')
    expect([isIssued('TAIPEI'), isIssued('KL'), isIssued('BEIJIG')]).toEqual([true, false, false])
  })
})
