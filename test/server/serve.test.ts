import { createServer, request, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '../../src/server/door.ts'
import { PortError, type Serving, serve } from '../../src/server/serve.ts'
import { smallCollection } from './collection.ts'
import { openRoom } from './room.ts'

let door: Door
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  door = await openRoom(smallCollection())
})
afterEach(async () => {
  for (const serving of open.splice(0)) await serving.close()
})

async function started(options: Omit<Parameters<typeof serve>[0], 'door'>): Promise<Serving> {
  const serving = await serve({ door, ...options })
  open.push(serving)
  return serving
}

async function occupied(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Asks with any Host header, which `fetch` does not let one set. */
function status(port: number, host: string, address = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: address, port, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('serve', () => {
  test('listens on 127.0.0.1 and answers its printed address only', async () => {
    const { address, port } = await started({ port: 0 })
    expect(address).toBe(`http://127.0.0.1:${port}/`)
    expect((await fetch(address)).status).toBe(200)
    expect(await status(port, `127.0.0.1:${port}`)).toBe(200)
    expect(await status(port, `localhost:${port}`)).toBe(403)
    expect(await status(port, `rebound.example:${port}`)).toBe(403)
    expect(await status(port, `127.0.0.1:${port + 1}`)).toBe(403)
  })

  test('no other address of this computer is open', async () => {
    const { port } = await started({ port: 0 })
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    // 127.0.0.2 is this computer too, on Linux, and not the address that was printed.
    const addresses = ['127.0.0.2', ...others.map((other) => other.address)]
    for (const address of addresses) {
      await expect(status(port, `127.0.0.1:${port}`, address)).rejects.toThrow(/ECONNREFUSED/)
    }
  })

  test('a taken port is the next free one where that is asked for', async () => {
    const taken = await occupied()
    const serving = await started({ port: taken, tryNextPorts: true })
    expect(serving.port).toBeGreaterThan(taken)
    expect(serving.port).toBeLessThanOrEqual(taken + 20)
    expect(await status(serving.port, `127.0.0.1:${serving.port}`)).toBe(200)
  })

  test('a taken port is one clear sentence otherwise', async () => {
    const taken = await occupied()
    await expect(started({ port: taken })).rejects.toThrow(PortError)
    await expect(started({ port: taken })).rejects.toThrow(
      `The port ${taken} is taken or may not be used: name another one with --port.`,
    )
  })

  test('close frees the port, with a reader still connected', async () => {
    const { port, address, close } = await serve({ door, port: 0 })
    await fetch(address)
    await close()
    await expect(status(port, `127.0.0.1:${port}`)).rejects.toThrow()
    const again = await started({ port })
    expect(again.port).toBe(port)
  })
})
