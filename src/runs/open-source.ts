import type { SourceReader } from '../assets/source'
import { readChunks } from '../files/read-table'
import type { Source } from './contract'
import { chunksWhileThere, workWhileThere } from './file-gone'
import { foldFile, type FoldPorts } from './pieces/fold-file'
import { idColumnsIn, profileInRoles } from './profile-in-roles'

/**
 * Opens a file for reading as it was understood: ids as text, typed columns, chunk by chunk. With
 * ports also for the faster fold, where the file allows it.
 */
export function openSource(
  source: Source,
  blob: Blob,
  ports: FoldPorts | null = null,
): SourceReader {
  const { name, columns, profile } = source
  const idColumns = idColumnsIn(columns)
  const value = profile.columns.find((column) => column.name === columns.value)
  const fold = ports === null ? null : foldFile(source, blob, ports)
  return {
    name,
    columns,
    nRows: profile.nRows,
    size: profile.size,
    distinct: (name) => {
      const column = profile.columns.find((column) => column.name === name)
      return { count: column?.nDistinct ?? 0, isExact: column?.distinctIsExact ?? true }
    },
    valueDecimals: value?.range?.decimals ?? 0,
    rejected: rejectedOf(profileInRoles(source).columns),
    chunks: () => chunksWhileThere(name, readChunks(blob, profile, idColumns)),
    ...(fold === null ? {} : { fold: (plan, report) => workWhileThere(name, fold(plan, report)) }),
  }
}

/** Number columns with cells that are no number, in the order of the columns. */
export function rejectedOf(columns: Source['profile']['columns']): SourceReader['rejected'] {
  return columns.flatMap(({ name, nRejected, rejected: [first] }, i) =>
    first === undefined ? [] : [{ column: name, place: i + 1, count: nRejected, ...first }],
  )
}
