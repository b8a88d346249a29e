import type { Chance } from './chance.ts'

/** One way in which a copy goes wrong, by its name; `text` is never empty. */
export type Damage = readonly [name: string, (text: string, chance: Chance) => string]

/** Damage of specification 2.19, 3.2, 5, 7 and of what was seen in the wild. */
export const damages: readonly [Damage, ...Damage[]] = [
  [
    'a line lost',
    (text, chance) => lines(text, (all) => all.toSpliced(chance.below(all.length), 1)),
  ],
  [
    'a line doubled',
    (text, chance) => lines(text, (all) => doubled(all, chance.below(all.length))),
  ],
  [
    'two lines swapped',
    (text, chance) => lines(text, (all) => swapped(all, chance.below(all.length))),
  ],
  ['the end cut', (text, chance) => text.slice(0, chance.below(text.length))],
  ['the beginning cut', (text, chance) => text.slice(chance.below(text.length))],
  [
    'a page banner',
    (text, chance) => put(text, chance, '\nSECRET\nPAGE 02        LOME  00077  041010Z\n'),
  ],
  ['all in lower case', (text) => text.toLowerCase()],
  ['line ends lost', (text) => text.replaceAll('\n', '')],
  ['line ends are blanks', (text) => text.replaceAll('\n', ' ')],
  ['carriage returns', (text) => text.replaceAll('\n', '\r\n')],
  ['line separators', (text) => text.replaceAll('\n', '\u2028')],
  ['backslashes at line ends', (text) => text.replaceAll('\n', '\\\n')],
  ['marks lost', (text) => text.replaceAll('\u00b6', '\ufffd')],
  ['marks before numbers', (text) => text.replaceAll(/^(\d+\.)/gm, '\u00b6$1')],
  ['links for marks', (text) => text.replaceAll(/^(\d+\.)/gm, '[1](#)$1')],
  ['letters replaced', (text, chance) => replaced(text, chance, 60, 'Q')],
  ['letters lost', (text, chance) => replaced(text, chance, 60, '')],
  ['binary noise', (text, chance) => put(text, chance, '"z_1\u0001\u0000\ud800')],
  ['commas for apostrophes', (text) => text.replaceAll("'", ',').replaceAll('o', ',o')],
  ['quotes doubled', (text) => text.replaceAll('"', '""')],
  ['mojibake', (text) => text.replaceAll("'", 'â€™').replaceAll('\u00b6', 'Â\u00b6')],
  ['words covered', (text, chance) => replaced(text, chance, 200, 'XXXXXXXXXXXX')],
  ['zeros for letters', (text) => text.replaceAll('O', '0')],
  ['the text twice', (text) => `${text}\n${text}`],
  ['a preview before', (text, chance) => `${text.slice(0, chance.below(300))}...\n\n\n${text}`],
  ['blanks doubled', (text) => text.replaceAll(' ', '  ')],
  ['blank lines doubled', (text) => text.replaceAll('\n', '\n\n')],
  [
    'an archive could not read it',
    (text, chance) => put(text, chance, '\nERROR READING TEXT INDEX FILE\n'),
  ],
]

/** None to three kinds of damage, one after the other. */
export function damaged(text: string, chance: Chance): string {
  let copy = text
  for (let left = chance.below(4); left > 0 && copy !== ''; left--) {
    const [, damage] = chance.pick(damages)
    copy = damage(copy, chance)
  }
  return copy
}

function lines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n')
}

function doubled(all: readonly string[], at: number): string[] {
  return all.flatMap((line, n) => (n === at ? [line, line] : [line]))
}

function swapped(all: readonly string[], at: number): string[] {
  const [line = '', next = ''] = [all[at], all[at + 1]]
  return at + 1 < all.length ? all.toSpliced(at, 2, next, line) : [...all]
}

function put(text: string, chance: Chance, piece: string): string {
  const at = chance.below(text.length)
  return text.slice(0, at) + piece + text.slice(at)
}

/** About one character in `every` becomes `by`. */
function replaced(text: string, chance: Chance, every: number, by: string): string {
  return [...text]
    .map((sign) => (/\S/.test(sign) && chance.below(every) === 0 ? by : sign))
    .join('')
}
