/**
 * `npm test`: sets up, then types, lint, and every test; the last line counts them.
 *
 *     npm test                    everything
 *     npm run check               types, lint, layers and unit tests: under a minute
 *     npm test -- test/cable      types, lint, and the tests of that path
 */
import './node-version.mjs'

void import('./trouble.mjs').then(({ launch }) => launch(() => import('./checks.mjs')))
