import { createDataRows } from './data-rows'
import { FileError, type FileFailure } from './failure'
import { mayHaveFooter, type FileOptions } from './open-file'
import { readAsGuessed, type Pass } from './read-as-guessed'
import { readFileRows } from './read-file-rows'
import type { ReadOverrides } from './source-profile'
import { joinHeader } from './table-header'

export type TextRows = {
  readonly options: FileOptions
  /**
   * The header, its rows joined to one, and every data row as it is, also ragged ones. What stands
   * above or below the table is left out, and so is the header where it comes again.
   */
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
    const findsEnd = overrides.endLine === undefined && mayHaveFooter(options)
    const table = createDataRows({ ...options, findsEnd })
    const rows: (readonly string[])[] = []
    for await (const batch of readFileRows(blob, { ...options, name, isStrict })) {
      for (const row of table.add(batch).rows) rows.push(row)
    }
    for (const row of table.end().rows) rows.push(row)
    const header = table.header()
    return { options, rows: header.length === 0 ? rows : [joinHeader(header), ...rows] }
  }
  try {
    return { ok: true, ...(await readAsGuessed(name, blob, { overrides, pass })) }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}
