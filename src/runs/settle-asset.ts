import { runParamsOf } from '../config/params-for'
import { addressOf } from './address'
import {
  blockersOf,
  cachedRecord,
  computedRecord,
  failedRecord,
  type Made,
  skippedRecord,
} from './asset-record'
import type { AssetRecord, RunEvent, RunRequest } from './contract'
import { failureOf } from './failure-of'
import { inputAgeCheck } from './input-age'
import { linesOfAsset } from './log-lines'
import type { MaterializePorts } from './materialize-ports'
import { ingredientsOf, usableInputs } from './ingredients'
import { performTask } from './perform-task'
import type { PlannedAsset } from './plan'
import { sortedSourcesFor } from './sources-for'
import type { RunLog } from './run-log'
import type { AssetTask } from './task'
import { dataVersionOf, madeFromOf } from './version'

/** How each asset of a run ended, by id, with the fresh ones above that the run only reads. */
export type Settled = Map<string, AssetRecord>

export type SettleContext = {
  readonly request: RunRequest
  readonly emit: (event: RunEvent) => void
  readonly ports: Pick<MaterializePorts, 'cache' | 'execute' | 'hash' | 'clock'>
  readonly log: RunLog
  readonly knownVersions: ReadonlySet<string>
  readonly settled: Settled
}

/**
 * Ends one asset whose inputs are settled: taken from the cache, computed, or skipped because an
 * input cannot be used. The version is worked out anew: of a fan-in, a partition that failed has
 * no part in it.
 */
export async function settleAsset(planned: PlannedAsset, context: SettleContext): Promise<void> {
  const { emit, settled, log } = context
  const record = withInputAge(planned, await recordOrFailure(planned, context), context)
  settled.set(planned.id, record)
  const { key, partition, spec } = planned
  const type = record.status === 'success' ? 'materialized' : 'failed'
  emit({ type, key, partition, asset: record })
  log.add(planned, linesOfAsset(spec, record))
}

/** Takes a fresh asset that is above the run, so that a check that failed then still blocks now. */
export async function acceptFresh(planned: PlannedAsset, context: SettleContext): Promise<void> {
  const { cache, hash } = context.ports
  try {
    const summary = await cache.readSummary(addressOf(planned, planned.dataVersion))
    if (summary === null) return
    const madeFrom = madeFromOf(planned.ingredients, hash)
    const made = { dataVersion: planned.dataVersion, madeFrom }
    context.settled.set(planned.id, cachedRecord(planned, made, summary))
  } catch (error) {
    const failed = failedRecord(planned, failureOf(planned, error))
    context.settled.set(planned.id, failed)
    context.log.add(planned, linesOfAsset(planned.spec, failed))
  }
}

/** A cache that refuses fails the asset that it refuses, not the run. */
async function recordOrFailure(
  planned: PlannedAsset,
  context: SettleContext,
): Promise<AssetRecord> {
  try {
    return await recordFor(planned, context)
  } catch (error) {
    return failedRecord(planned, failureOf(planned, error))
  }
}

/** How old its files are is found out anew in every run: no value knows of it. */
function withInputAge(
  { spec }: PlannedAsset,
  record: AssetRecord,
  { request, ports }: SettleContext,
): AssetRecord {
  const limit = runParamsOf(request.configuration).max_input_age
  const check = inputAgeCheck(sortedSourcesFor(spec, request.sources), limit, ports.clock())
  if (check === null || record.status !== 'success') return record
  return { ...record, checks: [...record.checks, check] }
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
  const task = taskOf({ ...planned, inputs }, address, context)
  const result = await performTask(task, { ...context, execute: ports.execute })
  return computedRecord(planned, made, result)
}

function isUsableRecord(record: AssetRecord | undefined): boolean {
  return record?.status === 'success' && blockersOf(record).length === 0
}

function unusableAbove({ inputs }: PlannedAsset, settled: Settled): AssetRecord | null {
  const above = inputs.filter(({ fanIn }) => !fanIn).flatMap(({ refs }) => refs)
  const records = above.flatMap((ref) => settled.get(ref.id) ?? [])
  return records.find((record) => !isUsableRecord(record)) ?? null
}

function taskOf(planned: PlannedAsset, address: string, context: SettleContext): AssetTask {
  const { key, partition, spec } = planned
  const inputs = planned.inputs.map(({ name, fanIn, refs }) => ({
    name,
    fanIn,
    refs: refs.map((ref) => ({
      partition: ref.partition,
      address: addressOf(ref, context.settled.get(ref.id)?.dataVersion ?? ''),
    })),
  }))
  const { params, baseline, overrides } = planned.ingredients
  const sources = sortedSourcesFor(spec, context.request.sources)
  const carried = baseline === null ? null : addressOf(planned, baseline)
  return { key, partition, address, params, inputs, sources, baseline: carried, overrides }
}
