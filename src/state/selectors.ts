import { wholeFile } from '../assets/preprocessing/partition-names'
import type { Role } from '../assets/source'
import { external, internal } from '../assets/specs'
import { completeFrom } from '../runs/complete-from'
import type { AssetRecord, RunRecord, Source } from '../runs/contract'
import { roleWords } from '../runs/missing-roles'
import type { LostSource } from '../runs/pending-run'
import type { AppState } from './app-state'
import { needLabels, openNeeds } from './sources/open-needs'
import { remember } from './remember'
import type { SourceEntry } from './sources/sources-slice'

/** The same list while it holds the same: the progress of one file changes nothing of the others. */
function steady<T>(derive: (entries: readonly SourceEntry[]) => readonly T[]) {
  const derived = remember(derive)
  let last: readonly T[] = []
  return (entries: readonly SourceEntry[]): readonly T[] => {
    const next = derived(entries)
    const isSame = next.length === last.length && next.every((item, i) => item === last[i])
    if (!isSame) last = next
    return last
  }
}

const sourcesOf = steady((entries) =>
  entries.flatMap((entry) => (entry.status === 'ready' ? [entry.source] : [])),
)

/** The files that were understood; the others are shown with their reason and take no part. */
export function readySources(state: Pick<AppState, 'entries'>): readonly Source[] {
  return sourcesOf(state.entries)
}

const keptOf = steady((entries) =>
  entries.flatMap((entry) => {
    if (entry.status === 'ready') return [entry.source]
    if (entry.status === 'lost') return []
    return entry.before === null ? [] : [entry.before.source]
  }),
)

/** The files that the desk keeps over a reload: one that is read again as it stood before. */
export function keptSources(state: Pick<AppState, 'entries'>): readonly Source[] {
  return keptOf(state.entries)
}

const lostOf = remember((entries: readonly SourceEntry[]): readonly LostSource[] =>
  entries.flatMap((entry) => {
    if (entry.status === 'lost') return [entry.source]
    return entry.status === 'reading' && entry.lost !== undefined ? [entry.lost.source] : []
  }),
)

/** The files of the desk that a person has to choose again. */
export function lostSources(state: Pick<AppState, 'entries'>): readonly LostSource[] {
  return lostOf(state.entries)
}

const rolesOf = remember(
  (sources: readonly Source[]): ReadonlySet<Role> => new Set(sources.map(({ role }) => role)),
)

/** What there are files for. */
export function selectRoles(state: Pick<AppState, 'entries'>): ReadonlySet<Role> {
  return rolesOf(readySources(state))
}

export type Readiness = {
  /** `full` both branches, `internal` or `external` one of them, `none` nothing can run. */
  readonly can: 'full' | 'internal' | 'external' | 'none'
  readonly sentence: string
}

/** Whether Run can work, and if not, which file is missing. */
export function selectReadiness(state: AppState): Readiness {
  const isReading = state.entries.some((entry) => entry.status === 'reading')
  return readinessOf(readySources(state), lostSources(state), isReading)
}

const readinessOf = remember(
  (sources: readonly Source[], lost: readonly LostSource[], isReading: boolean): Readiness => {
    if (isReading) return { can: 'none', sentence: 'Reading the files' }
    const sentence = undecidedOf(sources)
    if (sentence !== null) return { can: 'none', sentence }
    const readiness = readinessOfRoles(rolesOf(sources))
    if (lost.length === 0 || readiness.can === 'full') return readiness
    const names = lost.map(({ name }) => name).join(' and ')
    const what = readiness.can === 'none' ? 'run' : 'cross both views'
    return { can: readiness.can, sentence: `Choose ${names} again to ${what}` }
  },
)

