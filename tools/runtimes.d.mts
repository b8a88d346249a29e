/** One platform's Node, as `runtimes.mjs` lists it. */
export interface Runtime {
  readonly name: string
  readonly version: string
  readonly integrity: string
  readonly binary: string
  readonly megabytes: number
}

export const oldest: readonly [number, number]
export const runtimes: Readonly<Record<string, Runtime>>
