import type { RunRequest } from '../runs/contract'
import { describePlan, type PlanDescription } from '../runs/describe-plan'
import { historyOf } from '../runs/history'
import { planRun } from '../runs/plan-run'
import { jsonLine } from './answer'
import { InputError } from './input-error'
import { sha256, type Storage } from './node-ports'

/**
 * What a run would make and why; nothing is computed and nothing written.
 * @throws {InputError} where the run could not start
 */
export async function dryRun(
  request: Omit<RunRequest, 'runId'>,
  { cache, runs }: Storage,
): Promise<PlanDescription> {
  const knownVersions = new Set(await cache.list())
  const history = historyOf(await runs.list())
  const plan = planRun(request, { knownVersions, history, hash: sha256 })
  if (!plan.ok) throw new InputError([plan.failure])
  return describePlan(plan)
}

export function dryRunText({ toRun, total, assets }: PlanDescription): string {
  const lines = assets.map(({ id, status, causes }) =>
    causes === '' ? `${status} ${id}` : `${status} ${id}: ${causes}`,
  )
  return `${[`${toRun} of ${total} assets to run`, ...lines].join('\n')}\n`
}

/** The object that `--dry-run --json` prints. */
export function dryRunJson({ toRun, total, assets }: PlanDescription): string {
  return jsonLine({
    status: 'success',
    to_run: toRun,
    total,
    assets: assets.map(({ key, partition, status, causes }) => ({
      key,
      partition,
      status,
      causes,
    })),
  })
}
