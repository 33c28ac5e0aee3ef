import { wholeFile } from '../../assets/preprocessing/partition-names'
import { external, internal } from '../../assets/specs'
import { allParams, resolveParam } from '../../config/params-for'
import type { RunRecord } from '../contract'
import { type BranchPlace, modelAt } from './model-at'
import type { Place } from './placements'
import type { RunSide } from './run-side'

/** Whether an id, as it is published, means the same cluster in both runs. */
export type IsStable = (id: string) => boolean

/**
 * Which ids mean the same cluster in both runs: all of them where one run carried its ids on from
 * the other; those of the baseline where both carried on from the same one, as each numbered its new
 * clusters without knowing of the other. Null where ids say nothing, or a model is no longer kept.
 */
export async function stableIds(
  a: RunSide,
  b: RunSide,
  { view, category }: Place,
): Promise<IsStable | null> {
  if (view !== 'merged') return stableInBranch(a, b, { view, category })
  const order = mergeOrderOf(a.run)
  if (order !== mergeOrderOf(b.run)) return null
  const inner = await stableInBranch(a, b, { view: 'internal', category })
  const outer = await stableExternal(a, b, category)
  if (inner === null || outer === null) return null
  const [isFirst, isSecond] = order === 'internal_external' ? [inner, outer] : [outer, inner]
  return (id) => {
    const [first = '', second = ''] = id.split('_')
    return isFirst(first) && isSecond(second)
  }
}

/** External clusters may be those of the whole chain. */
async function stableExternal(a: RunSide, b: RunSide, category: string): Promise<IsStable | null> {
  return (
    (await stableInBranch(a, b, { view: 'external', category })) ??
    stableInBranch(a, b, { view: 'external', category: wholeFile })
  )
}

async function stableInBranch(a: RunSide, b: RunSide, at: BranchPlace): Promise<IsStable | null> {
  const [fromA, fromB] = [carriedFrom(a.run, at), carriedFrom(b.run, at)]
  if (fromB === a.run.id || fromA === b.run.id) return () => true
  if (fromA === null || fromA !== fromB) return null
  const [keptInA, keptInB] = [await keptIds(a, at), await keptIds(b, at)]
  if (keptInA === null || keptInB === null) return null
  const kept = new Set([...keptInA, ...keptInB])
  return (id) => kept.has(id)
}

/** The ids that a run has from its baseline. */
async function keptIds(side: RunSide, at: BranchPlace): Promise<readonly string[] | null> {
  const model = await modelAt(side, at)
  if (model === null) return null
  return model.lineage.flatMap(({ cluster, state }) => (state === 'kept' ? [String(cluster)] : []))
}

/** The run whose ids the model of a category carried on; a category that is new there has none. */
function carriedFrom({ baseline, assets }: RunRecord, at: BranchPlace): string | null {
  const { key } = { internal, external }[at.view].model
  const model = assets.find((asset) => asset.key === key && asset.partition === at.category)
  return model?.madeFrom?.memory === undefined ? null : (baseline?.runId ?? null)
}

function mergeOrderOf({ configuration }: RunRecord): unknown {
  const order = allParams().get('merge_order')
  return order === undefined ? null : resolveParam(order, 'merging', configuration).value
}
