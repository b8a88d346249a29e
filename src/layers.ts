/**
 * Who may import whom: the architecture as data, in the order the data flows.
 * `test/layers.test.ts` holds the source to it; ARCHITECTURE.md explains it.
 */
export const layers: Record<string, Layer> = {
  // Pure: no disk, no network, no clock, no `node:`.
  words: { imports: [], packages: [], kind: 'pure' }, //            text → tokens, titles
  telegram: { imports: [], packages: [], kind: 'pure' }, //         source text ↔ syntax tree
  cable: { imports: ['words', 'telegram'], packages: [], kind: 'pure' }, // tree → record
  query: { imports: ['words', 'cable'], packages: [], kind: 'pure' }, //   question ↔ text ↔ address
  synth: { imports: ['telegram', 'cable'], packages: [], kind: 'pure' }, // seed → invented cables

  // Edges in, and the private state on disk.
  sources: { imports: ['cable'], packages: ['parse5'], kind: 'edge' }, // files → source texts
  vault: { imports: ['cable'], packages: ['node:sqlite'], kind: 'state' },

  // Pure again: what an audience may see, how it is written down, how it is searched.
  release: { imports: ['cable'], packages: [], kind: 'pure' },
  edition: { imports: ['words', 'cable'], packages: [], kind: 'pure' },
  search: { imports: ['words', 'cable', 'query', 'edition'], packages: [], kind: 'pure' },

  // The verbs. `press` and `desk` write; `archive` only reads, and never the vault.
  press: {
    imports: ['words', 'cable', 'vault', 'release', 'edition'],
    packages: [],
    kind: 'state',
  },
  archive: {
    imports: ['words', 'cable', 'query', 'edition', 'search'],
    packages: [],
    kind: 'state',
  },
  desk: {
    imports: ['telegram', 'cable', 'sources', 'vault', 'release', 'press'],
    packages: [],
    kind: 'state',
  },

  // Records and answers to markup, and the edges out.
  views: {
    imports: ['words', 'telegram', 'cable', 'query'],
    packages: ['hono'],
    kind: 'pure',
  },
  server: {
    imports: ['cable', 'query', 'archive', 'views'],
    packages: [
      'hono',
      '@hono/node-server',
      '@fontsource/source-serif-4',
      '@fontsource/inter',
      '@fontsource/ibm-plex-mono',
    ],
    kind: 'edge',
  },
  cli: {
    imports: ['telegram', 'cable', 'query', 'synth', 'archive', 'desk', 'server'],
    packages: ['commander'],
    kind: 'edge',
  },
}

/** What one folder of `src/` may reach. */
export interface Layer {
  /** Sibling folders this folder may import. */
  readonly imports: readonly string[]
  /** Packages this folder may import, `node:sqlite` among them. */
  readonly packages: readonly string[]
  /** Pure folders know no clock, disk or network, and import no `node:` module. */
  readonly kind: 'pure' | 'state' | 'edge'
}