/** What a person has to say before these files can be used at all. */
function undecidedOf(sources: readonly Source[]): string | null {
  for (const source of sources) {
    const [need] = openNeeds(source)
    if (need !== undefined)
      return `Choose the ${needLabels[need].toLowerCase()} column of ${source.name} to run`
  }
  const roles = sources.map(({ role }) => role)
  const crowded = roles.find((role, i) => role !== 'external' && roles.indexOf(role) !== i)
  if (crowded === undefined) return null
  const n = roles.filter((role) => role === crowded).length
  return `${n} files claim to be ${roleWords[crowded]}: remove or change all but one to run`
}

function readinessOfRoles(roles: ReadonlySet<Role>): Readiness {
  const internal = roles.has('store_metrics') || (roles.has('sales') && roles.has('product_map'))
  const external = roles.has('external')
  if (internal && external) return { can: 'full', sentence: '' }
  if (internal) return { can: 'internal', sentence: 'Add market data to cross both views' }
  if (roles.has('sales')) return { can: 'none', sentence: 'Add a product map to run' }
  if (roles.has('product_map')) return { can: 'none', sentence: 'Add a sales file to run' }
  if (external)
    return { can: 'external', sentence: 'Add a sales file and a product map to cross both views' }
  return { can: 'none', sentence: 'Add a sales file and a product map to run' }
}

/** The selection behind the Run button for these files. */
export function selectionFor(readiness: Readiness): string {
  if (readiness.can === 'internal') return 'internal_preprocessing_job,internal_ml_job'
  if (readiness.can === 'external') return 'external_preprocessing_job,external_ml_job'
  return 'full_pipeline_job'
}

/** The run whose results are on the screen: the chosen one, else the newest that made something. */
export function selectShownRun(state: AppState): RunRecord | null {
  const chosen = state.runs.find(({ id }) => id === state.view.runId)
  if (chosen !== undefined) return chosen
  return state.runs.find(({ status }) => status !== 'canceled') ?? null
}

const wholeRun = remember((run: RunRecord, runs: readonly RunRecord[]) => completeFrom(run, runs))

/** The shown run with what it left as it was: what a run of a few assets says of all. */
export function selectWholeRun(state: AppState): RunRecord | null {
  const run = selectShownRun(state)
  return run?.beside === undefined ? run : wholeRun(run, state.runs)
}

const runsFrom = remember(
  (runs: readonly RunRecord[], shown: RunRecord | null): readonly RunRecord[] =>
    shown === null ? [] : runs.slice(runs.indexOf(shown)),
)

/** Runs from the shown one back: a run of a few assets shows the others as they were before it. */
export function selectShownRuns(state: AppState): readonly RunRecord[] {
  return runsFrom(state.runs, selectShownRun(state))
}

/** The record of one asset in the shown run, else in the newest earlier run that has it. */
export function selectRecord(
  state: AppState,
  key: string,
  partition: string | null,
): AssetRecord | null {
  const isIt = (asset: AssetRecord) => asset.key === key && asset.partition === partition
  const run = selectShownRuns(state).find(({ assets }) => assets.some(isIt))
  return run?.assets.find(isIt) ?? null
}

const categoriesOf = remember((runs: readonly RunRecord[]): readonly string[] => {
  for (const { assets } of runs) {
    const names = assets.flatMap(({ key, partition }) =>
      key === internal.filtered.key && partition !== null ? [partition] : [],
    )
    if (names.length > 0) return [...new Set(names)].toSorted()
  }
  return []
})

/** Categories of the shown run, or of the newest before it that was about categories, sorted. */
export function selectCategories(state: AppState): readonly string[] {
  return categoriesOf(selectShownRuns(state))
}

/** The category that is looked at: the chosen one if the run has it, else the first. */
export function selectCategory(state: AppState): string | null {
  const categories = selectCategories(state)
  const { category } = state.view
  if (category !== null && categories.includes(category)) return category
  return categories[0] ?? null
}

/** The external partition that stands beside an internal one. */
export function selectExternalPartition(state: AppState): string | null {
  const category = selectCategory(state)
  const has = (partition: string) => selectRecord(state, external.filtered.key, partition) !== null
  if (category !== null && has(category)) return category
  return has(wholeFile) ? wholeFile : null
}
