import type { Reference } from './record.ts'

/** What a reference that is no cable is; the first that holds (specification 2.13). */
const kinds: readonly (readonly [Reference['kind'], RegExp])[] = [
  ['email', /\be[-‐]?\s?mails?\b|\belectronic mail\b/i],
  ['letter', /\bmemorand(?:um|a)\b|\bmemcons?\b/i],
  [
    'telcon',
    /\b(?:telcons?|telephone|telecons?|teleconference|phonecons?|phone|conversations?|DVC|SVTC)\b/i,
  ],
  ['airgram', /\bC?A[-‐]\d{1,5}\b|\bairgrams?\b/i],
  ['dtg', /\bDTG\b|(?<!\d)\d{6}\s?Z(?:\b|(?=[A-Z]{3}\s?\d))/i],
  ['letter', /\b(?:letters?|memos?|memorand(?:um|a)|fax(?:es)?|dip(?:lomatic)?\s?notes?)\b/i],
  [
    'report',
    /\b(?:IIR|TDX?|FBIS|OSC|NIE|reports?|points|daily|bulletin|newsletter|assessment|EUP\d{6,})\b/i,
  ],
]

/** Says what a reference is that names no cable: `DOE-ROE E-MAIL 03/12/07` → email. */
export function kindOf(text: string): Reference['kind'] {
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

/** `N/A`, `NONE`, `AS NOTED IN TEXT`, `SEPTEL`: a REF field that refers to nothing. */
export function isNothing(text: string): boolean {
  const words = text.replace(/[\s.,;:()[\]-]+/g, ' ').trim()
  return /^(?:|REF(?:TEL)?S?|N ?\/ ?A|NA|NONE|NIL|(?:AS )?(?:NOTED|CITED|LISTED) (?:IN|BELOW)(?: TEXT)?|SEPTELS?|AND PREVIOUS|PREVIOUS|NOTAL|ET AL|SEE TEXT|AND|X{4,})$/i.test(
    words,
  )
}

/** Text that carries a reference of its own kind even beside a cable: an e-mail, a report number. */
export function isStrong(text: string): boolean {
  const kind = kindOf(text)
  return (
    kind === 'email' || kind === 'telcon' || kind === 'dtg' || /\b(?:IIR|TDX?|FAM|FAH)\b/.test(text)
  )
}
