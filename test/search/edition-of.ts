import type { Cable, Level, Paragraph } from '../../src/cable/record.ts'
import type { Segment, SegmentKind } from '../../src/cable/segment.ts'
import type { CatalogueEntry, Edition, EditionCable } from '../../src/edition/edition.ts'

/** An invented cable in short form. */
export interface Sketch {
  readonly id: string
  readonly date?: string
  readonly subject?: string
  /** Text of each paragraph; with `kind: ` before it a segment outside the paragraphs. */
  readonly paragraphs?: readonly string[]
  readonly signature?: string
  readonly post?: string
  readonly origin?: string
  readonly level?: Level
  readonly controls?: readonly string[]
  readonly tags?: readonly string[]
  readonly cites?: readonly string[]
  readonly aliases?: readonly string[]
  readonly collection?: string
}

/** An edition in memory that holds exactly these cables. */
export function editionOf(sketches: readonly Sketch[]): Edition {
  const sorted = sketches.toSorted(
    (a, b) => compare(a.date ?? '\uffff', b.date ?? '\uffff') || compare(a.id, b.id),
  )
  const cables = sorted.map(cableOf)
  return {
    manifest: {
      format: 'chancery-edition',
      formatVersion: 1,
      audience: 'desk',
      date: '2026-03-04T10:00:00Z',
      cables: cables.length,
      paragraphs: cables.reduce((sum, { record }) => sum + record.paragraphs.length, 0),
      collections: [],
      withdrawn: [],
      contentRoot: '',
      files: [],
    },
    catalogue: sorted.map(entryOf),
    digests: () => Promise.resolve(undefined),
    read: (numbers) =>
      Promise.resolve(
        numbers.map((number) => {
          const cable = cables[number]
          if (cable === undefined) throw new RangeError(`No cable ${number}.`)
          return cable
        }),
      ),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function entryOf(sketch: Sketch): CatalogueEntry {
  const { id, date, post, origin, level } = sketch
  return {
    id,
    title: sketch.subject ?? id,
    ...(date !== undefined && { date }),
    ...(post !== undefined && { post }),
    ...(origin !== undefined && { origin }),
    ...(level !== undefined && { level }),
    controls: sketch.controls ?? [],
    tags: sketch.tags ?? [],
    captions: [],
    collection: sketch.collection ?? 'invented',
    partial: false,
    cites: sketch.cites ?? [],
    aliases: sketch.aliases ?? [],
  }
}

function cableOf(sketch: Sketch): EditionCable {
  const { subject, paragraphs = [], signature } = sketch
  const segments: Segment[] = [
    ...piece('subject', subject),
    ...paragraphs.flatMap((text, paragraph) => ({ kind: 'body' as const, text, paragraph })),
    ...piece('signature', signature),
  ]
  const text = segments.map((segment) => segment.text).join('\n\n')
  return { record: recordOf(sketch), text, header: '', segments, aliases: sketch.aliases ?? [] }
}

function piece(kind: SegmentKind, text: string | undefined): Segment[] {
  return text === undefined ? [] : [{ kind, text }]
}

function recordOf(sketch: Sketch): Cable {
  const paragraphs = (sketch.paragraphs ?? []).map(
    (text, index): Paragraph => ({
      number: index + 1,
      portion: { level: 'C', controls: [] },
      anchor: `p${index + 1}`,
      textAnchor: `t-${String(index).padStart(10, '0')}`,
      kind: 'body',
      text: text.replace(/-\n/g, '').replace(/\s+/g, ' '),
    }),
  )
  return {
    id: sketch.id,
    title: sketch.subject ?? sketch.id,
    captions: [],
    passing: [],
    to: [],
    info: [],
    excluded: [],
    tags: [],
    references: [],
    paragraphs,
    signature: [],
    partial: false,
    media: [],
    text: 'full',
    protection: [],
    diagnostics: [],
  }
}
