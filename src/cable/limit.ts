/**
 * Longest text that is read as one cable: 64 MiB of UTF-8, and as many UTF-16 code units. Real ones
 * have 10 kB. Readers refuse a longer one with a code and a sentence before it is parsed.
 */
export const cableBytesMax: number = 64 * 1024 * 1024
