import { expect, test } from 'vitest'
import { CommandError, failureOf } from '../../src/cli/failure.ts'
import { count, printable } from '../../src/cli/output.ts'
import { duration, progressLine } from '../../src/cli/progress.ts'

test('an error with a code and a sentence is one line with its exit code', () => {
  expect(failureOf(new CommandError('NO_FILE', 'It is not\nthere.', 1))).toEqual({
    line: 'NO_FILE: It is not there.',
    exit: 1,
  })
})

test('an error of a part without an exit code of its own makes the archive unusable', () => {
  const error = Object.assign(new Error('The edition is damaged.'), { code: 'EDITION_HASH' })
  expect(failureOf(error)).toEqual({ line: 'EDITION_HASH: The edition is damaged.', exit: 3 })
})

test.each([
  ['ENOENT', '/a/b', 'ENOENT: /a/b does not exist.'],
  ['EACCES', '/a/b', 'EACCES: /a/b may not be read or written by you.'],
  [
    'ENOSPC',
    '/a/b',
    'ENOSPC: /a/b could not be written: the disk is full. Make room and run the command again.',
  ],
])('an error of the system is a sentence: %s', (code, path, line) => {
  const error = Object.assign(new Error(code), { code, path, syscall: 'open' })
  expect(failureOf(error)).toEqual({ line, exit: 3 })
})

test.each([
  new TypeError('x is not a function'),
  Object.assign(new TypeError('bad'), { code: 'ERR_INVALID_ARG_TYPE' }),
  'a string',
])('everything else is a bug and keeps its stack: %s', (error) => {
  const { line, exit } = failureOf(error)
  expect(exit).toBe(70)
  expect(line).toMatch(/^BUG: .*\n/)
})

test('hostile text cannot move the cursor', () => {
  expect(printable('a\x1b[2Jb\rc\r\nd\te\x9b')).toBe('a\\x1b[2Jb\\x0dc\nd\te\\x9b')
})

test('numbers are written for people', () => {
  expect(count(1, 'cable')).toBe('1 cable')
  expect(count(1179, 'cable')).toBe('1,179 cables')
  expect(count(0, 'copy', 'copies')).toBe('0 copies')
})

test('progress says what is known', () => {
  const half = { items: 500, bytes: 5e6, bytesTotal: 1e7 }
  expect(progressLine(half, { items: 250, bytes: 2.5e6 })).toBe(
    '[##########----------] 500 cables · 5.0 of 10.0 MB · 250/s · 2.5 MB/s · 2 s left',
  )
  const still = { items: 0, bytes: 0 }
  expect(progressLine({ items: 1, bytes: 2e6 }, still)).toBe('1 cable · 2.0 MB · 0/s · 0.0 MB/s')
  expect(progressLine({ items: 7 }, { items: 7, bytes: 0 })).toBe('7 cables · 7/s')
  expect(
    progressLine({ items: 1, itemsTotal: 4000, quarantined: 0 }, { items: 10, bytes: 0 }),
  ).toBe('[--------------------] 1 of 4,000 cables · 10/s · 6 min 40 s left')
  expect(progressLine({ ...half, quarantined: 1234 }, { items: 0, bytes: 1 })).toBe(
    '[##########----------] 500 cables · 5.0 of 10.0 MB · 0/s · 0.0 MB/s · 1388 h 53 min left · 1,234 set aside',
  )
  expect([0.2, 59.5, 61, 3600].map(duration)).toEqual([
    '1 s',
    '1 min 00 s',
    '1 min 01 s',
    '1 h 00 min',
  ])
})
