import { defineConfig } from 'vitest/config'

/** Tests that start whole processes, of the program in `dist/` or of a browser. */
const processes = ['test/cli/**', 'test/project/**']
const browsers = ['test/browser/**']

/** Pages are JSX of hono, as in tsconfig.json. */
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const

export default defineConfig({
  oxc,
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...processes, ...browsers],
          // Nothing is mocked and no module keeps what a test did: loading each once saves a third.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: 'process',
          include: processes.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          include: browsers.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One browser at a time: it needs the memory.
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
