import type { SourceReader } from '../assets/source'
import { readChunks } from '../files/read-table'
import type { Source } from './contract'

/** Opens a file for reading as it was understood: ids as text, typed columns, chunk by chunk. */
export function openSource(source: Source, blob: Blob): SourceReader {
  const { name, columns, profile } = source
  const ids = [columns.store, columns.product, columns.category]
  const idColumns = ids.filter((column) => column !== null)
  const value = profile.columns.find((column) => column.name === columns.value)
  return {
    name,
    columns,
    nRows: profile.nRows,
    valueDecimals: value?.range?.decimals ?? 0,
    chunks: () => readChunks(blob, profile, idColumns),
  }
}
