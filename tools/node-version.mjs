/**
 * The first thing every launcher loads: stops with one line where Node is too old to go on.
 * Written so that any Node that knows ES modules can read it.
 */
const version = process.versions.node
if (Number(version.split('.')[0]) < 20) {
  process.stderr.write(
    `Chancery cannot be set up with Node ${version}: install Node 20 or newer (https://nodejs.org) and run the same command again.\n`,
  )
  process.exit(1)
}
