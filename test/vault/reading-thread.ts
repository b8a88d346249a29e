// A thread of its own that reads every text of a vault and says how many there are.
import { parentPort, workerData } from 'node:worker_threads'
import { openVault } from '../../src/vault/open-vault.ts'

const vault = openVault(String(workerData.archive))
const texts = [...vault.holdings()].map(({ versions }) => versions[0]?.text ?? '')
vault.close()
parentPort?.postMessage(texts.filter((text) => text.startsWith('UNCLAS')).length)
