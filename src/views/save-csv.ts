import { blobOfOutput, type OutputFile, safeName } from '../state/export'
import { saveFile } from '../ui/save-file'

/** What a table of a screen holds, before it has a name. */
export type CsvContent = Pick<Extract<OutputFile, { kind: 'table' }>, 'columns' | 'rows'>

/** Saves a table as CSV for tools, named by its parts: `stores_internal_Snacks.csv`. */
export function saveCsv(nameParts: readonly (string | null)[], content: CsvContent): void {
  const name = csvName(nameParts)
  saveFile(name, blobOfOutput({ kind: 'table', name, ...content }))
}

/** A part may be a category, which holds anything: it is percent-encoded; `null` is left out. */
export function csvName(parts: readonly (string | null)[]): string {
  const words = parts.filter((part) => part !== null)
  return `${words.map(safeName).join('_')}.csv`
}
