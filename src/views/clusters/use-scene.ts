import { useMemo } from 'react'
import type { StageSpecs } from '../../assets/branch'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import { type AssetView, useApp, useAsset } from '../../state/hooks'
import { selectCategory, selectExternalPartition } from '../../state/selectors'
import {
  crossed,
  external,
  internal,
  labeling,
  profiles,
  reassigned,
} from '../../state/shown-assets'
import {
  type Analysis,
  branchScene,
  type BranchValues,
  mergedScene,
  type Scene,
} from './scene.model'

export type SceneView = {
  /** The clusters and all that is drawn of them, as one asset. */
  readonly scene: AssetView<Scene>
  readonly profiles: AssetView<unknown>
  /** The models behind it: both of them where the two views are crossed. */
  readonly models: readonly ModelView[]
}

export type ModelView = {
  readonly branch: 'internal' | 'external'
  readonly lineage: ClusteringModel['lineage'] | null
  readonly made: AssetView<unknown>['made']
}

/** Reads the values of the branch that is looked at and puts them together. */
export function useScene(): SceneView {
  const branch = useApp((state) => state.view.branch)
  const category = useApp(selectCategory)
  const inner = useBranch(internal, category)
  const outer = useBranch(external, useApp(selectExternalPartition))
  const profile = useAsset(profiles, category)
  const names = useAsset(labeling, category)
  const analysis = useAnalysis(profile.value, names.value)
  const isWaiting = profile.status === 'loading' || names.status === 'loading'
  const crossing = useAsset(crossed, category)
  const isMerged = branch === 'merged'
  const [own, other] = branch === 'external' ? [outer, inner] : [inner, outer]
  const ofBranch = useBranchScene({
    own,
    analysis,
    other: other.assigned.value,
    branch: branch === 'external' ? 'external' : 'internal',
    crossed: crossing.value,
    isWaiting: isMerged || isWaiting || isLoading(other.assigned) || isLoading(crossing),
  })
  const merging = useMergedScene({
    inner,
    crossing,
    analysis,
    category,
    isWaiting: !isMerged || isWaiting,
  })
  const scene = isMerged
    ? asOne(merging.needed, merging.scene)
    : asOne([own.assigned, own.reduced, own.metrics], ofBranch)
  const models = [modelView('internal', inner), modelView('external', outer)]
  return {
    scene,
    profiles: profile,
    models: isMerged ? models : models.filter((model) => model.branch === branch),
  }
}

function isLoading({ status }: AssetView<unknown>): boolean {
  return status === 'loading'
}

function modelView(branch: ModelView['branch'], { model }: BranchAssets): ModelView {
  return { branch, lineage: model.value?.lineage ?? null, made: model.made }
}

function useAnalysis(profiled: Analysis['profiles'], named: Analysis['labeling']): Analysis {
  return useMemo(() => ({ profiles: profiled, labeling: named }), [profiled, named])
}

function useBranch(specs: StageSpecs, partition: string | null) {
  return {
    partition,
    assigned: useAsset(specs.assigned, partition),
    reduced: useAsset(specs.reduced, partition),
    metrics: useAsset(specs.metrics, partition),
    model: useAsset(specs.model, partition),
    imputed: useAsset(specs.imputed, partition),
  }
}

type BranchAssets = ReturnType<typeof useBranch>

type BranchInput = {
  readonly own: BranchAssets
  readonly other: BranchValues['other']
  readonly crossed: BranchValues['crossed']
  readonly branch: BranchValues['branch']
  readonly analysis: Analysis
  /** Drawn once, when all of it is there: nothing jumps. */
  readonly isWaiting: boolean
}

function useBranchScene(input: BranchInput): Scene | null {
  const { own, other, crossed: both, branch, analysis, isWaiting } = input
  const category = own.partition === 'all' ? null : own.partition
  const isPartial = isWaiting || own.imputed.status === 'loading' || own.model.status === 'loading'
  const assigned = own.assigned.value
  const reduced = own.reduced.value
  const metrics = own.metrics.value
  const imputed = own.imputed.value
  const model = own.model.value
  return useMemo(() => {
    if (isPartial || assigned === null || reduced === null || metrics === null) return null
    const shown = { branch, category, assigned, reduced, metrics, imputed, model }
    return branchScene({ ...analysis, ...shown, other, crossed: both })
  }, [
    isPartial,
    analysis,
    branch,
    category,
    assigned,
    reduced,
    metrics,
    imputed,
    other,
    both,
    model,
  ])
}

type MergedInput = Pick<BranchInput, 'analysis' | 'isWaiting'> & {
  readonly inner: BranchAssets
  readonly crossing: AssetView<MergedClusters>
  readonly category: string | null
}

function useMergedScene({ inner, crossing, analysis, category, isWaiting }: MergedInput) {
  const after = useAsset(reassigned, category)
  const isPartial = isWaiting || inner.imputed.status === 'loading'
  const moved = after.value
  const both = crossing.value
  const reduced = inner.reduced.value
  const imputed = inner.imputed.value
  const scene = useMemo(() => {
    if (isPartial || reduced === null || moved === null || both === null) return null
    return mergedScene({
      ...analysis,
      category,
      reassigned: moved,
      crossed: both,
      reduced,
      imputed,
    })
  }, [isPartial, analysis, category, reduced, imputed, moved, both])
  return { needed: [after, crossing, inner.reduced], scene }
}

/** Several assets as one: its state is that of the first one that is not as it should be. */
function asOne(needed: readonly AssetView<unknown>[], value: Scene | null): AssetView<Scene> {
  const shown =
    needed.find(({ status }) => status === 'failure') ??
    needed.find(({ status }) => status === 'missing' || status === 'outdated') ??
    needed.find(({ activity }) => activity !== 'idle') ??
    needed.find(({ stale }) => stale) ??
    needed[0]
  if (shown === undefined) throw new Error('A scene is made of at least one asset')
  const isWaiting = value === null && shown.status === 'success'
  return { ...shown, status: isWaiting ? 'loading' : shown.status, value }
}
