import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArchiveFacts } from '../../src/cable/facts.ts'
import { readCable } from '../../src/cable/read.ts'
import type { Segment } from '../../src/cable/segment.ts'

function segmentsOf(name: string, facts: ArchiveFacts = {}): readonly Segment[] {
  const text = readFileSync(join(import.meta.dirname, 'golden', `${name}.txt`), 'utf8')
  return readCable(text, facts).streams.segments
}

function joined(segments: readonly Segment[], kind: Segment['kind']): string {
  return segments
    .filter((segment) => segment.kind === kind)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .join(' | ')
}

describe('the text stream', () => {
  it('names its parts', () => {
    const segments = segmentsOf('partial-extract')
    expect(joined(segments, 'subject')).toBe(
      'HERRING AND MACKEREL: A SMALL FLEET WITH A LONG REACH, AND WHO PAYS FOR ITS FUEL',
    )
    expect(joined(segments, 'tags')).toBe('PREL EFIS SENV IC NO GUGA')
    expect(joined(segments, 'heading')).toBe(
      'Summary and Comment ------------------- | Six Decades of Nets ------------------- | Comment -------',
    )
    expect(joined(segments, 'signature')).toBe('Roe')
    expect(joined(segments, 'comment')).toContain('It will be a short season.')
    expect(joined(segments, 'summary')).toContain('The herring fleet')
  })

  it('says which paragraph a segment is of', () => {
    const segments = segmentsOf('partial-extract')
    const third = segments.filter(({ paragraph }) => paragraph === 2)
    expect(third).toHaveLength(1)
    expect(third[0]?.text).toContain('strictly protect')
  })

  it('leaves the header to its own stream, and lines of the transmission to none', () => {
    const text = readFileSync(join(import.meta.dirname, 'golden/seventies.txt'), 'utf8')
    const { header, segments } = readCable(text).streams
    const all = segments.map((segment) => segment.text).join('')
    expect(header).toContain('INFO AMEMBASSY OSLO')
    expect(all).not.toContain('AMEMBASSY OSLO')
    expect(all).not.toContain('PAGE 02')
    expect(all).not.toContain('NNNN')
    expect(all).toContain('LIMITED OFFICIAL USE SECTION 1 OF 2 VALLETTA 0456')
  })

  it('begins with the title of the archive where the text does not hold it', () => {
    expect(segmentsOf('number-only', { title: 'FISH AND CHIPS' })[0]).toEqual({
      kind: 'title',
      text: 'FISH AND CHIPS',
    })
    const held = segmentsOf('number-only', { title: 'A NOTE, WITHOUT any header' })
    expect(held.some(({ kind }) => kind === 'title')).toBe(false)
  })

  it('asks for the words of the title, not for a subject that was read', () => {
    const other = segmentsOf('scraped', { title: 'SOMETHING ELSE' })
    expect(other[0]).toEqual({ kind: 'title', text: 'SOMETHING ELSE' })
    expect(other.some(({ kind }) => kind === 'subject')).toBe(true)
  })

  it.each([
    ['A B A B A C', 'the end: a b a b a b a c d', false],
    ['A B C', 'a b a b c', false],
    ['THE SHEEP OF LOM', 'On the the sheep\nof Lome.', false],
    ['SHEEP', 'No goats.', true],
    ['SHE', 'No sheep.', false],
    ['SHEEP OF', 'of sheep', true],
    ['!?', 'nothing', false],
  ])('%s, beside: %s', (title, body, isOutside) => {
    const { segments } = readCable(`UNCLAS LOME 000077\n\n1. ${body}\n`, { title }).streams
    expect(segments[0]?.kind === 'title').toBe(isOutside)
  })
})
