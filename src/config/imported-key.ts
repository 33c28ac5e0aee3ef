import type { Leaf } from './leaves'

/** What became of one key of a configuration of the Python system. */
export type ImportedKey = {
  /** Its path in the file, such as `job_params.kmeans.n_clusters`. */
  readonly path: string
  readonly value: unknown
  /** As it is; in other words; nothing to do here; or nothing that is known here. */
  readonly outcome: 'taken' | 'translated' | 'not_used' | 'unknown'
  /** Paths of the settings here that it became. */
  readonly to: readonly string[] | null
  readonly note: string
}

export type Said = { readonly to?: readonly string[]; readonly note: string }

/** One line of the report. */
export function keyReport(
  { path, value }: Leaf,
  outcome: ImportedKey['outcome'],
  { to, note }: Said,
): ImportedKey {
  return { path, value, outcome, to: to ?? null, note }
}
