import { describe, expect, it } from 'vitest'
import { clausesMax, depthMax, questionLengthMax } from '../../src/query/limits.ts'
import { parseQuestion } from '../../src/query/parse-question.ts'
import { printQuestion } from '../../src/query/print-question.ts'
import { understood } from '../../src/query/understood.ts'
import { processorMs } from '../processor-time.ts'

describe('parseQuestion', () => {
  // What is asked → how it is printed: the reading in short form.
  it.each([
    ['', ''],
    ['   ', ''],
    ['*', ''],
    ['asylum  seekers', 'asylum seekers'],
    ['Asylum AND Seekers', 'asylum seekers'],
    ['asylum asylum', 'asylum'],
    ['"asylum seekers"', '"asylum seekers"'],
    ['“asylum seekers”', '"asylum seekers"'],
    ['"asylum', '=asylum'],
    ['"asylum"', '=asylum'],
    ['=Asylum', '=asylum'],
    ['="asylum seekers"', '"asylum seekers"'],
    ['asylum-seekers', 'asylum-seekers'],
    ["Khrushchev's U.S. 1,000", 'khrushchev-s u-s 1-000'],
    ['a OR b c', 'a OR b c'],
    ['a b OR c', 'a b OR c'],
    ['(a OR b) c', '(a OR b) c'],
    ['a (b c)', 'a b c'],
    ['a OR (b OR c)', 'a OR b OR c'],
    ['a -b', 'a -b'],
    ['a NOT b', 'a -b'],
    ['a AND NOT b', 'a -b'],
    ['NOT NOT a', 'a'],
    ['-(a b)', '-(a b)'],
    ['-"a b"', '-"a b"'],
    ['-tag:prel', '-tag:PREL'],
    ['a - b', 'a b'],
    ['a -- b', 'a b'],
    ['--a', 'a'],
    ['-*', '-*'],
    ['a -*', '-*'],
    ['a OR *', ''],
    ['or and not', 'or and not'],
    ['tag:prel', 'tag:PREL'],
    ['TAG: PREL', 'tag:PREL'],
    ['tag:"doe,  jane"', 'tag:"DOE, JANE"'],
    ['origin:hanoi', 'origin:HANOI'],
    ['origin:"Embassy Hanoi"', 'origin:HANOI'],
    ['origin:"Ho Chi Minh City"', 'origin:HOCHIMINHCITY'],
    ['origin:Fredville', 'origin:FREDVILLE'],
    ['class:c', 'class:C'],
    ['class:confidential', 'class:C'],
    ['class:"top secret"', 'class:TS'],
    ['class:S/NF', 'class:S//NOFORN'],
    ['class:"unclassified//for official use only"', 'class:SBU'],
    ['class:U//FOUO//NF', 'class:SBU//NOFORN'],
    ['class:secret//noforn//orcon', 'class:S//NOFORN class:S//ORCON'],
    ['date:2005', 'date:2005'],
    ['date:2005-03', 'date:2005-03'],
    ['date:2005-03-01', 'date:2005-03-01'],
    ['date:2004..2006', 'date:2004..2006'],
    ['date:2004-2006', 'date:2004..2006'],
    ['date:2004...2006', 'date:2004..2006'],
    ['date:2006..2004', 'date:2004..2006'],
    ['date:2004-03..2006-03-05', 'date:2004-03..2006-03-05'],
    ['date:2004-01-01..2004-12-31', 'date:2004'],
    ['date:2004..', 'date:2004..'],
    ['date:..2004', 'date:..2004'],
    ['date:>2008', 'date:2009..'],
    ['date:>=2008', 'date:2008..'],
    ['date:<2008-03', 'date:..2008-02'],
    ['date:<=2008-02', 'date:..2008-02'],
    ['date:>2004-02-28', 'date:2004-02-29..'],
    ['date:>2003-02-28', 'date:2003-03..'],
    ['id:"08 Hanoi 905"', 'id:08HANOI905'],
    ['id:frus1969-76v17/d1', 'id:frus1969-76v17/d1'],
    ['08HANOI905', 'id:08HANOI905 OR 08hanoi905'],
    ['08 Hanoi 905', 'id:08HANOI905 OR 08 hanoi 905'],
    ['(08 hanoi 905)', '(08 hanoi 905)'],
    ['"08 hanoi 905"', '"08 hanoi 905"'],
    ['Ho Chi Minh City', 'ho chi minh city'],
    ['08 Ho Chi Minh City 12', 'id:08HOCHIMINHCITY12 OR 08 ho chi minh city 12'],
    ['08HANOI905 water', '08hanoi905 water'],
    ['water 08 Hanoi 905', 'water 08 hanoi 905'],
    ['2005 elections 3', '2005 elections 3'],
    ['foo:bar', 'foo-bar'],
    ['http://example.org/a', 'http-example-org-a'],
    ['a(b)c', 'a b c'],
    ['5" gun', '5 =gun'],
  ])('%s', (text, printed) => {
    const question = parseQuestion(text)
    expect(printQuestion(question)).toBe(printed)
    expect(question.notes).toEqual([])
  })

  it.each([
    ['???', '', 'No letter or digit is in the question: every cable is listed.'],
    ['""', '', 'No letter or digit is in the question: every cable is listed.'],
    ['OR a', 'or a', '“OR” has nothing to join here and is taken as a word.'],
    ['a OR', 'a or', '“OR” has nothing to join here and is taken as a word.'],
    ['a NOT', 'a not', '“NOT” has nothing to join here and is taken as a word.'],
    ['AND', 'and', '“AND” has nothing to join here and is taken as a word.'],
    ['((a', 'a', 'A bracket left open is closed at the end.'],
    ['a) b', 'a b', 'A closing bracket without an opening one is left out.'],
    [
      'date:2004-02-30',
      'date 2004 02 30',
      '“date:2004-02-30” is no date (like 2005, 2005-03, 2004..2006 or >2008) and is taken as words.',
    ],
    [
      'class:nobody',
      'class nobody',
      '“class:nobody” is no classification (like C, confidential or S/NF) and is taken as words.',
    ],
    ['tag:?', 'tag', '“tag:?” names no tag (like PREL) and is taken as words.'],
  ])('%s, and says so', (text, printed, note) => {
    const question = parseQuestion(text)
    expect(printQuestion(question)).toBe(printed)
    expect(question.notes).toEqual([note])
    expect(understood(question)).toContain(note)
  })

  it('uses the beginning of a question that is too long', () => {
    const { clause, notes } = parseQuestion(`water ${'x'.repeat(questionLengthMax)}`)
    expect(clause).toEqual({ type: 'word', token: 'water', exact: false })
    expect(notes).toEqual(['Only the first 4096 characters of the question are used.'])
  })

  it('uses the first words of a question with too many', () => {
    const words = Array.from({ length: clausesMax + 1 }, (_, index) => `w${index}`)
    const { clause, notes } = parseQuestion(words.join(' '))
    expect(clause.type === 'and' && clause.clauses.length).toBe(clausesMax)
    expect(notes).toEqual([
      `Only the first ${clausesMax} words and filters of the question are used.`,
    ])
  })

  it('leaves out brackets that are too deep', () => {
    const deep = depthMax + 5
    const { clause, notes } = parseQuestion(`${'-('.repeat(deep)}a b${')'.repeat(deep)} c`)
    expect(JSON.stringify(clause)).toContain('"c"')
    expect(notes).toEqual([`Brackets deeper than ${depthMax} are left out.`])
  })

  it('takes time in proportion to the question', () => {
    for (const part of [
      '(',
      ')',
      '-',
      '"',
      '= ',
      'tag:',
      'OR ',
      'NOT ',
      'a:',
      'date:2004..',
      ' ',
      '((a) OR ',
    ]) {
      const started = processorMs()
      parseQuestion(part.repeat(500_000 / part.length))
      expect(processorMs() - started).toBeLessThan(500)
    }
  })
})

describe('understood', () => {
  it.each([
    ['', 'Every cable'],
    ['-*', 'No cable'],
    ['refugee', '“refugee” (also refugees)'],
    ['=refugee', 'Exactly “refugee”'],
    ['"asylum seekers" water', 'The phrase “asylum seekers” and “water”'],
    [
      'water origin:HOCHIMINHCITY date:2004..2006',
      '“water”, from Ho Chi Minh City, dated 2004 to 2006',
    ],
    ['date:>2008', 'Dated 2009 or later'],
    ['date:<2008', 'Dated up to 2007'],
    ['date:2005-03', 'Dated 2005-03'],
    ['-tag:ZZZZ class:C', 'Not with the tag ZZZZ, classified confidential'],
    ['tag:PREL', 'With the tag PREL (External Political Relations)'],
    ['class:S/NF', 'Classified secret//NOFORN'],
    ['a b OR c', 'Either (“a” and “b”) or “c”'],
    ['08HANOI905', 'Either the cable 08HANOI905 or “08hanoi905”'],
  ])('%s → %s', (text, sentence) => {
    expect(understood(parseQuestion(text), new Map([['refugee', ['refugees']]]))).toBe(sentence)
  })
})
