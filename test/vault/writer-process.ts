// A process of its own for the tests of the lock and of a sudden end:
// node writer-process.ts ARCHIVE hold|write
import { openVaultForWriting } from '../../src/vault/write-vault.ts'
import { storedArrival } from './arrival-sample.ts'

const [archiveDir = '', mode] = process.argv.slice(2)
const vault = openVaultForWriting(archiveDir, 'a long ingest')
vault.ensureCollection('test', { invented: false })
process.stdout.write('ready\n')
if (mode === 'hold') setInterval(() => undefined, 1_000)
else {
  for (let batch = 0; ; batch++) {
    const arrivals = Array.from({ length: 5 }, (_, index) => {
      const serial = batch * 5 + index + 1
      return storedArrival(`07LOME${serial}`, `UNCLAS LOME ${serial}\n${'words '.repeat(400)}`)
    })
    vault.commit(arrivals, 'test')
    process.stdout.write(`${(batch + 1) * 5}\n`)
  }
}
