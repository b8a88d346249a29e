import { findPost } from '../cable/post.ts'
import * as tags from '../cable/tag-names.ts'
import { addresseeInWords } from '../views/addressee.ts'
import type { Tally } from './tally.ts'

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

/** Readable name of a post: the label its cables carry, else the table's name, else the code. */
export function postName(tally: Tally, post: string): string {
  return tally.originLabels.get(post) ?? findPost(post)?.name ?? addresseeInWords(post)
}

/** English name of the country a post is in today: `Vietnam`. */
export function countryName(post: string): string | undefined {
  const code = findPost(post)?.country
  return code === undefined ? undefined : regions.of(code)
}

/** A tag with its meaning where it is known: `PREL External relations`. */
export function tagLabel(code: string, year?: number): string {
  const name = tags.tagName(code, year)
  return name === undefined ? code : `${code} ${name}`
}

const kindNames: Readonly<Record<string, string>> = {
  geo: 'place',
  region: 'region',
  subject: 'subject',
  program: 'programme',
  org: 'organisation',
  person: 'person',
}

/** What kind of tag it is, in a word. */
export function tagKind(code: string): string | undefined {
  if (/^[^,]+, .+/.test(code)) return kindNames.person
  return kindNames[tags.tagKind(code) ?? '']
}
