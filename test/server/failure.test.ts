import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import type { Door } from '../../src/server/door.ts'
import { smallCollection } from './collection.ts'
import { openRoom } from './room.ts'

let app: ReturnType<typeof createApp>

beforeAll(async () => {
  app = createApp(await openRoom(smallCollection()))
})

describe('what goes wrong', () => {
  test('an archive that cannot be opened is 503, in a sentence', async () => {
    const closed: Door = {
      current: () =>
        Promise.reject(Object.assign(new Error('Run "chancery build".'), { code: 'EDITION_NONE' })),
    }
    const response = await createApp(closed).request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('Run &quot;chancery build&quot;.')
  })

  test('a fault of the program is 500 and is reported', async () => {
    const bugs: unknown[] = []
    const broken: Door = { current: () => Promise.reject(new TypeError('oops')) }
    const response = await createApp(broken, { onBug: (bug) => bugs.push(bug) }).request('/')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('oops')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(bugs).toHaveLength(1)
  })

  test('only GET and HEAD are answered', async () => {
    expect((await app.request('/', { method: 'POST' })).status).toBe(405)
    const head = await app.request('/', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  })
})
