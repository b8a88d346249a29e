/**
 * Sets up and runs a script of the project under its own Node.
 *
 *     npm run bench [-- SUBJECT]
 *     npm run screenshots -- FOLDER [ADDRESS]
 */
import './node-version.mjs'

void import('./trouble.mjs').then(({ launch }) => launch(() => import('./script.mjs')))
