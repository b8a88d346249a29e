import type { DatabaseSync } from 'node:sqlite'

/** Gives the function that opens the numbering of sources for one transaction. */
export function sourceNumbers(db: DatabaseSync): () => (path: string) => number {
  const find = db.prepare('SELECT number FROM source WHERE path = ?')
  const insert = db.prepare('INSERT INTO source (path) VALUES (?)')
  return () => {
    const known = new Map<string, number>()
    return (path) => {
      const number =
        known.get(path) ?? Number(find.get(path)?.number ?? insert.run(path).lastInsertRowid)
      known.set(path, number)
      return number
    }
  }
}
