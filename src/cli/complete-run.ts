import { addressOf, assetId } from '../runs/address'
import { cachedRecord } from '../runs/asset-record'
import type { AssetRecord, RunRecord, RunRequest } from '../runs/contract'
import { planRun } from '../runs/plan-run'
import { madeFromOf } from '../runs/version'
import { sha256, type Storage } from './node-ports'

/**
 * A run with every asset that is fresh for the same files and settings, also where the selection
 * did not reach it: the files of a run about the merge tell of the branches too.
 */
export async function completeRun(
  run: RunRecord,
  request: Omit<RunRequest, 'runId'>,
  { cache }: Storage,
): Promise<RunRecord> {
  const knownVersions = new Set(await cache.list())
  const plan = planRun(request, { knownVersions, hash: sha256 })
  if (!plan.ok) return run
  const inRun = new Set(run.assets.map(assetId))
  const others: AssetRecord[] = []
  for (const planned of plan.all) {
    if (planned.status !== 'fresh' || inRun.has(planned.id)) continue
    const { dataVersion, ingredients } = planned
    const summary = await cache.readSummary(addressOf(planned, dataVersion))
    const made = { dataVersion, madeFrom: madeFromOf(ingredients, sha256) }
    if (summary !== null) others.push(cachedRecord(planned, made, summary))
  }
  return { ...run, assets: [...run.assets, ...others] }
}
