/** `npm start [PATH…]`: sets up, reads the given dump if there is one, opens the reading room. */
import './node-version.mjs'

void import('./trouble.mjs').then(({ launch }) => launch(() => import('./open.mjs')))
