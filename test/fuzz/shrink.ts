/**
 * The shortest text found that is still `bad`: lines, then characters are left out as long as it is.
 * Ends after `triesMax` texts.
 */
export function shrunk(text: string, bad: (text: string) => boolean, triesMax = 2_000): string {
  let left = triesMax
  const without = (whole: string, mark: string): string => {
    let parts = whole.split(mark)
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < parts.length && left > 0; left--) {
        const fewer = parts.toSpliced(at, size)
        if (bad(fewer.join(mark))) parts = fewer
        else at += size
      }
    }
    return parts.join(mark)
  }
  return without(without(without(text, '\n'), ' '), '')
}
