import type { VaultWriter } from '../../src/vault/write-vault.ts'
import { quarantinedArrival, storedArrival } from './arrival-sample.ts'

/** Time of every entry of the committed vaults. */
export const formatDay: Date = new Date('2026-11-22T03:04:05Z')

const page = (id: string, words: string): string =>
  `UNCLAS ${id}\n\nSUBJECT: THE INVENTED HARBOUR\n\n1. ${words}\n\n2. Jane Doe agreed.\n`

/** Texts by cable, oldest first, as every committed vault holds them. */
export const formatTexts: Readonly<Record<string, readonly string[]>> = {
  '07ACCRA9': [page('ACCRA 9', 'Latin letters: é à ü ¶ ß.')],
  '07LOME77': [page('LOME 77', 'The pilot left.'), page('LOME 77', 'The pilot left at noon.')],
  '07LOME77~2': [page('LOME 77', 'A wholly different matter.')],
  '07LOME78': ['A half \ud800 of a pair, and a NUL \u0000 beside it.'],
  '07LOME79': [page('LOME 79', 'It froze again. '.repeat(12_000))],
}

/** Bytes of the cable whose page was not UTF-8. */
export const latinBytes: Buffer = Buffer.from(formatTexts['07ACCRA9']?.[0] ?? '', 'latin1')

/**
 * Fills an empty vault with one of everything; the vaults under `formats/` were made with it, each
 * by the program that wrote that format.
 */
export function fillVault(vault: VaultWriter): void {
  const [first = '', second = ''] = formatTexts['07LOME77'] ?? []
  const text = (id: string): string => formatTexts[id]?.[0] ?? ''
  vault.ensureCollection('test', { invented: false })
  vault.ensureCollection('other', { invented: false })
  vault.commit(
    [
      storedArrival('07LOME77', first, {
        aliases: ['07LOMB77'],
        bodyStart: 14,
        anchors: [
          ['p1', 't-0123456789'],
          ['p2', 't-aaaaaaaaaa'],
        ],
      }),
      storedArrival('07ACCRA9', text('07ACCRA9'), {
        bytes: latinBytes,
        encoding: { name: 'iso-8859-1', replaced: 0 },
        facts: { id: '07ACCRA9', classification: 'UNCLASSIFIED', tags: ['PREL', 'GH'] },
        anchors: [],
      }),
      quarantinedArrival('x'),
      quarantinedArrival('y', { code: 'BINARY' }),
    ],
    'test',
  )
  vault.commit(
    [
      storedArrival('07LOME77', second, {
        outcome: 'newVersion',
        source: '/dump/second.txt',
        locator: 'dump/second.txt',
        encoding: { name: 'utf-8', replaced: 2 },
      }),
      storedArrival('07LOME77~2', text('07LOME77~2'), {
        source: '/dump/twin.txt',
        withhold: { reason: 'TWIN_OF_WITHHELD', note: 'shares its number with 07LOME77' },
      }),
      storedArrival('07LOME78', text('07LOME78'), {
        bytes: Buffer.from(text('07LOME78'), 'utf16le'),
        encoding: { name: 'utf-16le', replaced: 0 },
        source: '/dump/y',
        locator: 'dump/y',
      }),
      {
        outcome: 'unchanged',
        id: '07ACCRA9',
        collection: 'test',
        source: '/dump/07ACCRA9.txt',
        locator: 'dump/07ACCRA9.txt',
      },
    ],
    'test',
  )
  vault.commit(
    [
      storedArrival('07LOME77', first, {
        outcome: 'copy',
        collection: 'other',
        facts: { id: '07LOME77', title: 'THE HARBOUR' },
      }),
      storedArrival('07LOME79', text('07LOME79'), { collection: 'other' }),
      {
        outcome: 'quarantined',
        collection: 'other',
        source: '/dump/gone',
        locator: 'dump/gone',
        code: 'UNREADABLE',
        reason: 'The file cannot be read.',
      },
    ],
    'other',
  )
  vault.decide({
    kind: 'policy',
    subjects: ['test'],
    value: 'all',
    reason: 'A test.',
    text: 'Policy.',
  })
  vault.decide({
    kind: 'withhold',
    subjects: ['07LOME77', '07LOME78'],
    value: 'withhold',
    reason: 'PRIVACY',
    note: 'A note.',
    text: 'Withheld two.',
  })
  vault.decide({
    kind: 'restore',
    subjects: ['07LOME78'],
    value: 'restore',
    reason: '',
    text: 'Restored.',
  })
  vault.addAnchors([
    [
      storedArrival('07LOME77', first).sha256,
      [
        ['p1', 't-ffffffffff'],
        ['p3', 't-bbbbbbbbbb'],
      ],
    ],
  ])
  vault.markReleased(['07ACCRA9'], 'abc123')
  vault.record({
    kind: 'publish',
    text: 'Published release 1: 1 cables.',
    data: { release: 1, root: 'abc123' },
  })
}
