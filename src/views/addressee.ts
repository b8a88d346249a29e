import { visible } from './printed.ts'

// "AMEMBASSY HANOI", "AMCONSUL HO CHI MINH", "USMISSION GENEVA"
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^AMEMBASSY /, 'Embassy '],
  [/^AMCONSUL /, 'Consulate '],
  [/^USMISSION /, 'Mission '],
  [/^USINT /, 'Interests Section '],
  [/^USLO /, 'Liaison Office '],
]

const names: Readonly<Record<string, string>> = {
  'SECSTATE WASHDC': 'Secretary of State',
  'SECDEF WASHDC': 'Secretary of Defense',
  'NSC WASHDC': 'National Security Council',
  'WHITE HOUSE WASHDC': 'White House',
}

/** An addressee for people: `AMEMBASSY HANOI` → `Embassy Hanoi`; others as printed. */
export function addresseeInWords(name: string): string {
  if (Object.hasOwn(names, name)) return names[name] ?? name
  for (const [prefix, word] of prefixes) {
    if (prefix.test(name)) return word + capitalised(visible(name.replace(prefix, '')))
  }
  return visible(name)
}

/** `HO CHI MINH` → `Ho Chi Minh` */
function capitalised(words: string): string {
  return words.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}
