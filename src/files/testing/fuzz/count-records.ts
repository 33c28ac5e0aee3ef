import type { FileOptions } from '../../open-file'

/** The text of a file, and what the readers are measured by: counted apart from them. */
export type Counted = {
  /** Lines that are not blank; `null` where a quote may make two lines one record. */
  readonly nRecords: number | null
  /** Signs that belong to a cell whatever the quotes say. */
  readonly nSigns: number
}

/** Counts what a file of text holds without any of the project's code but its choice of options. */
export function countRecords(bytes: Uint8Array, options: FileOptions): Counted {
  const { encoding, quote } = options
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  // As a stream: in one go Node 20 loses a first byte 0xFF of windows-1252.
  const decoded = decoder.decode(bytes, { stream: true }) + decoder.decode()
  const text = decoded.replace(/^\ufeff+/, '')
  const lines = text.split(/[\r\n]/).filter((line) => line !== '')
  return {
    nRecords: text.includes(quote) ? null : lines.length,
    nSigns: signCounter(options)(text),
  }
}

/** Counts what no dialect takes away: all but blanks, quotes, escapes and delimiters. */
export function signCounter({ delimiter, quote, escape }: FileOptions): (text: string) => number {
  const taken = new Set(`${delimiter}${quote}${escape ?? ''}\ufeff`)
  return (text) => {
    let n = 0
    for (const sign of text) if (!taken.has(sign) && sign.trim() !== '') n++
    return n
  }
}
