import type { StoredArrival } from '../vault/arrival.ts'
import type { Message } from './message.ts'
import { type Shelf, textsUnderNumberMax } from './shelf.ts'

/** Cables with the same text that are named to a person. */
const sameTextToldMax = 3

/** What a person should hear about an item that is stored; `claimed` is the number it names. */
export function messagesOf(
  arrival: StoredArrival,
  claimed: string,
  sameText: readonly string[],
  shelf: Shelf,
): readonly Message[] {
  const { id, number, locator, twin, outcome, encoding } = arrival
  const messages: Message[] = []
  const say = (code: string, text: string): void => {
    messages.push({ code, locator, id, text })
  }
  if (outcome === 'new' && twin > 1) {
    say('ID_TWICE', `Another text stands under ${number} already; this one is kept as ${id}.`)
  }
  if (outcome === 'new' && number !== claimed) {
    const many = `${textsUnderNumberMax.toLocaleString('en-US')} texts stand under ${claimed}`
    say('NUMBER_CROWDED', `${many} already; this one is kept as ${id}.`)
  }
  if (outcome === 'new' && sameText.length > 0) {
    const named = sameText.slice(0, sameTextToldMax).join(', ')
    const more = sameText.length > sameTextToldMax ? ' and others' : ''
    say('SAME_TEXT', `The text of ${id} is the same as that of ${named}${more}.`)
  }
  if (outcome === 'newVersion' && shelf.isChosen(id)) {
    say('CHOICE_STANDS', `${id} has a new version; the one that was chosen stays the one shown.`)
  }
  if (encoding.replaced > 0) {
    const bytes = encoding.replaced === 1 ? '1 byte' : `${encoding.replaced} bytes`
    say('BYTES_REPLACED', `${bytes} of ${id} had no meaning in ${encoding.name}.`)
  }
  if (arrival.withhold) {
    say('WITHHELD_TOO', `${id} ${arrival.withhold.note}, which is withheld; so is this one.`)
  }
  return messages
}
