import { EncodingError } from './failure'
import { guessLegacyEncoding } from './guess-legacy-encoding'
import { openFile, type OpenedFile } from './open-file'
import type { ReadOverrides } from './source-profile'

/** A whole pass over a file. Strict: a byte that the encoding does not have throws EncodingError. */
export type Pass<T> = (opened: OpenedFile, isStrict: boolean) => Promise<T>

/**
 * One pass with the guessed options. Where the guess was UTF-8 and a byte far into the file
 * contradicts it, a second pass with the code page that the bytes around it suggest.
 */
export async function readAsGuessed<T>(
  name: string,
  blob: Blob,
  { overrides, pass }: { readonly overrides: ReadOverrides; readonly pass: Pass<T> },
): Promise<T> {
  const opened = await openFile(name, blob, overrides)
  try {
    return await pass(opened, opened.mayChangeEncoding)
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error
    const encoding = guessLegacyEncoding(error.bytes)
    const reopened = await openFile(name, blob, { ...overrides, encoding })
    return pass(reopened, false)
  }
}
