import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Door } from './door.ts'

/** Ports tried after the one that was asked for. */
const nextPortsMax = 20
/** How long answers under way may take when the server stops, milliseconds. */
const closeGraceMs = 2_000

/** What `serve` needs. */
export interface ServeOptions {
  readonly door: Door
  /** 0: any free one. */
  readonly port: number
  /** Take the next free port where this one is taken. */
  readonly tryNextPorts?: boolean
  /** Serves a public edition on this host; absent, the desk, on 127.0.0.1 and nothing else. */
  readonly publicHost?: string
  /** Told of every fault of the program itself. */
  readonly onBug?: (error: unknown) => void
}

/** A reading room that is open. */
export interface Serving {
  /** `http://127.0.0.1:8080/` */
  readonly address: string
  readonly port: number
  /** Ends it; answers under way may finish. */
  close(): Promise<void>
}

/** A port that cannot be had; the sentence says what to do. */
export class PortError extends Error {
  readonly code = 'PORT_TAKEN'
}

/** Opens the reading room. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { door, port, tryNextPorts = false, publicHost, onBug } = options
  const hostname = publicHost ?? '127.0.0.1'
  const last = tryNextPorts && port !== 0 ? Math.min(port + nextPortsMax, 65_535) : port
  for (let next = port; next <= last; next++) {
    const server = await listening(hostname, next)
    if (server === undefined) continue
    const bound = portOf(server)
    const app = createApp(door, {
      audience: publicHost === undefined ? 'desk' : 'public',
      port: bound,
      ...(onBug !== undefined && { onBug }),
    })
    answering.set(server, app.fetch)
    const name = hostname.includes(':') ? `[${hostname}]` : hostname
    return {
      address: `http://${name}:${bound}/`,
      port: bound,
      close: () => closed(server),
    }
  }
  throw new PortError(
    tryNextPorts
      ? `The ports ${port} to ${last} are all taken: name a free one with --port.`
      : `The port ${port} is taken or may not be used: name another one with --port.`,
  )
}

type Fetch = ReturnType<typeof createApp>['fetch']

/** Which port it is is only known once the server listens, and the app is made for its port. */
const answering = new WeakMap<Server, Fetch>()

/** A server that listens; undefined where the port is taken. */
function listening(hostname: string, port: number): Promise<Server | undefined> {
  const server = createAdaptorServer({
    fetch: (request) => {
      const fetch = answering.get(server)
      return fetch === undefined ? new Response(null, { status: 503 }) : fetch(request)
    },
  }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code))
      if (taken) resolve(undefined)
      else reject(error)
    })
    server.listen(port, hostname, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => server.closeAllConnections(), closeGraceMs)
    server.close(() => {
      clearTimeout(grace)
      resolve()
    })
    server.closeIdleConnections()
  })
}
