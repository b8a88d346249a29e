import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that start whole processes, of the program in `dist/` or of a browser. */
const processes = ['test/cli/**', 'test/faults/**', 'test/project/**']
const browsers = ['test/browser/**']

/** Pages are JSX of hono, as in tsconfig.json. */
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const

export default defineConfig({
  oxc,
  test: {
    // Left alone, one of two processors would idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...processes, ...browsers],
          // Nothing is mocked and no module keeps what a test did: loading each once saves a third.
          isolate: false,
          // Only what hangs takes so long; a busy machine is no failure.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: 'process',
          include: processes.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          include: browsers.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // After everything else, and two browsers at a time: they need the memory.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
