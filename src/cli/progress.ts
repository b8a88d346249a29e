/** A line every so often where the screen is no terminal, milliseconds. */
const quietMs = 3000

/** A bar is drawn again at most this often, milliseconds. */
const drawMs = 100

/** What a long command has done so far. */
export interface Done {
  readonly items: number
  /** Bytes read, where it is known. */
  readonly bytes?: number
  /** Bytes there are to read, where it is known. */
  readonly bytesTotal?: number
}

/**
 * Progress for people, on standard error: on a terminal one line that is written over, with a bar,
 * count, bytes, rate and time left; elsewhere a plain line every few seconds.
 */
export class Progress {
  readonly #started = performance.now()
  readonly #terminal = process.stderr.isTTY === true
  #drawn = performance.now()
  #shown = false

  show(done: Done): void {
    const now = performance.now()
    if (now - this.#drawn < (this.#terminal ? drawMs : quietMs)) return
    this.#drawn = now
    const line = progressLine(done, (now - this.#started) / 1000)
    process.stderr.write(this.#terminal ? `\r\x1b[2K${line}` : `${line}\n`)
    this.#shown = this.#terminal
  }

  /** Clears the bar, so that sentences follow on a line of their own. */
  end(): void {
    if (this.#shown) process.stderr.write('\r\x1b[2K')
    this.#shown = false
  }
}

/** `[######----] 1,179 cables · 12.5 of 20.0 MB · 390/s · 2 s left`. */
export function progressLine({ items, bytes, bytesTotal }: Done, seconds: number): string {
  const rate = seconds > 0 ? Math.round(items / seconds) : 0
  const parts = [
    `${items.toLocaleString('en-US')} ${items === 1 ? 'cable' : 'cables'}`,
    ...(bytes === undefined ? [] : [size(bytes, bytesTotal)]),
    `${rate.toLocaleString('en-US')}/s`,
  ]
  if (bytes === undefined || bytes === 0 || !bytesTotal) return parts.join(' · ')
  const share = Math.min(1, bytes / bytesTotal)
  const filled = Math.round(share * 20)
  const left = `${Math.ceil((seconds * (1 - share)) / share)} s left`
  return `[${'#'.repeat(filled)}${'-'.repeat(20 - filled)}] ${[...parts, left].join(' · ')}`
}

function size(bytes: number, bytesTotal: number | undefined): string {
  const read = (bytes / 1e6).toFixed(1)
  return bytesTotal ? `${read} of ${(bytesTotal / 1e6).toFixed(1)} MB` : `${read} MB`
}
