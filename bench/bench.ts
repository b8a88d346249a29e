/**
 * Measures the program: each subject prints tables, taken now, on this machine.
 *
 *     npm run bench                     the parts, on the bundled sample
 *     npm run bench -- parse            the parser, on 20,000 invented cables
 *     npm run bench -- parse 2000       the same on fewer
 *     npm run bench -- synth 251287     what invented cables are like
 *     npm run bench -- ingest           from a csv to the desk edition, 25,129 and 251,287 cables
 */
const subjects: Readonly<Record<string, () => Promise<{ bench(args: string[]): Promise<void> }>>> =
  {
    sample: () => import('./sample.ts'),
    parse: () => import('./parse.ts'),
    ingest: () => import('./ingest.ts'),
    synth: () => import('./synth.ts'),
  }

const [subject = 'sample', ...args] = process.argv.slice(2)
const load = subjects[subject]
if (load === undefined) {
  console.error(`There is no measurement "${subject}": one of ${Object.keys(subjects).join(', ')}.`)
  process.exitCode = 2
} else await (await load()).bench(args)
