import { useMemo } from 'react'
import { type AssetView, useApp, useAsset } from '../../state/hooks'
import { selectCategory, selectExternalPartition } from '../../state/selectors'
import { crossed, external, internal, labeling, profiles, reassigned } from '../../state/shown-assets'
import { branchScene, mergedScene, type Scene } from './scene.model'

export type SceneView = {
  /** The clusters and all that is drawn of them, as one asset. */
  readonly scene: AssetView<Scene>
  readonly profiles: AssetView<unknown>
}

/** Reads the values of the branch that is looked at and puts them together. */
export function useScene(): SceneView {
  const branch = useApp((state) => state.view.branch)
  const category = useApp(selectCategory)
  const inner = useBranch(internal, category)
  const outer = useBranch(external, useApp(selectExternalPartition))
  const crossing = useAsset(crossed, category)
  const after = useAsset(reassigned, category)
  const profile = useAsset(profiles, category)
  const names = useAsset(labeling, category)
  const isMerged = branch === 'merged'
  const [own, other] = branch === 'external' ? [outer, inner] : [inner, outer]
  const needed = isMerged ? [after, crossing, inner.reduced] : [own.assigned, own.reduced, own.metrics]
  const optional = isMerged ? [profile, names] : [profile, names, own.imputed, other.assigned]
  const isLoading = [...needed, ...optional].some(({ status }) => status === 'loading')
  const analysis = useMemo(
    () => ({ profiles: profile.value, labeling: names.value }),
    [profile.value, names.value],
  )
  const ofBranch = useMemo(() => {
    const [assigned, reduced, metrics] = [own.assigned.value, own.reduced.value, own.metrics.value]
    if (isMerged || isLoading || assigned === null || reduced === null || metrics === null) return null
    return branchScene({
      ...analysis,
      branch,
      category: own.partition === 'all' ? null : own.partition,
      assigned,
      reduced,
      metrics,
      imputed: own.imputed.value,
      other: other.assigned.value,
    })
  }, [isMerged, isLoading, analysis, branch, own.partition, own.assigned.value, own.reduced.value, own.metrics.value, own.imputed.value, other.assigned.value])
  const ofMerged = useMemo(() => {
    const [reduced, moved, both] = [inner.reduced.value, after.value, crossing.value]
    if (!isMerged || isLoading || reduced === null || moved === null || both === null) return null
    return mergedScene({ ...analysis, category, reassigned: moved, crossed: both, reduced, imputed: inner.imputed.value })
  }, [isMerged, isLoading, analysis, category, inner.reduced.value, inner.imputed.value, after.value, crossing.value])
  const value = isMerged ? ofMerged : ofBranch
  return { scene: asOne(needed, value), profiles: profile }
}

function useBranch(specs: typeof internal | typeof external, partition: string | null) {
  return {
    partition,
    assigned: useAsset(specs.assigned, partition),
    reduced: useAsset(specs.reduced, partition),
    metrics: useAsset(specs.metrics, partition),
    imputed: useAsset(specs.imputed, partition),
  }
}

/** Several assets as one: its state is that of the first one that is not as it should be. */
function asOne(needed: readonly AssetView<unknown>[], value: Scene | null): AssetView<Scene> {
  const shown =
    needed.find(({ status }) => status === 'failure') ??
    needed.find(({ status }) => status === 'missing') ??
    needed.find(({ activity }) => activity !== 'idle') ??
    needed.find(({ stale }) => stale) ??
    needed[0]
  if (shown === undefined) throw new Error('A scene is made of at least one asset')
  const isWaiting = value === null && shown.status === 'success'
  return { ...shown, status: isWaiting ? 'loading' : shown.status, value }
}
