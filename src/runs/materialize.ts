import type { AssetFailure } from '../assets/failure'
import { upstreamIds } from './asset-pairs'
import { errorsIn } from './asset-record'
import type { AssetRecord, RunEvent, RunRecord, RunRequest, RunStatus } from './contract'
import { linesOfPlan } from './describe-plan'
import { expectedFailure } from './failure-of'
import { historyOf } from './history'
import { keepRun } from './keep-run'
import { endedLine } from './log-lines'
import type { MaterializePorts } from './materialize-ports'
import type { PlannedAsset } from './plan'
import { linesOfPlaceless } from './placeless-overrides'
import { planRun } from './plan-run'
import { resultHashOf } from './result-hash'
import { draftOf } from './run-draft'
import { createRunLog } from './run-log'
import { schedule } from './schedule'
import { acceptFresh, settleAsset, type SettleContext } from './settle-asset'
import { readerOf, valuesIn } from './values-made'

/**
 * Makes what the selection needs and what is not fresh, and keeps a record of the run. Values are
 * written whole before they are recorded. A failure is data: it stops what is downstream of it in
 * its partition, and nothing else.
 * @returns the kept record, or one with `seq` 0 for a trial and where the run could not start or
 * be kept
 */
export async function materialize(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  ports: MaterializePorts,
): Promise<RunRecord> {
  const startedAt = ports.clock()
  const log = createRunLog(ports.clock, emit)
  const begun = await begin(request, ports)
  if (!begun.ok) {
    const errors = [begun.failure]
    const outcome = { startedAt, ms: log.elapsed(), status: 'failure', errors } as const
    return { ...draftOf(request, outcome), seq: 0 }
  }
  const { plan, knownVersions } = begun
  emit({ type: 'planned', total: plan.inRun.length, toRun: plan.nToRun })
  log.add(null, linesOfPlan(plan))
  log.add(null, linesOfPlaceless(plan.all, request.configuration))
  const context = { request, emit, ports, knownVersions, log, settled: new Map() }
  await settleAll(plan, context, ports)

  const assets = plan.inRun.flatMap(({ id }) => context.settled.get(id) ?? [])
  const { resultHash, failures } = await hashResult(assets, ports)
  const errors = [...errorsIn(assets), ...failures]
  const isWhole = assets.length === plan.inRun.length
  const status: RunStatus = !isWhole ? 'canceled' : errors.length > 0 ? 'failure' : 'success'
  const beside = besideOf(plan)
  const outcome = { startedAt, ms: log.elapsed(), status, assets, beside, errors, resultHash }
  log.add(null, [endedLine(status, assets, outcome.ms)])
  const draft = draftOf(request, outcome)
  return request.isTrial === true ? { ...draft, seq: 0 } : keepRun(draft, log.entries(), ports)
}

type Plan = Extract<ReturnType<typeof planRun>, { readonly ok: true }>

type Begun =
  | { readonly ok: true; readonly plan: Plan; readonly knownVersions: ReadonlySet<string> }
  | { readonly ok: false; readonly failure: AssetFailure }

/** The plan of what is here; a storage that cannot be read is a reason not to start. */
async function begin(request: RunRequest, ports: MaterializePorts): Promise<Begun> {
  try {
    const knownVersions = new Set(await ports.cache.list())
    const history = historyOf(await ports.runs.list())
    const plan = planRun(request, { ...ports, knownVersions, history })
    return plan.ok ? { ok: true, plan, knownVersions } : plan
  } catch (error) {
    return { ok: false, failure: expectedFailure(error) }
  }
}

/** The fresh assets that the run is not about. */
function besideOf({ all, inRun }: Pick<Plan, 'all' | 'inRun'>) {
  const isAbout = new Set(inRun.map(({ id }) => id))
  return all
    .filter(({ id, status }) => status === 'fresh' && !isAbout.has(id))
    .map(({ key, partition, dataVersion }) => ({ key, partition, dataVersion }))
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

/** A value that cannot be read back leaves the run without a hash, and says so. */
async function hashResult(assets: readonly AssetRecord[], { cache, hash }: MaterializePorts) {
  try {
    return { resultHash: await resultHashOf(assets, readerOf(valuesIn(cache)), hash), failures: [] }
  } catch (error) {
    return { resultHash: null, failures: [expectedFailure(error)] }
  }
}
