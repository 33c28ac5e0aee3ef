import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFileName } from '../files/export/table-format'
import { formats } from './output-text'

/** The tables that a run of everything writes. */
export const tableNames: readonly string[] = [
  'merged_cluster_assignments.csv',
  'moves.csv',
  'internal_cluster_assignments.csv',
  'external_cluster_assignments.csv',
  'cluster_counts.csv',
  'exceptions.csv',
  'cluster_profiles.csv',
]

/**
 * The tables of earlier runs that are still in the folder of a run that did not write them: they may
 * contradict those that it wrote.
 */
export async function leftBehind(
  folder: string,
  written: readonly string[],
): Promise<readonly string[]> {
  const others = tableNames
    .flatMap((name) => formats.map((format) => tableFileName(name, format)))
    .filter((name) => !written.includes(name))
  const found = await Promise.all(others.map((name) => isThere(join(folder, name))))
  return others.filter((_, i) => found[i])
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
