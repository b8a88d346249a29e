#!/usr/bin/env node
import { CommanderError } from 'commander'
import { exit, failureOf } from './failure.ts'
import { endWithReader } from './output.ts'
import { program } from './program.ts'

endWithReader()
try {
  await program().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // The sentence has been printed already; asking for help is no wrong use.
    process.exitCode = error.exitCode === 0 ? exit.done : exit.use
  } else {
    const failure = failureOf(error)
    process.stderr.write(`${failure.line}\n`)
    process.exitCode = failure.exit
  }
}
