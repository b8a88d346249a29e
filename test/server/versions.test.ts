import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { smallCollection } from './collection.ts'
import { crawl } from './crawl.ts'
import { invented } from './invented.ts'
import { openRoom } from './room.ts'

const path = '/cable/07REYKJAVIK123/versions'
const desk = createApp(await openRoom(smallCollection()))
const page = async (address: string): Promise<string> => (await desk.request(address)).text()

describe('the versions of a cable', () => {
  test('are listed with what a person decides by, and offered in pairs', async () => {
    const html = await page(path)
    expect(html).toContain('3 versions')
    expect(html).toContain('2 redaction marks')
    expect(html).toContain('collections masked, other')
    for (const word of ['shown on the desk', 'for the public', 'chosen', 'a part only']) {
      expect(html).toContain(`>${word}<`)
    }
    for (const pair of ['1..2', '1..3', '2..3']) expect(html).toContain(`href="${path}/${pair}"`)
    expect(await page('/cable/07REYKJAVIK123')).toContain(`href="${path}"`)
    expect(await page('/cable/07OSLO88')).not.toContain('/versions')
  })

  test('are compared word by word, both ways, with words for those who see no colour', async () => {
    const html = await page(`${path}/1..3`)
    expect(html).toMatch(/<del><span class="listen">\[only in version 1: <\/span>XXXXXXXXXXXX/)
    expect(html).toMatch(/<ins><span class="listen">\[only in version 3: <\/span>mackerel/)
    expect(html).toContain('lines alike</summary>')
    expect(await page(`${path}/3..1`)).toMatch(/<del><span class="listen">\[only in version 3: /)
    expect(await page(`${path}/2..2`)).toContain('The words are the same')
  })

  test('have JSON twins', async () => {
    const list = await (await desk.request(`${path}.json`)).json()
    expect(list.versions.map((one: { number: number }) => one.number)).toEqual([1, 2, 3])
    expect(JSON.stringify(list)).not.toContain('"text"')
    const pair = await (await desk.request(`${path}/1..3.json`)).json()
    expect(pair).toMatchObject({ id: '07REYKJAVIK123', from: 1, to: 3, removed: 2, added: 2 })
  })

  test('move to the one address and know what is not there', async () => {
    const moved = await desk.request('/cable/07reykjavik123/versions/1..2')
    expect([moved.status, moved.headers.get('location')]).toEqual([308, `${path}/1..2`])
    for (const missing of [`${path}/1..4`, `${path}/9..1`, '/cable/07OSLO88/versions']) {
      expect([missing, (await desk.request(missing)).status]).toEqual([missing, 404])
    }
  })

  test('escape what a text holds', async () => {
    const hostile = '<script>alert(1)</script>\u202e'
    const [cable] = smallCollection()
    if (cable?.versions === undefined) throw new Error('the collection has a cable with versions')
    const versions = cable.versions.map((each) => ({
      ...each,
      text: `${each.text} ${hostile}${each.number}`,
    }))
    const app = createApp(await openRoom([{ ...cable, versions }]))
    const html = await (await app.request(`${path}/1..2`)).text()
    expect(html).not.toContain('<script')
    expect(html).toContain('[U+202E]1')
  })
})

describe('in public', () => {
  test('nothing stands there, nothing leads there, and no page tells of them', async () => {
    // An edition never has them; were one to have them, no page would show them.
    const app = createApp(await openRoom(smallCollection(), { audience: 'public', release: 1 }), {
      audience: 'public',
    })
    for (const address of [path, `${path}.json`, `${path}/1..3`, `${path}/1..3.json`]) {
      const answer = await app.request(address)
      expect([address, answer.status]).toEqual([address, 404])
      expect(await answer.text()).not.toContain('XXXX')
    }
    const pages = await crawl(app, '/cable/07REYKJAVIK123')
    for (const { html } of pages) expect(html).not.toMatch(/\/versions|Versions ·|only in version/)
  })

  test('a cable of a single text answers like one that has several', async () => {
    const one = invented({
      id: '07OSLO1',
      post: 'OSLO',
      origin: 'Embassy Oslo',
      subject: 'X',
      paragraphs: ['x'],
    })
    const app = createApp(await openRoom([one], { audience: 'public', release: 1 }), {
      audience: 'public',
    })
    const answer = await app.request('/cable/07OSLO1/versions')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Nothing stands at this address.')
  })
})
