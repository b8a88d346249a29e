import { attributeFacts, stateWithoutText } from '../cable/attributes.ts'
import type { ArchiveFacts } from '../cable/facts.ts'

/** Keys of a page's synopsis (specification 7.3). */
export const plusdKeys: readonly string[] = [
  'Date',
  'Canonical ID',
  'Original Classification',
  'Current Classification',
  'Handling Restrictions',
  'Character Count',
  'Executive Order',
  'Locator',
  'TAGS',
  'Concepts',
  'Enclosure',
  'Type',
  'Office Origin',
  'Office Action',
  'Archive Status',
  'From',
  'Markings',
  'To',
  'Linked documents or other documents with the same ID',
  'Linked documents',
]

/** What a synopsis says, by key, without its placeholders. */
export type Synopsis = Readonly<Record<string, string>>

/** Keys and values as printed to a synopsis: `-- Not Assigned --` and `-- N/A or Blank --` are none. */
export function synopsisOf(printed: Iterable<readonly [string, string]>): Synopsis {
  const values: Record<string, string> = {}
  for (const [label, words] of printed) {
    const key = plusdKeys.find((each) => each.toLowerCase() === label.toLowerCase())
    const value = words.replace(/\s+/g, ' ').replace(/^[\s|]+|(?<![\s|])[\s|]+$/g, '')
    const isNone = value === '' || /^(?:-- .{1,30} --|n\/a)$/i.test(value)
    if (key !== undefined && !isNone) values[key] ??= value
  }
  return values
}

/** The facts of a synopsis; `text` is what the page holds of the telegram, maybe nothing. */
export function synopsisFacts(synopsis: Synopsis, title: string, text: string): ArchiveFacts {
  const { source, status, from, origin, to, ...rest } = attributeFacts(asAttributes(synopsis))
  const id = synopsis['Canonical ID']
  const created = createdOf(synopsis.Date)
  const state = text.trim() === '' ? stateWithoutText(asAttributes(synopsis)) : undefined
  return {
    ...rest,
    ...(id !== undefined && { id }),
    ...(title !== '' && { title }),
    ...(created !== undefined && { created }),
    // `China Shanghai`: named by country here, not as the telegram has it.
    ...(origin !== undefined && { origin }),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { status }),
    ...(state !== undefined && { textState: state }),
    source: {
      ...holderOf(id),
      ...(id !== undefined && { uniqueId: id }),
      ...(source?.locator !== undefined && { locator: source.locator }),
    },
  }
}

/** The synopsis in the words of the National Archives, from which most of it comes. */
function asAttributes(synopsis: Synopsis): Readonly<Record<string, string>> {
  const { TAGS: tags, To: to, Type: type, ...same } = synopsis
  // `PREL - Political Affairs--External Political Relations | TO - Togo`
  const codes = tags?.split('|').map((tag) => tag.split(' - ')[0]?.trim() ?? '')
  return {
    ...same,
    ...(codes !== undefined && {
      TAGS: codes.map((code) => (code.includes(',') ? `(${code})` : code)).join(', '),
    }),
    ...(to !== undefined && { To: to.replaceAll(' | ', '  ') }),
    ...(type !== undefined && { Type: type }),
  }
}

/** `1974 March 4, 00:00 (Monday)`: midnight is padding. */
function createdOf(printed: string | undefined): string | undefined {
  return printed?.replace(/,?\s?00:00\b.*$/, '')
}

/** `1974LOME00077_b` came from the National Archives, `06LOME77_a` did not. */
function holderOf(id: string | undefined): { readonly holder: string; readonly series: string } {
  return /^19\d\d/.test(id ?? '')
    ? { holder: 'National Archives', series: 'Central Foreign Policy Files' }
    : { holder: 'Public Library of US Diplomacy', series: 'Cablegate' }
}
