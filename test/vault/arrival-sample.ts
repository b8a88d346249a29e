import type { QuarantinedArrival, StoredArrival } from '../../src/vault/arrival.ts'
import { textHash } from '../../src/vault/text-hash.ts'

/** A stored arrival for tests of the vault alone; everything but the text follows from it. */
export function storedArrival(
  id: string,
  text: string,
  more: Partial<StoredArrival> = {},
): StoredArrival {
  return {
    outcome: 'new',
    id,
    number: id.split('~')[0] ?? id,
    twin: Number(id.split('~')[1] ?? 1),
    aliases: [],
    text,
    sha256: textHash(text),
    facts: { id },
    anchors: [['p1', 't-0123456789']],
    collection: 'test',
    source: `/dump/${id}.txt`,
    locator: `dump/${id}.txt`,
    ownId: id,
    bytes: Buffer.from(text),
    format: 'text',
    encoding: { name: 'utf-8', replaced: 0 },
    ...more,
  }
}

/** An arrival that is set aside. */
export function quarantinedArrival(
  name: string,
  more: Partial<QuarantinedArrival> = {},
): QuarantinedArrival {
  return {
    outcome: 'quarantined',
    collection: 'test',
    source: `/dump/${name}`,
    locator: `dump/${name}`,
    code: 'NOT_A_CABLE',
    reason: 'Nothing in this text looks like a telegram.',
    bytes: Buffer.from(`bytes of ${name}`),
    ...more,
  }
}
