/** The part of tar-fs that is used here; the package brings no types. */
declare module 'tar-fs' {
  /** Unpacks a tar into a folder; with `chown: false` the files belong to who runs it. */
  export function extract(folder: string, options: { chown: boolean }): NodeJS.WritableStream
}
