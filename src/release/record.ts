import type { Cable, SourceFacts } from '../cable/record.ts'

/**
 * What of a record is public: everything that the text or a released collection says, without the
 * marks that point at people to protect and without the traces of the owner's disk.
 */
export function publicRecord(record: Cable): Cable {
  const { source, ...rest } = record
  const open = source === undefined ? {} : publicSource(source)
  return {
    ...rest,
    media: record.media.filter((medium) => isWebAddress(medium.url)),
    protection: [],
    diagnostics: record.diagnostics.filter(({ code }) => code !== 'SOURCE_PROTECTED'),
    ...(Object.keys(open).length > 0 && { source: open }),
  }
}

/** The file's name and path are the owner's own; `url` and `locator` are public where they are no path. */
function publicSource(source: SourceFacts): SourceFacts {
  const { file: _file, locator, url, ...rest } = source
  return {
    ...rest,
    ...(locator !== undefined && isPrintedLocator(locator) && { locator }),
    ...(url !== undefined && isWebAddress(url) && { url }),
  }
}

/** `TEXT ON-LINE, ON MICROFILM`: capitals as an archive prints them, never a path or a file name. */
function isPrintedLocator(locator: string): boolean {
  return /^[A-Z0-9 ,;()-]{1,200}$/.test(locator)
}

/** An address on the web, without a user name, that is not of the owner's own network. */
function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password, hostname } = new URL(url)
  const isLocal =
    !hostname.includes('.') || /(^|\.)(local|internal|lan|home|localhost)$/.test(hostname)
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  return /^https?:$/.test(protocol) && username + password === '' && !isLocal && !isAddress
}
