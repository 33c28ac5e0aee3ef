import { FileError, type FileFailure } from './failure'
import { guessLegacyEncoding } from './guess-legacy-encoding'
import { openText, type TextOptions } from './open-text'
import { readRows } from './read-rows'
import type { ReadOverrides } from './source-profile'

export type TextRows = {
  readonly options: TextOptions
  /** Every row as it is, also the header row and ragged ones; lines above the table are left out. */
  readonly rows: readonly (readonly string[])[]
}

export type TextReading =
  | ({ readonly ok: true } & TextRows)
  | { readonly ok: false; readonly failure: FileFailure }

/** A whole file as cells of text: after the dialect, before types and labels. */
export async function readText(
  name: string,
  blob: Blob,
  overrides: ReadOverrides,
): Promise<TextReading> {
  try {
    const { options, mayChangeEncoding } = await openText(name, blob, overrides)
    const rows = await collectRows(name, blob, { options, isStrict: mayChangeEncoding })
    if (rows !== null) return { ok: true, options, rows }
    const encoding = guessLegacyEncoding(new Uint8Array(await blob.arrayBuffer()))
    const reopened = await openText(name, blob, { ...overrides, encoding })
    const again = await collectRows(name, blob, { options: reopened.options, isStrict: false })
    return { ok: true, options: reopened.options, rows: again ?? [] }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}

/** `null` where a strict encoding fails. */
async function collectRows(
  name: string,
  blob: Blob,
  { options, isStrict }: { readonly options: TextOptions; readonly isStrict: boolean },
): Promise<(readonly string[])[] | null> {
  const rows: (readonly string[])[] = []
  try {
    for await (const batch of readRows(blob, { ...options, name, isStrict })) {
      for (const row of batch.rows) rows.push(row)
    }
    return rows
  } catch (error) {
    if (isStrict && error instanceof TypeError) return null
    throw error
  }
}
