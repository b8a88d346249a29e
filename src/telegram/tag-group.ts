import { isTagCode, takeApart } from './tag-code.ts'

/** A word of a TAGS list: capitals, without signs around it. */
export interface TagWord {
  readonly text: string
  /** A comma or semicolon stands between it and the word before. */
  readonly apart?: boolean
  /** It is whole already: a person in parentheses, or a word that is no tag. */
  readonly whole?: 'person' | 'other' | undefined
}

/** Words `from` up to `to` (exclusive) that are one tag. */
export interface TagGroup {
  readonly from: number
  readonly to: number
  readonly kind: 'tag' | 'person' | 'concept'
}

/** Concepts of several words, in use beside the codes (specification 2.11). */
const concepts: ReadonlySet<string> = new Set(
  `COUNTER TERRORISM;COUNTERTERRORISM;HUMAN RIGHTS;GOI EXTERNAL;GOI INTERNAL;IRAQI FREEDOM;
POLITICS FOREIGN POLICY;FOREIGN POLICY;DOMESTIC POLITICS;POLITICAL PARTIES;POLITICS;MEDIA REACTION;
MEDIA REACTION REPORT;CROSS STRAIT ECONOMICS;CROSS STRAIT POLITICS;TRAFFICKING IN PERSONS;
WOMEN AND POLITICS;CLIMATE CHANGE;AVIAN INFLUENZA;PANDEMIC INFLUENZA;SWINE FLU;ENERGY SECURITY;
CIVIL AVIATION;MARITIME SECURITY;NUCLEAR ENERGY;DEFENSE COOPERATION`
    .split(';')
    .map((words) => words.trim()),
)
const conceptOpeners: ReadonlySet<string> = new Set(
  [...concepts].filter((each) => each.includes(' ')).map((each) => each.split(' ')[0] ?? ''),
)

/** Nouns that close a concept: `PEACE PROCESS`, `ISRAELI PALESTINIAN AFFAIRS`. */
const closing =
  /^(?:AFFAIRS|PROCESS|RELATIONS|ELECTIONS?|RIGHTS|CLEARANCE|POLITICS|POLICY|ASSISTANCE|TRADE|REFORM|INFLUENZA|TERRORISM|ISSUES)$/
/** Words that stand only inside a concept: `TIP IN TOGO`, `MEETINGS WITH AMBASSADOR`. */
const linking = /^(?:AND|IN|OF|WITH|THE|ON)$/

/** Most words of a concept. */
const conceptWordsMax = 5
/** After one of these the names of visitors stand (specification 2.11). */
const visitorCode = /^(?:OVIP|ODIP|OTRA)$/

/** Which words of a list belong together: codes alone, concepts and persons in one. */
export function groupTags(words: readonly TagWord[]): readonly TagGroup[] {
  const groups: TagGroup[] = []
  let visitors = false
  for (let at = 0; at < words.length; ) {
    const group = groupAt(words, at, visitors)
    groups.push(group)
    const text = words[at]?.text ?? ''
    visitors = visitorCode.test(text) || (visitors && group.kind === 'person')
    if (words[at]?.whole === 'person') visitors = true
    at = group.to
  }
  return groups
}

function groupAt(words: readonly TagWord[], at: number, visitors: boolean): TagGroup {
  const single: TagGroup = { from: at, to: at + 1, kind: 'tag' }
  const word = words[at]
  if (word === undefined || word.whole) return single
  const concept = conceptEnd(words, at)
  if (concept > at) return { from: at, to: concept, kind: 'concept' }
  if (isTagCode(word.text)) return single
  const person = visitors ? personEnd(words, at) : at
  if (person > at) return { from: at, to: person, kind: 'person' }
  return { from: at, to: itemEnd(words, at), kind: 'tag' }
}

