import { openByteReader } from './byte-reader'
import { lineFeed } from './signs'
import { wordPadding } from './text-words'

/** The bytes that are in memory: `at` is the first that is not taken yet, `end` behind the last. */
export type ByteWindow = {
  bytes: Uint8Array<ArrayBuffer>
  view: DataView
  at: number
  end: number
  /** Where in the file `bytes[0]` is. */
  offset: number
  /** The 1-based line that `at` is on. */
  line: number
  /** True where nothing follows `end`. */
  isLast: boolean
}

export type ByteSource = {
  /** The file's name, for messages. */
  readonly name: string
  readonly blob: Blob
  readonly from: number
  /** The 1-based line that it is on; the first by default. */
  readonly line?: number
  /** Bytes asked for at once. */
  readonly pieceSize: number
}

export type BytePieces = {
  readonly window: ByteWindow
  /** Drops what was taken and adds the next piece; the new bytes, none at the end of the file. */
  readonly next: () => Promise<Uint8Array>
  /** Leaving early must not keep the file open. */
  readonly close: () => Promise<void>
}

export const pieceSize = 1 << 21

/**
 * Reads a file from an offset into one buffer that is used again and again: what is not taken moves
 * to the front and the next piece is read behind it. The buffer grows only where nothing is taken.
 * Behind the last byte of a file a line end is added where it has none.
 */
export function openPieces(source: ByteSource): BytePieces {
  const reader = openByteReader(source)
  const window = startWindow(source)
  const size = Math.max(1, Math.min(source.pieceSize, source.blob.size))
  const next = async (): Promise<Uint8Array> => {
    if (window.isLast) return new Uint8Array()
    makeRoom(window, size)
    const piece = await reader.into(window.bytes, window.end, size)
    window.bytes = piece.bytes
    window.view = new DataView(piece.bytes.buffer)
    const from = window.end
    window.end += piece.length
    if (piece.length === 0) endWindow(window)
    // Signs behind the end stop a scan that looks at no limit.
    window.bytes.fill(0, window.end, window.end + wordPadding)
    return window.bytes.subarray(from, from + piece.length)
  }
  return { window, next, close: reader.close }
}

function startWindow({ blob, from, line = 1, pieceSize: size }: ByteSource): ByteWindow {
  const bytes = new Uint8Array(2 * Math.min(size, blob.size) + spare)
  return {
    bytes,
    view: new DataView(bytes.buffer),
    at: 0,
    end: 0,
    offset: from,
    line,
    isLast: false,
  }
}

/** For the line end at the end of a file, and the padding. */
const spare = wordPadding + 1

function makeRoom(window: ByteWindow, size: number): void {
  const { bytes, at, end } = window
  bytes.copyWithin(0, at, end)
  window.offset += at
  window.at = 0
  window.end = end - at
  if (window.end + size + spare <= bytes.length) return
  const wider = new Uint8Array(2 * bytes.length + size)
  wider.set(bytes.subarray(0, window.end))
  window.bytes = wider
}

function endWindow(window: ByteWindow): void {
  window.isLast = true
  if (window.end > 0 && window.bytes[window.end - 1] !== lineFeed)
    window.bytes[window.end++] = lineFeed
}
