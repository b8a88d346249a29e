/** A line every so often where the screen is no terminal, milliseconds. */
const quietMs = 3000

/** A bar is drawn again at most this often, milliseconds. */
const drawMs = 100

/** Time over which the rate is taken: what is known already goes faster than what is new. */
const rateMs = 20_000

/** What a long command has done so far. */
export interface Done {
  /** Cables, or what else is counted. */
  readonly items: number
  /** How many there are, where it is known. */
  readonly itemsTotal?: number
  /** Bytes read, where it is known. */
  readonly bytes?: number
  /** Bytes there are to read, where it is known. */
  readonly bytesTotal?: number
  /** Items set aside so far. */
  readonly quarantined?: number
}

/** How fast it goes, a second. */
export interface Rate {
  readonly items: number
  readonly bytes: number
}

/**
 * Progress for people, on standard error: on a terminal one line that is written over, with a bar,
 * count, bytes, rate and time left; elsewhere a plain line every few seconds.
 */
export class Progress {
  readonly #terminal = process.stderr.isTTY === true
  readonly #what: string
  readonly #past: { readonly at: number; readonly done: Done }[] = []
  #drawn = performance.now()
  #shown = false

  /** `what` stands before the line: `Building`. */
  constructor(what = '') {
    this.#what = what
    this.#past.push({ at: this.#drawn, done: { items: 0, bytes: 0 } })
  }

  show(done: Done): void {
    const now = performance.now()
    if (now - this.#drawn < (this.#terminal ? drawMs : quietMs)) return
    this.#drawn = now
    const text = progressLine(done, this.#rate(now, done))
    const line = this.#what === '' ? text : `${this.#what} ${text}`
    process.stderr.write(this.#terminal ? `\r\x1b[2K${this.#cut(line)}` : `${line}\n`)
    this.#shown = this.#terminal
  }

  /** Clears the bar, so that sentences follow on a line of their own. */
  end(): void {
    if (this.#shown) process.stderr.write('\r\x1b[2K')
    this.#shown = false
  }

  #rate(now: number, done: Done): Rate {
    this.#past.push({ at: now, done })
    while ((this.#past[1]?.at ?? now) < now - rateMs) this.#past.shift()
    const [first] = this.#past
    const seconds = Math.max(0.001, (now - (first?.at ?? now)) / 1000)
    return {
      items: (done.items - (first?.done.items ?? 0)) / seconds,
      bytes: ((done.bytes ?? 0) - (first?.done.bytes ?? 0)) / seconds,
    }
  }

  /** A line that is longer than the terminal is wide would not be written over. */
  #cut(line: string): string {
    return line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1))
  }
}

/** `[####----] 1,179 cables · 12.5 of 20.0 MB · 390/s · 4.1 MB/s · 2 s left · 3 set aside`. */
export function progressLine(done: Done, rate: Rate): string {
  const { items, itemsTotal, bytes, bytesTotal, quarantined } = done
  const counted = items.toLocaleString('en-US')
  const all = itemsTotal === undefined ? '' : ` of ${itemsTotal.toLocaleString('en-US')}`
  const share = shareOf(done)
  const left = share === undefined ? undefined : secondsLeft(done, rate)
  const parts = [
    `${counted}${all} ${items === 1 && all === '' ? 'cable' : 'cables'}`,
    ...(bytes === undefined ? [] : [size(bytes, bytesTotal)]),
    `${Math.round(rate.items).toLocaleString('en-US')}/s`,
    ...(bytes === undefined ? [] : [`${megabytes(rate.bytes)} MB/s`]),
    ...(left === undefined ? [] : [`${duration(left)} left`]),
    ...(quarantined ? [`${quarantined.toLocaleString('en-US')} set aside`] : []),
  ]
  const line = parts.join(' · ')
  if (share === undefined) return line
  const filled = Math.round(share * 20)
  return `[${'#'.repeat(filled)}${'-'.repeat(20 - filled)}] ${line}`
}

/** `8 s`, `4 min 12 s`, `1 h 03 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const two = (number: number): string => String(number).padStart(2, '0')
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`
}

function shareOf({ items, itemsTotal, bytes, bytesTotal }: Done): number | undefined {
  const [part, whole] = bytesTotal ? [bytes ?? 0, bytesTotal] : [items, itemsTotal ?? 0]
  return part === 0 || whole === 0 ? undefined : Math.min(1, part / whole)
}

function secondsLeft({ items, itemsTotal = 0, bytes = 0, bytesTotal }: Done, rate: Rate) {
  const [left, speed] = bytesTotal
    ? [bytesTotal - bytes, rate.bytes]
    : [itemsTotal - items, rate.items]
  return speed > 0 ? Math.max(0, left / speed) : undefined
}

function size(bytes: number, bytesTotal: number | undefined): string {
  return bytesTotal
    ? `${megabytes(bytes)} of ${megabytes(bytesTotal)} MB`
    : `${megabytes(bytes)} MB`
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
