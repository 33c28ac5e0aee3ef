/** Bytes to text, in pieces; a character cut by a read boundary is completed by the next piece. */
export type Decoder = {
  readonly decode: (bytes: Uint8Array) => string
  readonly end: () => string
}

/**
 * Byte-order marks at the start, also two of them, are dropped.
 * @throws TypeError on bytes that the encoding does not have, if `fatal`; else they become U+FFFD.
 */
export function createDecoder(encoding: string, fatal: boolean): Decoder {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true })
  const repair = decoder.encoding === 'windows-1252' ? repairWindows1252 : (text: string) => text
  let isAtStart = true
  const withoutMarks = (text: string): string => {
    if (!isAtStart || text === '') return text
    const rest = text.replace(/^\ufeff+/, '')
    // Marks may come one by one; the start is over at the first other character.
    isAtStart = rest === ''
    return rest
  }
  return {
    decode: (bytes) => withoutMarks(repair(decoder.decode(bytes, { stream: true }))),
    end: () => withoutMarks(repair(decoder.decode())),
  }
}

/** 0x80 to 0x9F of windows-1252; five bytes of the row stand for themselves. */
const upperRow =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/** Node 20 decodes this row as control characters; where the platform is right nothing changes. */
function repairWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => upperRow.charAt(sign.charCodeAt(0) - 0x80))
}
