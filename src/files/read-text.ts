import { FileError, type FileFailure } from './failure'
import type { TextOptions } from './open-text'
import { readAsGuessed, type Pass } from './read-as-guessed'
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
  const pass: Pass<TextRows> = async ({ options }, isStrict) => {
    const rows: (readonly string[])[] = []
    for await (const batch of readRows(blob, { ...options, name, isStrict })) {
      for (const row of batch.rows) rows.push(row)
    }
    return { options, rows }
  }
  try {
    return { ok: true, ...(await readAsGuessed(name, blob, { overrides, pass })) }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}
