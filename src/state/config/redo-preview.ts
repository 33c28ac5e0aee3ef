import type { Configuration } from '../../config/configuration'
import { type Layer, resetInLayer, withOverlay } from '../../config/edit-layer'
import { layEnvironment } from '../../config/environments'
import { planAll, type RunPlan, type RunSettings } from '../../runs/plan-run'
import type { Hash } from '../../runs/version'
import type { AppState } from '../app-state'
import { selectBaseline } from '../runs/baseline'
import { memoOf, selectPlan } from '../plan/plan-selectors'
import { remember } from '../remember'
import { readySources } from '../selectors'

/** Of the assets that a run is about, how many come out otherwise because of a change. */
export type Redo = { readonly nRedo: number; readonly nTotal: number }

/** What changes would redo; null where nothing can be planned. Each is worked out when asked for. */
export type RedoPreview = {
  /** One setting of the layer that is edited, against the same without it. */
  readonly ofSetting: (name: string) => Redo | null
  /** The overlay of the chosen environment as a whole, against the base. */
  readonly ofEnvironment: () => Redo | null
}

export function selectRedoPreview(state: AppState): RedoPreview {
  const { configuration, environment, hash } = state
  const drafted = draftOf(configuration, environment)
  return previewOf(
    drafted,
    selectPlan(state),
    surroundingsOf(readySources(state), selectBaseline(state), hash),
  )
}

type Draft = { readonly configuration: Configuration; readonly environment: Layer }

type Surroundings = Pick<RunSettings, 'sources' | 'baseline'> & { readonly hash: Hash }

const draftOf = remember((configuration: Configuration, environment: Layer): Draft => ({
  configuration,
  environment,
}))

const surroundingsOf = remember(
  (
    sources: RunSettings['sources'],
    baseline: NonNullable<RunSettings['baseline']> | null,
    hash: Hash,
  ): Surroundings => ({ sources, baseline, hash }),
)

const previewOf = remember(
  ({ configuration, environment }: Draft, plan: RunPlan, around: Surroundings): RedoPreview => {
    const known = new Map<string, Redo | null>()
    const versions = (other: Configuration) =>
      versionsOf(layEnvironment(other, environment), around)
    const against = (id: string, other: () => Configuration): Redo | null => {
      if (!known.has(id)) known.set(id, compare(plan, versions(configuration), versions(other())))
      return known.get(id) ?? null
    }
    return {
      ofSetting: (name) =>
        against(`setting ${name}`, () => resetInLayer(configuration, environment, name)),
      ofEnvironment: () =>
        environment === null
          ? null
          : against('environment', () => withOverlay(configuration, environment, {})),
    }
  },
)

type Versions = ReadonlyMap<string, string> | null

function compare(plan: RunPlan, now: Versions, other: Versions): Redo | null {
  if (!plan.ok || now === null || other === null) return null
  const nRedo = plan.inRun.filter(({ id }) => now.get(id) !== other.get(id)).length
  return { nRedo, nTotal: plan.inRun.length }
}

function versionsOf(configuration: Configuration, { hash, ...around }: Surroundings): Versions {
  const plan = planAll(
    { ...around, configuration },
    { knownVersions: new Set(), hash, memo: memoOf(hash) },
  )
  return plan.ok ? new Map(plan.all.map(({ id, dataVersion }) => [id, dataVersion])) : null
}
