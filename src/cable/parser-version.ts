/**
 * Changes with every change of what is read from the same text: records are kept under (SHA-256 of
 * the text, this).
 */
export const parserVersion: string = '4'
