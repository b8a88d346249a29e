/** `npm run setup`: makes a checkout ready to run. Plain JavaScript, for Node 20 and newer. */
import './node-version.mjs'

void import('./trouble.mjs').then(({ launch }) => launch(() => import('./prepare.mjs')))
