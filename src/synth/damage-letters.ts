import type { DamageKind, Held } from './damage.ts'
import type { Random } from './random.ts'

/** A damage to the body alone. */
function body(name: string, change: (text: string, random: Random) => string): DamageKind {
  return {
    name,
    change: (held: Held, random) => ({ ...held, body: change(held.body, random) }),
  }
}

/** Mostly whole letters in a share of places. */
function sometimes(text: string, pattern: RegExp, to: string, random: Random, share = 0.3): string {
  return text.replace(pattern, (found) =>
    random.chance(share) ? to.replace('$&', () => found) : found,
  )
}

/** Damages of single characters: lost, doubled, taken for others (specification 2.19, 5). */
export const letterDamages: readonly DamageKind[] = [
  body('commas for apostrophes', (text) => text.replaceAll('’', ',').replaceAll("'", ',')),
  body('question marks for apostrophes', (text) => text.replace(/[’']/g, '?')),
  body('Q for apostrophes', (text) => text.replace(/[’'](?=s)/g, 'Q')),
  body('accents for apostrophes', (text) => text.replace(/[’']/g, '´')),
  body('ampersand and eight for quotes', (text) => text.replace(/"([^"\n]*)"/g, '&$1'.concat('8'))),
  body('doubled quotes', (text) => text.replaceAll('"', '""')),
  body('apostrophes read in another encoding', (text) => text.replace(/[’']/g, 'â€™')),
  body('other hyphens', (text) => text.replaceAll('-', '\u2010')),
  body('letters lost', (text, random) =>
    sometimes(text, /(?<=[a-zA-Z])[a-z]/g, '', random, 1 / 60),
  ),
  body('letters replaced', (text, random) => sometimes(text, /[A-Za-z0-9]/g, 'Q', random, 1 / 40)),
  body('stretch of line noise', (text, random) => {
    const at = random.between(Math.floor(text.length / 2), text.length)
    return `${text.slice(0, at)}"z_1}{;;..::''&&%$ QA"z1in ${text.slice(at)}`
  }),
  body('lower case', (text) => text.toLowerCase()),
  body('carriage returns', (text) => text.replaceAll('\n', '\r\n')),
  body('line separators', (text) => text.replaceAll('\n', '\u2028')),
  body('backslashes at line ends', (text) => text.replaceAll('\n', ' \\\n')),
  body('breaks as text', (text) => text.replaceAll('\n', '<br>\n')),
  body('names in angle brackets', (text, random) =>
    sometimes(text, /(?<=[a-z] )[A-Z][a-z]{3,}\b/g, '<$&>', random, 0.1),
  ),
  body('covered names', (text, random) =>
    sometimes(text, /(?<=[a-z] )[A-Z][a-z]{3,}\b/g, 'XXXXXXXXXXXX', random, 0.2),
  ),
  body('covered in Cyrillic letters', (text, random) =>
    sometimes(text, /(?<=[a-z] )[A-Z][a-z]{3,}\b/g, 'ХХХХХХХХХХХХ', random, 0.2),
  ),
  body('omissions in brackets', (text, random) =>
    sometimes(text, /(?<=\. )[A-Z][^.\n]+\./g, '[...]', random, 0.1),
  ),
  body('null characters', (text, random) => sometimes(text, / /g, '\0', random, 1 / 200)),
  body('lone surrogates', (text, random) =>
    sometimes(text, /[a-z](?= )/g, '\ud83d', random, 1 / 300),
  ),
  body('byte order mark', (text) => `\ufeff${text}`),
  body('soft hyphens and hard blanks', (text, random) =>
    sometimes(text, / /g, '\u00a0', random, 0.05),
  ),
]
