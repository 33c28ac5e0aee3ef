import { addressOf, assetId } from './address'
import { blockersOf, cachedRecord, computedRecord, type Made, skippedRecord } from './asset-record'
import type { AssetRecord, RunEvent, RunRequest } from './contract'
import { defectOf } from './defect'
import type { MaterializePorts } from './materialize-ports'
import { ingredientsOf, type PlannedAsset, usableInputs } from './plan'
import { sortedSourcesFor } from './sources-for'
import type { AssetTask, TaskResult } from './task'
import { dataVersionOf, madeFromOf } from './version'

/** How each asset of a run ended, by id, with the fresh ones above that the run only reads. */
export type Settled = Map<string, AssetRecord>

export type SettleContext = {
  readonly request: RunRequest
  readonly emit: (event: RunEvent) => void
  readonly ports: Pick<MaterializePorts, 'cache' | 'execute' | 'hash'>
  readonly knownVersions: ReadonlySet<string>
  readonly settled: Settled
}

/**
 * Ends one asset whose inputs are settled: taken from the cache, computed, or skipped because an
 * input cannot be used. The version is worked out anew: of a fan-in, a partition that failed has
 * no part in it.
 */
export async function settleAsset(planned: PlannedAsset, context: SettleContext): Promise<void> {
  const { emit, settled } = context
  const record = await recordFor(planned, context)
  settled.set(planned.id, record)
  const { key, partition } = planned
  const type = record.status === 'success' ? 'materialized' : 'failed'
  emit({ type, key, partition, asset: record })
}

/** Takes a fresh asset that is above the run, so that a check that failed then still blocks now. */
export async function acceptFresh(planned: PlannedAsset, context: SettleContext): Promise<void> {
  const { cache, hash } = context.ports
  const summary = await cache.readSummary(addressOf(planned, planned.dataVersion))
  if (summary === null) return
  const madeFrom = madeFromOf(planned.ingredients, hash)
  const made = { dataVersion: planned.dataVersion, madeFrom }
  context.settled.set(planned.id, cachedRecord(planned, made, summary))
}

async function recordFor(planned: PlannedAsset, context: SettleContext): Promise<AssetRecord> {
  const { settled, ports } = context
  const isUsable = (id: string) => isUsableRecord(settled.get(id))
  const inputs = usableInputs(planned, isUsable)
  const { params, sources, baseline, overrides } = planned.ingredients
  const versionOf = (id: string) =>
    isUsable(id) ? (settled.get(id)?.dataVersion ?? undefined) : undefined
  const ingredients =
    inputs && ingredientsOf(planned, { params, sources, baseline, overrides, versionOf })
  if (inputs === null || ingredients === null)
    return skippedRecord(planned, unusableAbove(planned, settled))

  const madeFrom = madeFromOf(ingredients, ports.hash)
  const made: Made = { dataVersion: dataVersionOf(ingredients, ports.hash), madeFrom }
  const address = addressOf(planned, made.dataVersion)
  const summary = context.knownVersions.has(address) ? await ports.cache.readSummary(address) : null
  if (summary !== null) return cachedRecord(planned, made, summary)
  const result = await execute(taskOf({ ...planned, inputs }, address, context), context)
  return computedRecord(planned, made, result)
}

function isUsableRecord(record: AssetRecord | undefined): boolean {
  return record?.status === 'success' && blockersOf(record).length === 0
}

function unusableAbove({ inputs }: PlannedAsset, settled: Settled): AssetRecord | null {
  const above = inputs.filter(({ fanIn }) => !fanIn).flatMap(({ refs }) => refs)
  const records = above.flatMap((ref) => settled.get(assetId(ref)) ?? [])
  return records.find((record) => !isUsableRecord(record)) ?? null
}

function taskOf(planned: PlannedAsset, address: string, context: SettleContext): AssetTask {
  const { key, partition, spec } = planned
  const inputs = planned.inputs.map(({ name, fanIn, refs }) => ({
    name,
    fanIn,
    refs: refs.map((ref) => ({
      partition: ref.partition,
      address: addressOf(ref, context.settled.get(assetId(ref))?.dataVersion ?? ''),
    })),
  }))
  const { params, baseline, overrides } = planned.ingredients
  const sources = sortedSourcesFor(spec, context.request.sources)
  const carried = baseline === null ? null : addressOf(planned, baseline)
  return { key, partition, address, params, inputs, sources, baseline: carried, overrides }
}

/**
 * A thread that is lost while it computes fails this asset only. Progress comes on a channel of its
 * own and may arrive after the result: then it is dropped.
 */
async function execute(task: AssetTask, { ports, emit }: SettleContext): Promise<TaskResult> {
  const { key, partition } = task
  let isOver = false
  emit({ type: 'started', key, partition })
  try {
    return await ports.execute(task, (done, total) => {
      if (!isOver) emit({ type: 'progressed', key, partition, done, total })
    })
  } catch (error) {
    return { ok: false, ms: 0, failure: defectOf(task, error), log: [] }
  } finally {
    isOver = true
  }
}
