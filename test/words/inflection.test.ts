import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf } from '../../src/words/inflection.ts'

const vocabulary = new Set(
  `do doe doing corp corps agree agreed agreeing agrees ally allied allies base based bases basis beijing box boxes bus buses
  call called calling calls city cities class classes commit commits committed committing country
  countries crisis crises die died dies dying evening evenings even evens general generally generals
  generous go goes going hanoi hop hope hoped hopes hoping hopped hopping house houses internal
  international it its man men meet meeting meetings meets movie movies need needed needs news new
  organize organized organizer organization paste pasted past plan plane planed planes planned
  planning post posted poste press pressed refugee refugees status stat run running runs runner
  series serie study studied studies studying tax taxed taxes tie tied ties travel traveled
  travelled travelling un unit unite united unites uniting units uns us use used uses using visit
  visited visiting visits 1970s 1970 étude études`.split(/\s+/),
)

describe('formsOf', () => {
  it.each([
    ['refugee', 'refugees'],
    ['refugees', 'refugee'],
    ['country', 'countries'],
    ['cities', 'city'],
    ['movie', 'movies'],
    ['box', 'boxes'],
    ['taxes', 'tax taxed'],
    ['house', 'houses'],
    ['class', 'classes'],
    ['visit', 'visited visiting visits'],
    ['visiting', 'visit visited visits'],
    ['call', 'called calling calls'],
    ['hope', 'hoped hopes hoping'],
    ['hop', 'hopped hopping'],
    ['hoping', 'hope hoped hopes'],
    ['plan', 'planned planning'],
    ['planed', 'plane planes'],
    ['run', 'running runs'],
    ['commit', 'commits committed committing'],
    ['travel', 'traveled travelled travelling'],
    ['study', 'studied studies studying'],
    ['ally', 'allied allies'],
    ['tie', 'tied ties'],
    ['die', 'died dies dying'],
    ['agree', 'agreed agreeing agrees'],
    ['go', 'goes going'],
    ['doing', 'do'],
    ['corps', ''],
    ['press', 'pressed'],
    ['man', 'men'],
    ['crises', 'crisis'],
    ['basis', 'bases'],
    ['post', 'posted'],
    ['pasted', 'paste'],
    ['meet', 'meeting meets'],
    ['meeting', 'meet meetings meets'],
    ['use', 'used uses using'],
    ['un', 'uns'],
    // Never derivation, and not what only looks like an inflection.
    ['general', 'generals'],
    ['generous', ''],
    ['international', ''],
    ['internal', ''],
    ['unit', 'units'],
    ['united', 'unite unites uniting'],
    ['organize', 'organized'],
    ['runner', ''],
    ['evening', 'evenings'],
    ['even', 'evens'],
    ['need', 'needed needs'],
    ['status', ''],
    ['news', ''],
    ['new', ''],
    ['series', ''],
    ['us', ''],
    ['it', ''],
    ['bus', 'buses'],
    ['beijing', ''],
    ['1970', ''],
    ['étude', ''],
    ['nowhere', ''],
  ])('%s → %s', (token, others) => {
    expect(formsOf(token, vocabulary)).toEqual([token, ...others.split(' ').filter(Boolean)])
  })

  it('joins two forms of a word that is not in the vocabulary', () => {
    expect(formsOf('demarched', new Set(['demarched', 'demarching', 'demarches']))).toContain(
      'demarching',
    )
  })

  it('gives the token first and only tokens of the vocabulary, each once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,12}$/)), (token) => {
        const [first, ...others] = formsOf(token, vocabulary)
        expect(first).toBe(token)
        expect(others.every((form) => vocabulary.has(form) && form !== token)).toBe(true)
        expect(new Set(others).size).toBe(others.length)
      }),
    )
  })
})
