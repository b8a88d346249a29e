/** Capital and small letters of names, with the accents of Western scripts. */
const upper = 'A-Z\\u00c0-\\u00d6\\u00d8-\\u00de'
const lower = 'a-z\\u00df-\\u00f6\\u00f8-\\u00ff'
const apostrophes = "'\\u2019,"
const capitalWord = `(?:St\\.|Mc|Mac|[${upper}])[${upper}${apostrophes}.-]*[${upper}]`
const generation = '(?:,? (?:JR|Jr|SR|Sr|II|III|IV))'
/** `ROE`, `VAN ROE`, `O'ROE`, `J.Q. ROE`, `J ROE`, `ROE JR`, `McROE`, `MÜLLER` (specification 2.18). */
const capitalName = new RegExp(
  `^(?:[${upper}]\\.? ?){0,2}(?:(?:van|de|von|del|la|ST\\.) ){0,2}${capitalWord}(?: (?:${capitalWord}|[${upper}]\\.?)){0,3}${generation}?$`,
)
const mixedWord = `(?:[${upper}][${upper}${lower}'\\u2019-]+|[A-Z]\\.|van|de|der|den|la|von|bin|al|del)`
/** `Roe`, `van Roe`, `Jane Q. Roe` */
const mixedName = new RegExp(`^${mixedWord}(?: ${mixedWord}){0,3}${generation}?$`)

/** `R O E`: a name of letters set apart, as the classification line is. */
const spacedName = new RegExp(`^[${upper}](?: [${upper}]){2,14}$`)

/** Words that stand alone at the end of a text and are no names. */
const notNames =
  /^(?:(?:END|BEGIN)\b.*|COMMENTS?|SUMMARY|NOTES?|TEXT|UNQUOTE|UNQTE|QUOTE|QTE|NNNN?|SIPDIS|NOFORN|NODIS|EXDIS|STADIS|LIMDIS|SENSITIVE|CONFIDENTIAL|SECRET|TOP SECRET|UNCLAS(?:SIFIED)?|LIMITED OFFICIAL USE|EXEMPT|GP-?\d|REGARDS|BT|X{4,}|MINIMIZE CONSIDERED|THE|AND|TBD|NONE|NIL|WARNING|ANNEX(?:ES)?|APPENDIX|ATTACHMENTS?|ENCLOSURES?|ADDENDUM|CONTINUED|INFO|Z(?:FR|DK|DS|EN|FD)|N\/A|DECONTROL.*|GDS|XGDS.*|(?:Mr|Mrs|Ms|Dr|Gen|St|No|U\.S)\.?|Thanks|Thank you|Yes|Maybe|Stop|Period|Enough|Exactly|Indeed|Ends?|Over|More|Total)$/i

/** Longest own-line signature, UTF-16 code units. */
const signatureCharactersMax = 44

/** True where some words can be a signature: a surname, one to four words. */
export function isSignatureName(words: string): boolean {
  if (words.length < 2 || words.length > signatureCharactersMax || notNames.test(words))
    return false
  return isCapitalName(words) || mixedName.test(words)
}

/** True where they are written in capitals throughout. */
export function isCapitalName(words: string): boolean {
  return capitalName.test(words) || (words.charAt(1) === ' ' && spacedName.test(words))
}

/** A name with its letters together: `R O E` → `ROE`. */
export function closeName(words: string): string {
  return spacedName.test(words) ? words.replaceAll(' ', '') : words
}

/** True for words such as `END TEXT` or `NONE`, whatever their case. */
export function isNoName(words: string): boolean {
  return notNames.test(words)
}
