import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import type { Branch } from '../../assets/spec'
import { external, internal } from '../../assets/specs'
import { valueOf } from '../values-made'
import type { RunSide } from './run-side'

/** A branch in one category; `all` where it has one set of clusters. */
export type BranchPlace = { readonly view: Branch; readonly category: string }

/** The model behind a placement; null where it is gone, or other code wrote it: it may lack parts. */
export async function modelAt(
  { run, read }: RunSide,
  { view, category }: BranchPlace,
): Promise<ClusteringModel | null> {
  const spec = { internal, external }[view].model
  const record = run.assets.find(
    ({ key, partition, codeVersion }) =>
      key === spec.key && partition === category && codeVersion === spec.codeVersion,
  )
  const value = record === undefined ? null : await read(record)
  return value === null ? null : valueOf(spec, value)
}
