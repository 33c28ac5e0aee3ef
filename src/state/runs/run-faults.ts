import type { AssetFailure } from '../../assets/failure'
import type { AnySpec, Branch } from '../../assets/spec'
import { specs } from '../../assets/specs'
import { assetId } from '../../runs/address'
import { errorsOf } from '../../runs/asset-record'
import type { AssetRecord, RunRecord } from '../../runs/contract'
import { wholeFile } from '../../assets/preprocessing/partition-names'

/** What stopped in a run, each cause once: the asset, the categories it hit, and its own words. */
export type RunFault = {
  readonly key: string
  readonly label: string
  readonly branch: Branch | null
  readonly failure: AssetFailure
  /** Categories that stopped there; none where the whole chain did. */
  readonly categories: readonly string[]
  /** Categories of the same asset that went on. */
  readonly nOthers: number
}

/** The causes of a failed run. Assets that were skipped because of another are told by it. */
export function faultsOf(run: Pick<RunRecord, 'assets'>): readonly RunFault[] {
  const faults = new Map<string, RunFault>()
  for (const record of run.assets)
    for (const failure of errorsOf(record)) {
      const id = [record.key, failure.code, checkOf(record, failure)].join(' ')
      const before = faults.get(id)
      faults.set(id, {
        ...(before ?? blankFault(record, failure)),
        categories: [...(before?.categories ?? []), ...categoryOf(record)],
      })
    }
  return [...faults.values()].map((fault) => ({ ...fault, nOthers: countOthers(fault, run) }))
}

/** Why an asset was not made: the fault at the end of the chain of skipped assets above it. */
export function faultBehind(record: AssetRecord, run: Pick<RunRecord, 'assets'>): RunFault | null {
  const byId = new Map(run.assets.map((asset) => [assetId(asset), asset]))
  const seen = new Set<AssetRecord>()
  let at = record
  while (at.failure?.code === 'upstream_failed' && !seen.has(at)) {
    seen.add(at)
    at = byId.get(at.failure.path) ?? at
  }
  const faults = faultsOf(run)
  const [category] = categoryOf(at)
  const isIt = ({ key, categories }: RunFault) =>
    key === at.key && (category === undefined || categories.includes(category))
  return faults.find(isIt) ?? faults[0] ?? null
}

const specOfKey = new Map(specs.map((spec) => [spec.key, spec]))

function blankFault(record: AssetRecord, failure: AssetFailure): RunFault {
  const spec = specOfKey.get(record.key)
  return {
    key: record.key,
    label: spec === undefined ? record.key : labelOf(spec),
    branch: spec?.branch ?? null,
    failure,
    categories: [],
    nOthers: 0,
  }
}

/** Stages of both branches share their label, so that the branch tells them apart. */
function labelOf({ label, branch }: AnySpec): string {
  const isShared = specs.filter((spec) => spec.label === label).length > 1
  return isShared && branch !== null ? `${label}, ${branch}` : label
}

function categoryOf({ partition }: AssetRecord): readonly string[] {
  return partition === null || partition === wholeFile ? [] : [partition]
}

/** The name of the blocking check that failed: the same one in another category is the same fault. */
function checkOf(record: AssetRecord, { path }: AssetFailure): string {
  const prefix = `${assetId(record)}.`
  return path.startsWith(prefix) ? path.slice(prefix.length) : ''
}

function countOthers({ key, categories }: RunFault, { assets }: Pick<RunRecord, 'assets'>) {
  const isMade = (asset: AssetRecord) => asset.key === key && asset.status === 'success'
  const all = assets.filter(isMade).flatMap(categoryOf)
  return all.filter((category) => !categories.includes(category)).length
}
