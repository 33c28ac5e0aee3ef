import type { FileBytes } from '../file-bytes'
import { guessLayout, namesFirst, type Layout } from '../guess-layout'
import type { ReadOverrides, SourceProfile } from '../source-profile'
import type { TableRow } from '../table-row'
import { readRecords, type JsonSource } from './json-records'

export type OpenedJson = { readonly layout: Layout; readonly guess: SourceProfile['guess'] }

const headRows = 200

/**
 * Looks at the first records of a JSON file: objects name their columns, of arrays the first may.
 * @throws FileError where the JSON is broken there
 */
export async function openJson(
  blob: FileBytes,
  source: JsonSource,
  overrides: ReadOverrides,
): Promise<OpenedJson> {
  const head = await readHead(blob, source)
  const what = head === null ? 'objects' : 'arrays'
  const reason = source.format === 'json' ? `It is a list of ${what}.` : `Its lines are ${what}.`
  return {
    layout: head === null ? namesFirst : guessLayout(head, overrides),
    guess: { confidence: 1, reason },
  }
}

/** The first arrays as rows; `null` where the first record is an object. */
async function readHead(blob: FileBytes, source: JsonSource): Promise<readonly TableRow[] | null> {
  const head: TableRow[] = []
  for await (const { records } of readRecords(blob, source)) {
    for (const { row, line } of records) {
      if (row?.kind === 'object' && head.length === 0) return null
      if (row?.kind !== 'array') continue
      head.push({ line, cells: row.cells.map(({ text }) => text), numbers: [] })
    }
    if (head.length >= headRows) break
  }
  return head.slice(0, headRows)
}
