import type { DatabaseSync } from 'node:sqlite'
import { anchorBytes } from './anchor-list.ts'
import type { StoredArrival } from './arrival.ts'
import { aloneBytes, type BlockWriter, blockWriter } from './block-writer.ts'
import { type Charset, textBytes } from './charset.ts'
import type { Place } from './place.ts'
import { recipeOf } from './recipe.ts'
import { bytesHash, hashBlob } from './text-hash.ts'
import type { TextForm } from './text-reader.ts'

/** Where the contents of an arrival lie; absent what the vault held already. */
export interface ContentPlaces {
  /** SHA-256 of the original. */
  readonly sha256: string
  readonly original?: Place
  readonly text?: Place
  readonly form: TextForm
  readonly charset: Charset
  readonly facts?: Place
  readonly anchors?: Place
}

/** Lays the contents of one batch into blocks. */
export interface ContentWriter {
  /** Original, text, facts and addresses of an arrival, each only where it is new. */
  store(arrival: StoredArrival): ContentPlaces
  /** Bytes of what is set aside. */
  storeOriginal(bytes: Uint8Array): Pick<ContentPlaces, 'sha256' | 'original'>
  /** Writes the blocks; only then may rows name the places. */
  flush(): void
}

/** Gives the function that opens such a writer; call that inside a transaction. */
export function contentWriter(db: DatabaseSync): () => ContentWriter {
  const originals = db.prepare('SELECT 1 FROM original WHERE sha256 = ?')
  const texts = db.prepare('SELECT 1 FROM text WHERE sha256 = ?')
  const versions = db.prepare(
    `SELECT 1 FROM version WHERE cable = (SELECT number FROM cable WHERE id = ?)
     AND text = (SELECT number FROM text WHERE sha256 = ?)`,
  )
  return () => {
    // What this batch brings is not in the tables before its end.
    const brought = new Set<string>()
    const isNew = (name: string, isHeld: () => boolean): boolean => {
      if (brought.has(name) || isHeld()) return false
      brought.add(name)
      return true
    }
    const isNewOriginal = (sha256: string): boolean =>
      isNew(`original ${sha256}`, () => originals.get(hashBlob(sha256)) !== undefined)
    const blocks = blockWriter(db)
    return {
      store: (arrival) => {
        const { id, sha256 } = arrival
        const original = bytesHash(arrival.bytes)
        return placed(blocks, arrival, original, {
          original: isNewOriginal(original),
          text: isNew(`text ${sha256}`, () => texts.get(hashBlob(sha256)) !== undefined),
          facts: isNew(
            `version ${sha256} ${id}`,
            () => versions.get(id, hashBlob(sha256)) !== undefined,
          ),
        })
      },
      storeOriginal: (bytes) => {
        const sha256 = bytesHash(bytes)
        const [place] = isNewOriginal(sha256) ? blocks.add([bytes]) : []
        return { sha256, ...(place && { original: place }) }
      },
      flush: blocks.flush,
    }
  }
}

/** What of an arrival the vault does not hold yet. */
type News = Readonly<Record<'original' | 'text' | 'facts', boolean>>

function placed(
  blocks: BlockWriter,
  arrival: StoredArrival,
  sha256: string,
  news: News,
): ContentPlaces {
  const { charset, bytes } = textBytes(arrival.text)
  // A file that is nothing but its text is stored once.
  const isOwnText = news.original && news.text && isEqual(bytes, arrival.bytes)
  const isMadeOfOriginal = news.original && news.text && !isOwnText
  const recipe =
    isMadeOfOriginal && arrival.bytes.length <= aloneBytes
      ? recipeOf(arrival.bytes, bytes)
      : undefined
  const contents: (readonly [keyof ContentPlaces, Uint8Array])[] = []
  if (news.original) contents.push(['original', arrival.bytes])
  if (news.text && !isOwnText) contents.push(['text', recipe ?? bytes])
  if (news.facts) contents.push(['facts', Buffer.from(JSON.stringify(arrival.facts))])
  if (news.text) contents.push(['anchors', anchorBytes(arrival.anchors)])
  const places = blocks.add(contents.map(([, content]) => content))
  const byName = Object.fromEntries(contents.map(([name], index) => [name, places[index]]))
  const form = recipe ? 'recipe' : 'whole'
  return { sha256, form, charset, ...byName, ...(isOwnText && { text: byName.original }) }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}
