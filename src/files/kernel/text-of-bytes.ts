import { LeftToGeneral } from './signs'

/**
 * Decodes whole cells and records of UTF-8.
 * @throws LeftToGeneral at bytes that are no UTF-8, and at U+FFFD, which is counted elsewhere.
 */
export function createStrictText(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (bytes) => {
    const text = decodeOrLeave(decoder, bytes)
    if (text.includes('\ufffd')) throw new LeftToGeneral('U+FFFD')
    return text
  }
}

function decodeOrLeave(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    throw error instanceof TypeError ? new LeftToGeneral('no UTF-8') : error
  }
}

/** The same with U+FFFD for bytes that are no UTF-8. */
export function createLooseText(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}
