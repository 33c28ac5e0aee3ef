import type { PlannedAsset } from '../../runs/plan'
import { upstreamIds } from '../../runs/asset-pairs'
import type { ShownRecord } from './shown-records'

/**
 * An asset that reads every category was made from those that could be made. While nothing else
 * changed it is fresh: the categories that failed are said where they failed.
 */
export function withoutFailedParts(
  all: readonly PlannedAsset[],
  records: ReadonlyMap<string, ShownRecord>,
): readonly PlannedAsset[] {
  const changed = new Set<string>()
  return all.map((planned) => {
    const { id, causes } = planned
    if (causes.length === 0) return planned
    const above = upstreamIds(planned)
    const dataVersion = records.get(id)?.made?.dataVersion ?? null
    const isPartial =
      dataVersion !== null &&
      causes.every(({ kind }) => kind === 'dependencies') &&
      !above.some((each) => changed.has(each)) &&
      above.some((each) => isNotMade(records.get(each)))
    if (isPartial) return { ...planned, dataVersion, status: 'fresh', causes: [] }
    changed.add(id)
    return planned
  })
}

function isNotMade(found: ShownRecord | undefined): boolean {
  return found !== undefined && found.record.status !== 'success'
}
