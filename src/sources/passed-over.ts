/** Says why a file or a folder with all below it is passed over by its name; undefined if read. */
export function passedOver(name: string): string | undefined {
  if (name.startsWith('.')) return 'A hidden file or folder; to read it, give its own path.'
  if (name === '__MACOSX') return 'A folder in which a Mac keeps what it knows of other files.'
  return undefined
}

/** The same of a file alone: a style, a script, a picture of the pages around the cables. */
export function fileOver(name: string): string | undefined {
  if (!chromePattern.test(name)) return passedOver(name)
  return 'By its name a part of the pages around the cables, not a cable.'
}

/** Ends of names in a dump's folders that belong to its pages and never hold a cable. */
const chromePattern = /\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|eot)$/i
