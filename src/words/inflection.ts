import { inflectionExceptions, irregularForms } from './inflection-exceptions.ts'

/** The exact tokens of an edition. A `Set` or a `Map` is one. */
export interface Vocabulary {
  has(token: string): boolean
}

/**
 * The tokens of the vocabulary that are the same word in another inflection, the token itself first
 * (whether the vocabulary has it or not), then the others in code-unit order.
 *
 * Plural, possessive, -s, -ed and -ing with their spelling rules; never derivation:
 *
 *     refugee  → refugee refugees          hope → hope hoped hopes hoping
 *     country  → country countries         unit → unit units     (not united: that is unite)
 *
 * A possessive is a token of its own (`Hanoi's` = hanoi s), so that `hanoi` finds it as it is.
 */
export function formsOf(token: string, vocabulary: Vocabulary): readonly string[] {
  if (!inflects(token)) return [token]
  const forms = new Set<string>()
  for (const lemma of [token, ...lemmasOf(token, vocabulary)]) {
    for (const form of [lemma, ...inflected(lemma)]) {
      if (form === token || forms.has(form) || !vocabulary.has(form)) continue
      if (form === lemma || lemmasOf(form, vocabulary).includes(lemma)) forms.add(form)
    }
  }
  return [token, ...[...forms].sort(byCodeUnits)]
}

/** Shortest and longest word with forms, letters: `UN` has none but `UNs`, `a` has none at all. */
const lettersMin = 2
const lettersMax = 40

/** Only plain letters inflect: `1970s` and `кабели` do not. */
function inflects(token: string): boolean {
  return token.length >= lettersMin && token.length <= lettersMax && /^[a-z]+$/.test(token)
}

/**
 * The words a token may be an inflection of. Where the vocabulary holds one of them it decides, the
 * spelling with -e first (`rated` is rate, `pasted` paste); where it holds none all remain.
 */
function lemmasOf(token: string, vocabulary: Vocabulary): readonly string[] {
  const known = inflectionExceptions.get(token)
  if (known !== undefined) return known
  const candidates = candidatesOf(token)
  const held = candidates.find((candidate) => vocabulary.has(candidate))
  return held === undefined ? candidates : [held]
}

function candidatesOf(token: string): readonly string[] {
  if (token.endsWith('s')) return withoutS(token)
  if (token.endsWith('ied') && token.length > 3) {
    return token.length === 4 ? [token.slice(0, -1)] : [`${token.slice(0, -3)}y`]
  }
  if (token.endsWith('ed')) return withoutEnding(token.slice(0, -2))
  if (token.endsWith('ing')) return withoutEnding(token.slice(0, -3))
  return []
}

/** `countries` → country, countrie; `taxes` → tax, taxe; `sizes` → size, siz; `status` → none. */
function withoutS(token: string): readonly string[] {
  const stem = token.slice(0, -1)
  if (stem.length < lettersMin || /(?:s|us|is)$/.test(stem) || /(?:u|i)$/.test(stem)) return []
  if (stem.endsWith('ie')) {
    return stem.length <= 3 ? [stem] : [`${stem.slice(0, -2)}y`, stem]
  }
  if (stem.length > 3 && /(?:ss|x|zz|ch|sh)e$/.test(stem)) return [stem.slice(0, -1), stem]
  if (stem.length > 3 && /[szo]e$/.test(stem)) return [stem, stem.slice(0, -1)]
  return [stem]
}

/** What stands before -ed or -ing: `hop|ed` → hope, `hopp|ed` → hop, `visit|ed` → visite, visit. */
function withoutEnding(stem: string): readonly string[] {
  if (stem.length < lettersMin || !vowel.test(stem)) return []
  if (stem.endsWith('ee') || stem.endsWith('oe')) return [stem]
  if (doubled.test(stem)) {
    // call|ed keeps both letters, plan|ned one; the vocabulary decides.
    return [stem, stem.slice(0, -1)]
  }
  if (/[aioy]$/.test(stem)) return [stem]
  // One syllable, one vowel, one consonant: without doubling only the -e word can have given it.
  if (shortStem.test(stem)) return [`${stem}e`]
  return bareFirst.test(stem) ? [stem, `${stem}e`] : [`${stem}e`, stem]
}

/** Every spelling an inflection of the word might have; most of them are no words. */
function inflected(lemma: string): readonly string[] {
  const forms = [...(irregularForms.get(lemma) ?? []), `${lemma}s`]
  const last = lemma.at(-1) ?? ''
  if (last === 'e') {
    const stem = lemma.slice(0, -1)
    forms.push(`${lemma}d`, `${stem}ing`, `${lemma}ing`)
    if (stem.endsWith('i')) forms.push(`${stem.slice(0, -1)}ying`)
    return forms
  }
  forms.push(`${lemma}es`, `${lemma}ed`, `${lemma}ing`)
  if (last === 'y') forms.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`)
  else if (/[aeiou][bcdfgklmnprstvz]$/.test(lemma)) {
    forms.push(`${lemma}${last}ed`, `${lemma}${last}ing`, `${lemma}${last}es`)
  }
  return forms
}

const vowel = /[aeiouy]/
const doubled = /(?:bb|dd|ff|gg|kk|ll|mm|nn|pp|rr|ss|tt|vv|zz)$/
/** post|ed and visit|ed have lost no -e, though `poste` and `visite` are words too. */
const bareFirst = /(?:[^aeiouy][dkmnpt]|[aeiouy]t)$/
const shortStem = /^[^aeiouy]*[aeiou][bcdfgklmnprstvz]$/

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
