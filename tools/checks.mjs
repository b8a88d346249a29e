import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { run } from './process.mjs'
import { Stopped, say, Trouble } from './trouble.mjs'

/** What the browser of the tests takes when it is unpacked into `.runtime/`, rounded up. */
const browserMegabytes = 250

function browserUnpacked() {
  const folder = join(root, '.runtime')
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('chromium-'))
}

/** How many skipped tests are named. */
const skippedShown = 20

const unrun = new Set(['skipped', 'pending', 'todo'])

/** Sets up and runs all checks, each to its end whatever the one before found. */
export async function main(args) {
  const quick = args.includes('--quick')
  const node = await prepare(quick || browserUnpacked() ? 0 : browserMegabytes)
  const paths = args.filter((argument) => argument !== '--quick')
  const parts = [
    await check(node, 'Types', ['typescript', 'bin', 'tsc'], ['-p', 'tsconfig.test.json']),
    await check(node, 'Lint', ['@biomejs', 'biome', 'bin', 'biome'], ['check']),
    await tests(node, [...(quick ? ['--project', 'unit'] : []), ...paths]),
  ]
  const sum = (key) => parts.reduce((total, part) => total + (part[key] ?? 0), 0)
  const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`)
  return sum('failed') === 0 ? 0 : 1
}

/** A check that is one program and its exit code. */
async function check(node, name, program, options) {
  const { code, output } = await tool(node, program, options, false)
  if (code !== 0) say(output.trim())
  say(`${name}: ${code === 0 ? 'in order' : 'see above'}`)
  return code === 0 ? { passed: 1 } : { failed: 1 }
}

async function tests(node, options) {
  const report = join(root, '.runtime', `tests-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const program = ['vitest', 'vitest.mjs']
    const { code } = await tool(node, program, ['run', ...reporters, ...options], true)
    const result = JSON.parse(readFileSync(report, 'utf8'))
    saySkipped(result)
    return counts(result, code)
  } catch (error) {
    if (error instanceof Trouble) throw error
    say(`The tests left no report: ${error.message}`)
    return { failed: 1 }
  } finally {
    rmSync(report, { force: true })
  }
}

/** Counts of a vitest report; a file that could not be loaded, or a stray error, is a failure. */
function counts(report, code) {
  const failed = report.numFailedTests === 0 && code !== 0 ? 1 : report.numFailedTests
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed, skipped }
}

/** A test that did not run is named, with the reason its name gives. */
function saySkipped(report) {
  const names = report.testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => unrun.has(status)).map((one) => one.fullName),
  )
  for (const name of names.slice(0, skippedShown)) say(`Skipped: ${name}`)
  const more = names.length - skippedShown
  if (more > 0) say(`Skipped: ${more} more`)
}

async function tool(node, program, options, inherit) {
  const env = { ...process.env }
  // A person's own archive is no matter of the tests.
  delete env.CHANCERY_ARCHIVE
  const file = join(root, 'node_modules', ...program)
  const result = await run(node, [file, ...options], { cwd: root, env, inherit })
  if (result.stopped) throw new Stopped()
  return result
}
