import { AssetError } from '../assets/failure'
import { errorsOf } from './asset-record'
import type { RunEvent, RunRecord, RunRequest, RunStatus } from './contract'
import type { MaterializePorts } from './materialize-ports'
import type { PlannedAsset } from './plan'
import { planRun, upstreamIds } from './plan-run'
import { resultHashOf } from './result-hash'
import { draftOf } from './run-draft'
import type { RunDraft, RunStore } from './run-store'
import { schedule } from './schedule'
import { acceptFresh, settleAsset, type SettleContext } from './settle-asset'
import { readerOf } from './values-made'

/**
 * Makes what the selection needs and what is not fresh, and keeps a record of the run. Values are
 * written whole before they are recorded. A failure is data: it stops what is downstream of it in
 * its partition, and nothing else.
 * @returns the kept record, or one with `seq` 0 when the run could not start or be kept
 */
export async function materialize(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  ports: MaterializePorts,
): Promise<RunRecord> {
  const startedAt = ports.clock()
  const knownVersions = new Set(await ports.cache.list())
  const plan = planRun(request, { ...ports, knownVersions })
  const elapsed = () => ports.clock() - startedAt
  if (!plan.ok) {
    const outcome = { startedAt, ms: elapsed(), status: 'failure', errors: [plan.failure] } as const
    return { ...draftOf(request, outcome), seq: 0 }
  }
  emit({ type: 'planned', total: plan.inRun.length, toRun: plan.nToRun })
  const context = { request, emit, ports, knownVersions, settled: new Map() }
  await settleAll(plan, context, ports)

  const assets = plan.inRun.flatMap(({ id }) => context.settled.get(id) ?? [])
  const errors = assets.flatMap(errorsOf)
  const isWhole = assets.length === plan.inRun.length
  const status: RunStatus = !isWhole ? 'canceled' : errors.length > 0 ? 'failure' : 'success'
  const read = readerOf(async (address) => (await ports.cache.read(address))?.value)
  const resultHash = await resultHashOf(assets, read, ports.hash)
  const outcome = { startedAt, ms: elapsed(), status, assets, errors, resultHash }
  return keep(draftOf(request, outcome), ports.runs)
}

async function settleAll(
  plan: { readonly inRun: readonly PlannedAsset[]; readonly all: readonly PlannedAsset[] },
  context: SettleContext,
  { concurrency, isCanceled = () => false }: MaterializePorts,
): Promise<void> {
  const tasks = plan.inRun.map((planned) => ({ ...planned, needs: upstreamIds(planned) }))
  const inRun = new Set(plan.inRun.map(({ id }) => id))
  const read = new Set(tasks.flatMap(({ needs }) => needs))
  for (const planned of plan.all)
    if (read.has(planned.id) && !inRun.has(planned.id)) await acceptFresh(planned, context)
  const limits = { concurrency, isStopped: isCanceled }
  await schedule(tasks, (task) => settleAsset(task, context), limits)
}

/** A record that cannot be saved is still the answer; it says what went wrong. */
async function keep(draft: RunDraft, runs: Pick<RunStore, 'append'>): Promise<RunRecord> {
  try {
    return await runs.append(draft)
  } catch (error) {
    if (!(error instanceof AssetError)) throw error
    return { ...draft, seq: 0, errors: [...draft.errors, error.failure] }
  }
}
