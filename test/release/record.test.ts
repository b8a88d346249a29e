import { expect, it } from 'vitest'
import { publicRecord } from '../../src/release/record.ts'
import { inventedCable } from '../edition/invented-cable.ts'

const { record } = inventedCable('05OSLO1', {
  protection: [{ printed: '(strictly protect)', paragraph: 4 }],
  media: [
    { url: 'https://paper.example/story' },
    { url: 'file:///home/jane/story.html' },
    { url: 'http://nas/story' },
    { url: 'http://192.168.0.7/story' },
    { url: 'https://jane:secret@paper.example/story' },
  ],
  source: {
    holder: 'An archive',
    documentNumber: '1975OSLO00001',
    locator: '/home/jane/dump/05OSLO1.html',
    url: 'http://localhost:8000/05OSLO1.html',
    file: 'jane-dump.zip',
    sha256: 'ab'.repeat(32),
  },
})

it('keeps what an archive says, and drops what tells of the owner or of people to protect', () => {
  expect(publicRecord(record)).toEqual({
    ...record,
    protection: [],
    media: [{ url: 'https://paper.example/story' }],
    source: { holder: 'An archive', documentNumber: '1975OSLO00001', sha256: 'ab'.repeat(32) },
  })
})

it('keeps a locator that an archive printed and an address on the web', () => {
  const source = { locator: 'TEXT ON-LINE, ON MICROFILM', url: 'https://archive.example/05OSLO1' }
  expect(publicRecord({ ...record, source }).source).toEqual(source)
})

it('leaves no empty source', () => {
  expect(publicRecord({ ...record, source: { file: 'dump.html' } })).not.toHaveProperty('source')
})
