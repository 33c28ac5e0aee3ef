import type { AssetFailure } from '../../assets/failure'
import { isNothingUnmapped } from '../../assets/preprocessing/partition-names'
import { assetId } from '../../runs/address'
import type { Cause } from '../../runs/cause'
import type { AssetRecord } from '../../runs/contract'
import type { AppState } from '../app-state'
import { selectPlanById, selectToMake } from './plan-selectors'
import { selectRecords } from './shown-records'

export type Activity = 'idle' | 'queued' | 'running'

/** All that is known of one asset but its value. Status x activity: an old result stays while a new one is made. */
export type AssetState = {
  /** Of the last attempt in the shown run, else in an earlier one. */
  readonly status: 'missing' | 'success' | 'failure'
  readonly activity: Activity
  /** The last attempt. */
  readonly record: AssetRecord | null
  /** The last attempt that made a value: the one to show. */
  readonly made: AssetRecord | null
  /** These files and settings have such an asset. */
  readonly isPlanned: boolean
  readonly stale: boolean
  readonly causes: readonly Cause[]
  readonly failure: AssetFailure | null
  /** The failure is none: there is nothing that could be made. */
  readonly isNothing: boolean
}

const noCauses: readonly Cause[] = []

export function selectAssetState(
  state: AppState,
  key: string,
  partition: string | null,
): AssetState {
  const id = assetId({ key, partition })
  const { record, made } = selectRecords(state).get(id) ?? { record: null, made: null }
  const planned = selectPlanById(state).get(id) ?? null
  const isOther = made !== null && planned !== null && planned.dataVersion !== made.dataVersion
  return {
    status: statusOf(record),
    activity: activityOf(state, id),
    record,
    made,
    isPlanned: planned !== null,
    stale: isOther,
    causes: isOther ? planned.causes : noCauses,
    failure: record?.failure ?? null,
    isNothing: isNothingUnmapped(record?.failure ?? null),
  }
}

function statusOf(record: AssetRecord | null): AssetState['status'] {
  if (record === null) return 'missing'
  return record.status === 'success' ? 'success' : 'failure'
}

function activityOf(state: AppState, id: string): Activity {
  const asset = state.live?.assets.get(id)
  if (asset !== undefined) return asset.activity === 'running' ? 'running' : 'idle'
  return selectToMake(state).has(id) ? 'queued' : 'idle'
}
