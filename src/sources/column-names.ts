/** What a column of a table, or a member of an object, says of a cable. */
export type Column =
  | 'id'
  | 'ownId'
  | 'uniqueId'
  | 'documentNumber'
  | 'created'
  | 'drafted'
  | 'released'
  | 'classification'
  | 'currentClassification'
  | 'origin'
  | 'from'
  | 'to'
  | 'info'
  | 'title'
  | 'tags'
  | 'references'
  | 'header'
  | 'body'
  | 'film'
  | 'locator'
  | 'url'
  | 'holder'
  | 'series'
  | 'captions'
  | 'precedence'
  | 'markings'
  | 'media'

/**
 * Names under which dumps give the columns, the surest first: of the full dump's exports, the
 * database of the archive's readers, the History Lab, the National Archives and our own. Letters and
 * digits alone, in small letters; `_id` keeps its line.
 */
const names: Readonly<Record<Column, readonly string[]>> = {
  id: words(
    'refid referenceid canonicalid cableid cablenumber mrn messagereferencenumber docnbr docid documentnumber id _id',
  ),
  ownId: words('id _id docid identifier'),
  uniqueId: words('uniqueid documentuniqueid messageid'),
  documentNumber: words('documentnumber docnbr docid'),
  created: words('cabletime datetime created authored sent sentdate date timestamp time'),
  drafted: words('draftdate drafted'),
  released: words('released releasetime releasedate reldate'),
  classification: words('classification originalclassification origclass classified level class'),
  currentClassification: words('currentclassification class'),
  origin: words('origin embassy post fromfield from sender'),
  from: words('from fromfield sender'),
  to: words('to tofield recipients recipient addressees destination'),
  info: words('info cc'),
  title: words('subject title subj headline'),
  tags: words('tags tag'),
  references: words('references refs reference ref'),
  header: words('header headers'),
  body: words(
    'rawbody body text fulltext messagetext content message telegram cabletext bodytext cable',
  ),
  film: words('filmnumber film'),
  locator: words('locator'),
  url: words('url link sourceurl'),
  holder: words('holder repository'),
  series: words('series corpus'),
  captions: words('captions caption handling handlingrestrictions orighand'),
  precedence: words('precedence urgency'),
  markings: words('naramarkings reviewmarkings markings'),
  media: words('media articles'),
}

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** `Document Number`, `document_number` → `documentnumber`; `_id` stays. */
export function plainName(name: string): string {
  const small = name.trim().toLowerCase()
  return (small.startsWith('_') ? '_' : '') + small.replace(/[^a-z0-9]/g, '')
}

const known: ReadonlySet<string> = new Set(Object.values(names).flat())

/** True where a name says what its column holds. */
export function isColumnName(name: string): boolean {
  return known.has(plainName(name))
}

/** Values by their plain names: of a row, or of an object. */
export type Values = ReadonlyMap<string, string>

/** What archives print where there is no value (specification 7.3, 7.4). */
const nothing =
  /^(?:n\/a|null|none|nil|nan|undefined|\\n|--\s?(?:not assigned|n\/a or blank)\s?--|-)$/i

/** The value of a column, trimmed; an empty string where there is none. */
export function columnOf(values: Values, column: Column): string {
  return valuesOf(values, column)[0] ?? ''
}

/** All values that are given for a column, the surest first. */
export function valuesOf(values: Values, column: Column): readonly string[] {
  return names[column].flatMap((name) => {
    const value = values.get(name)?.trim() ?? ''
    return value === '' || nothing.test(value) ? [] : [value]
  })
}

/** The text of a header or body, to the last character; undefined where there is no such column. */
export function textOf(values: Values, column: 'header' | 'body'): string | undefined {
  const held = names[column].flatMap((name) => values.get(name) ?? [])
  return (
    held.find((text) => text.trim() !== '' && !nothing.test(text.trim())) ??
    (held.length > 0 ? '' : undefined)
  )
}
