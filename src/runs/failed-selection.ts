import { assetId } from './address'
import type { RunRecord } from './contract'

/**
 * Selects what failed in a run, with all that was skipped below it; `null` when nothing failed.
 * Resolved against the files and settings of now, which may have fewer partitions.
 */
export function failedSelection({ assets }: Pick<RunRecord, 'assets'>): string | null {
  const failed = assets.filter(({ status }) => status === 'failure')
  return failed.length === 0 ? null : failed.map((asset) => `${assetId(asset)}+`).join(',')
}
