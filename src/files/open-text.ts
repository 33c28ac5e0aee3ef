import { createDecoder } from './decode'
import { checkDialect } from './dialect'
import { FileError, notReadable } from './failure'
import type { FileBytes } from './file-bytes'
import { notATable } from './not-a-table'
import { sniffDialect } from './sniff-dialect'
import { sniffEncoding, type EncodingGuess } from './sniff-encoding'
import { binary, isBinary } from './sniff-format'
import { countHeaderRows, countPreambleLines, hasHeaderRow } from './sniff-header'
import type { ReadOptions, ReadOverrides, SourceProfile } from './source-profile'

/** The options that say how bytes become rows of text. */
export type TextOptions = Pick<
  ReadOptions,
  | 'encoding'
  | 'delimiter'
  | 'quote'
  | 'escape'
  | 'skipLines'
  | 'hasHeader'
  | 'headerRows'
  | 'endLine'
>

export type OpenedText = {
  readonly options: TextOptions
  /** True while UTF-8 is a guess that a later byte may contradict. */
  readonly mayChangeEncoding: boolean
  readonly guess: SourceProfile['guess']
}

const headSize = 1 << 18

/**
 * Looks at the head of a file and guesses how to read it; what the user fixed is kept.
 * @throws FileError for a format that is no text, and for overrides that cannot be.
 */
export async function openText(
  name: string,
  blob: FileBytes,
  overrides: ReadOverrides,
): Promise<OpenedText> {
  checkDialect(name, overrides)
  const bytes = await readHeadBytes(name, blob)
  const chosen = overrides.encoding
  const guess = chosen === undefined ? sniffEncoding(bytes) : { encoding: chosen, isCertain: true }
  checkText(name, bytes, { ...guess, isChosen: chosen !== undefined })
  const text = decodeHead(name, bytes, guess.encoding)
  const rows = sniffDialect({ text, isWhole: blob.size <= headSize }, overrides)
  return {
    options: {
      encoding: guess.encoding,
      ...rows.dialect,
      skipLines: overrides.skipLines ?? countPreambleLines(rows),
      hasHeader: overrides.hasHeader ?? hasHeaderRow(rows),
      headerRows: overrides.headerRows ?? countHeaderRows(rows),
      endLine: overrides.endLine ?? null,
    },
    mayChangeEncoding: !guess.isCertain,
    guess: { confidence: rows.confidence, reason: rows.reason },
  }
}

/** The first bytes of a file, as many as a guess needs. */
export async function readHeadBytes(name: string, blob: FileBytes): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(0, headSize).arrayBuffer())
  } catch (cause) {
    throw notReadable(name, cause)
  }
}

/** @throws FileError for an encoding that is not known. */
export function decodeHead(name: string, bytes: Uint8Array, encoding: string): string {
  try {
    return createDecoder(encoding, false).decode(bytes)
  } catch {
    throw new FileError({
      code: 'unknown_encoding',
      message: `${name}: the encoding "${encoding}" is not known.`,
      path: name,
      hint: 'Use a name such as utf-8, utf-16le, windows-1252, shift_jis, gbk, euc-kr or big5.',
    })
  }
}

/** UTF-16 looks binary, and who names an encoding says that it is text. */
function checkText(
  name: string,
  bytes: Uint8Array,
  guess: EncodingGuess & { readonly isChosen: boolean },
): void {
  const mayHoldControls = guess.isChosen || guess.encoding.startsWith('utf-16')
  if (!mayHoldControls && isBinary(bytes)) throw notATable(name, binary)
}