/** Behind the last word of the concept that begins here; `at` itself where none does. */
function conceptEnd(words: readonly TagWord[], at: number): number {
  const texts = words.slice(at, at + conceptWordsMax).map(({ text, whole }) => (whole ? '' : text))
  const [first = '', second = ''] = texts
  let joined = texts.join(' ')
  for (let length = texts.length; length > 1; length--) {
    if (concepts.has(joined) || isTagCode(joined)) return at + length
    joined = joined.slice(0, joined.lastIndexOf(' '))
  }
  if (concepts.has(first)) return at + 1
  if (!isPlainWord(first) && first !== 'TIP') return at
  // `TIP IN TOGO`, `MEETINGS WITH AMBASSADOR`, `FOREIGN TRADE`, `WOMEN AND CHILDREN`
  const linked = /^(?:IN|WITH|AND)$/.test(second) && isPlainWord(texts[2] ?? '')
  if (linked && !isTagCode(texts[2] ?? '')) return at + 3
  if (first === 'FOREIGN' && isPlainWord(second)) return at + 2
  return closingEnd(words, at, texts)
}

/** `US TOGO RELATIONS`: plain words up to the noun that closes the concept. */
function closingEnd(words: readonly TagWord[], at: number, texts: readonly string[]): number {
  for (let length = 1; length < texts.length; length++) {
    const text = texts[length] ?? ''
    if (words[at + length]?.apart || (!isPlainWord(text) && !linking.test(text))) return at
    if (closing.test(text)) return at + length + 1
    const next = texts[length + 1] ?? ''
    if (conceptOpeners.has(text) && concepts.has(`${text} ${next}`)) return at
  }
  return at
}

/** A word of language: no code, no abbreviation of three letters. */
function isPlainWord(text: string): boolean {
  return /^[A-Z][A-Z'-]{2,}$/.test(text) && !isTagCode(text) && takeApart(text).length === 0
}

/** Particles that open a surname: `OVIP DE LA ROE JANE`. */
const particle = /^(?:DE|LA|DEL|VAN|VON|DER|DEN|BIN|AL|EL|MC|ST)$/

/**
 * `OVIP ROE JANE B PREL`: surname, first name and initials, none of them a code; where more words
 * follow, the next two are the next visitor.
 */
function personEnd(words: readonly TagWord[], at: number): number {
  let end = at
  for (let names = 0; end < words.length; end++) {
    const text = words[end]?.whole ? '' : (words[end]?.text ?? '')
    const isInitial = /^[A-Z]\.?$/.test(text) || /^(?:JR|SR|III?)$/.test(text)
    if (end > at && isInitial) continue
    const isName = /^[A-Z][A-Z'’-]{2,}$/.test(text) && !isTagCode(text)
    if (!isName || takeApart(text).length > 0 || names === 2) {
      const leads = names === 0 && particle.test(text) && end < at + 3
      if (!leads) return names === 0 ? at : end
    } else names++
  }
  return end
}

/** In a list of commas all words of an item are one tag: `PREL, GENDER BALANCE, TO`. */
function itemEnd(words: readonly TagWord[], at: number): number {
  let end = at + 1
  while (end < words.length && end < at + conceptWordsMax) {
    const word = words[end]
    if (word === undefined || word.apart || word.whole || isTagCode(word.text)) break
    end++
  }
  const closed = end === words.length || words[end]?.apart === true
  const opened = at > 0 && words[at]?.apart === true
  const item = words.slice(at, end)
  const plain = item.every(({ text }) => isPlainWord(text) || linking.test(text))
  // `ENIV EFNI`: four letters are a misspelt code more often than a word.
  const spoken = item.some(({ text }) => !/^[ABCEKMOPST][A-Z]{3}$/.test(text))
  return opened && closed && plain && spoken ? end : at + 1
}

/** True for words that are a concept as a whole: `HUMAN RIGHTS`, `TIP IN TOGO`. */
export function isConcept(text: string): boolean {
  const words = text.split(' ').map((word): TagWord => ({ text: word }))
  return conceptEnd(words, 0) === words.length
}

/** True for a word that concepts are made of: it may open a wrapped line (`REACTION REPORT`). */
export function isConceptWord(text: string): boolean {
  return conceptWords.has(text) || closing.test(text)
}

const conceptWords: ReadonlySet<string> = new Set(
  [...concepts].flatMap((each) => each.split(' ').filter((word) => word.length > 3)),
)
