/** `Telegram 77 from the Embassy in Lome to …`: what an edition or a footnote calls a cable. */
const numberFirst =
  /^(?:the )?(?:cable|telegram|tel|message|airgram)s? {0,3}(?:no\.?|number|nr\.?|#)? {0,3}#?((?:A-)?\d{1,7}),? {1,3}(?:sent )?(?:from|of|by) (?:the )?([A-Za-z][^\n]{1,160})$/i

/** Words before the place: `American Embassy in`, `U.S. Consulate General at`, `Legation`. */
const missionBefore =
  /^(?:u\.?s\.? |american )?(?:embassy|consulate(?: general)?|legation|mission|interests section|liaison office)?(?: (?:in|at|to))? ?/i

/** `, 4 March 2007`, ` (March 4, 2007)`, ` dated 3/4/2007`: the day a cable was sent, behind it. */
const dateBehind =
  /^([^\n]{1,120}?\d)[ ,;(]{1,4}(?:(?:dated|of|on|sent) )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? |[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? |\d{1,2}[/.-]\d{1,2}[/.-])((?:19|20)\d\d)\)?\.?$/

/**
 * A cable named in a sentence, in the form of a REF line: `Telegram 77 from Lome, March 4, 2007` →
 * `2007 Lome 77`; `Lome 77, 4 March 2007` → `Lome 77 (2007)`; anything else as it stands.
 */
export function inReferenceForm(written: string): string {
  const plain = written.trim()
  const sentence = numberFirst.exec(plain)
  if (sentence === null) return plain.replace(dateBehind, '$1 ($2)')
  const [, number = '', behind = ''] = sentence
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(behind)?.[0] ?? ''
  const place = behind.replace(missionBefore, '')
  const name = /^[A-Za-z'.\u00c0-\u024f-]+(?: (?!to )[A-Za-z'.\u00c0-\u024f-]+){0,4}/i.exec(place)
  return `${year} ${name?.[0] ?? place} ${number}`.trim()
}
