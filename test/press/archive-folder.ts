import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is done. */
export function archiveFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
  return new Map(files.map((path) => [relative(folder, path), readFileSync(path)]))
}

/** Whether a word stands in any file below a folder, as it lies there or in any block inflated. */
export function standsBelow(folder: string, word: string): boolean {
  return wordsBelow(folder, [word]).length > 0
}

/** Those of the words that stand there. */
export function wordsBelow(folder: string, words: readonly string[]): string[] {
  const found = new Set<string>()
  for (const [name, bytes] of filesBelow(folder)) {
    const buffer = Buffer.from(bytes)
    const blocks = name.endsWith('.bin') ? inflatedAnywhere(buffer) : []
    for (const word of words) {
      const wide = Buffer.from(word, 'utf16le')
      const stands = [buffer, ...blocks].some((text) => text.includes(word) || text.includes(wide))
      if (stands) found.add(word)
    }
  }
  return [...found]
}

/** What inflates of a file, one block after the other, without asking the edition where they are. */
function inflatedAnywhere(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    try {
      // `info` tells how much of the input was a block.
      const { buffer, engine } = inflateRawSync(bytes.subarray(at), { info: true }) as unknown as {
        buffer: Buffer
        engine: { bytesWritten: number }
      }
      if (buffer.length > 0) blocks.push(buffer)
      at += Math.max(engine.bytesWritten, 1)
    } catch {
      at += 1
    }
  }
  return blocks
}
