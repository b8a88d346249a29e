import type { Random } from './random.ts'

/** What the wild does to a text (specification 2.19, 5, 7.2). */
export type Damage =
  | 'backslashes'
  | 'cut'
  | 'pilcrows'
  | 'ones'
  | 'doubled letter'
  | 'lost line'
  | 'banner'
  | 'covered names'
  | 'commas'
  | 'lower case'

const damages: readonly {
  readonly name: Damage
  readonly change: (text: string, random: Random) => string
}[] = [
  { name: 'backslashes', change: (text) => text.replaceAll('\n', ' \\\n') },
  { name: 'cut', change: cut },
  { name: 'pilcrows', change: (text) => text.replace(/^(?=\d{1,2}\. )/gm, '\u00b6') },
  { name: 'ones', change: (text) => text.replace(/^(?=\d\. )/gm, '1') },
  { name: 'doubled letter', change: (text) => text.charAt(0) + text },
  { name: 'lost line', change: lostLine },
  { name: 'banner', change: banner },
  { name: 'covered names', change: covered },
  { name: 'commas', change: (text) => text.replaceAll('\u2019', ',').replaceAll("'", ',') },
  { name: 'lower case', change: (text) => text.toLowerCase() },
]

/** One damage, drawn by chance, done to a text. */
export function damage(random: Random, text: string): { text: string; damage: Damage } {
  const { name, change } = random.pick(damages)
  return { text: change(text, random), damage: name }
}

function cut(text: string, random: Random): string {
  return text.slice(0, Math.floor(text.length * (0.4 + random.next() / 2)))
}

function lostLine(text: string, random: Random): string {
  const lines = text.split('\n')
  lines.splice(random.between(0, lines.length - 1), 1)
  return lines.join('\n')
}

function banner(text: string, random: Random): string {
  const lines = text.split('\n')
  const page = ['', 'CONFIDENTIAL', 'PAGE 02        LOME  00077  141640Z', '']
  lines.splice(random.between(Math.min(12, lines.length), lines.length), 0, ...page)
  return lines.join('\n')
}

/** Each fifth name in mixed case, after the head. */
function covered(text: string, random: Random): string {
  return text.replace(/(?<=[a-z] )[A-Z][a-z]{3,}\b/g, (name) =>
    random.chance(0.2) ? 'XXXXXXXXXXXX' : name,
  )
}
