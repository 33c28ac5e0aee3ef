import type { Condition, Control } from '../../assets/schema'
import type { AnySpec } from '../../assets/spec'
import { type Configuration, emptyConfiguration, type Section } from '../../config/configuration'
import { type Layer, settingsIn } from '../../config/edit-layer'
import { layEnvironment } from '../../config/environments'
import { isSame } from '../../config/is-same'
import { allParams, type KnownParam, resolveParam } from '../../config/params-for'
import { validateSetting } from '../../config/validate-setting'
import type { AppState } from '../app-state'
import { remember } from '../remember'

/** One place where a setting can be written, and what it is worth there. */
export type SettingCell = {
  readonly section: Section
  readonly value: unknown
  /** Written in this very section of what is edited; else the value is inherited. */
  readonly isOwn: boolean
}

export type Setting = {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly expects: string
  readonly control: Control
  readonly nullable: boolean
  /** "Algorithm: DBSCAN": what it is read with, where nothing asks for it; else null. */
  readonly idle: string | null
  /** Where a reset leads: what the preset says, or the base where an environment is edited. */
  readonly resetValue: unknown
  /** For both branches, or for all there is. */
  readonly main: SettingCell
  readonly internal: SettingCell | null
  readonly external: SettingCell | null
  /** Written in what is edited, in one of its sections. */
  readonly isWritten: boolean
  /** Written otherwise than where a reset leads. */
  readonly isChanged: boolean
}

export type SettingGroup = { readonly title: string; readonly settings: readonly Setting[] }

/** Every parameter there is, grouped by stage in the order of the pipeline, as a run would use it. */
export function selectSettings({
  configuration,
  environment,
}: Pick<AppState, 'configuration' | 'environment'>): readonly SettingGroup[] {
  return groupsOf(configuration, environment)
}

const groupsOf = remember((configuration: Configuration, layer: Layer): readonly SettingGroup[] => {
  const drafts = { configuration, layer, effective: layEnvironment(configuration, layer) }
  const groups = new Map<string, Setting[]>(titles.map((title) => [title, []]))
  for (const known of allParams().values())
    groups.get(titleOf(known))?.push(settingOf(known, drafts))
  return [...groups].flatMap(([title, settings]) =>
    settings.length === 0 ? [] : [{ title, settings }],
  )
})

const titles = [
  'Preprocessing',
  'Filter features',
  'Impute',
  'Normalise',
  'Outliers',
  'Reduce dimensions',
  'Cluster count',
  'Train models',
  'Merge',
] as const
type Title = (typeof titles)[number]

const stageTitles: ReadonlyMap<string, Title> = new Map([
  ['filtered_features', 'Filter features'],
  ['imputed_features', 'Impute'],
  ['normalized_data', 'Normalise'],
  ['outlier_removed_features', 'Outliers'],
  ['dimensionality_reduced_features', 'Reduce dimensions'],
  ['optimal_cluster_counts', 'Cluster count'],
  ['train_clustering_models', 'Train models'],
])

/** A parameter that several stages read stands with the last of them. */
function titleOf({ specs }: KnownParam): Title {
  const spec: AnySpec | undefined = specs.at(-1)
  if (spec === undefined) return 'Preprocessing'
  if (spec.group === 'merging') return 'Merge'
  return stageTitles.get(spec.key.replace(/^(internal|external)_/, '')) ?? 'Preprocessing'
}

type Drafts = {
  readonly configuration: Configuration
  readonly layer: Layer
  readonly effective: Configuration
}

function settingOf(known: KnownParam, { configuration, layer, effective }: Drafts): Setting {
  const { name, param, sections } = known
  const isMerging = sections.includes('merging')
  const inBoth = sections.includes('internal') && sections.includes('external')
  const cell = (section: Section): SettingCell => ({
    section,
    value: resolveParam(known, section, effective).value,
    isOwn: Object.hasOwn(settingsIn(configuration, layer, section), name),
  })
  const main = cell(isMerging ? 'merging' : 'job_params')
  const internal = inBoth ? cell('internal') : null
  const external = inBoth ? cell('external') : null
  const preset = { ...emptyConfiguration, preset: configuration.preset }
  const below = layer === null ? preset : configuration
  const cells = [main, internal, external].flatMap((cell) => cell ?? [])
  return {
    name,
    label: param.label,
    help: param.help,
    expects: param.expects,
    control: param.control,
    nullable: param.nullable,
    idle: idleWords(param.onlyWith, sections, effective),
    resetValue: resolveParam(known, main.section, below).value,
    main,
    internal,
    external,
    isWritten: cells.some(({ isOwn }) => isOwn),
    isChanged: cells.some(
      ({ section, value, isOwn }) =>
        isOwn && !isSame(value, resolveParam(known, section, below).value),
    ),
  }
}

/** What a setting waits for, while no section that it counts in has it. */
function idleWords(
  condition: Condition | undefined,
  sections: readonly Section[],
  effective: Configuration,
): string | null {
  const other = condition && allParams().get(condition.name)
  if (condition === undefined || other === undefined) return null
  const { values } = condition
  const counting = sections.length === 1 ? sections : sections.filter((at) => at !== 'job_params')
  const isRead = counting.some((section) =>
    values.includes(resolveParam(other, section, effective).value),
  )
  return isRead
    ? null
    : `${other.param.label}: ${values.map(labelIn(other.param.control)).join(' or ')}`
}

function labelIn(control: Control): (value: unknown) => string {
  const options = control.kind === 'choice' ? control.options : []
  const ofSwitch = [
    { value: 'true', label: 'On' },
    { value: 'false', label: 'Off' },
  ]
  return (value) =>
    [...options, ...ofSwitch].find((option) => option.value === String(value))?.label ??
    String(value)
}

/** The setting that a fault is about, by the end of its path: `internal.size_min`, or `eps` alone. */
export function settingAt(path: string): { readonly name: string; readonly label: string } | null {
  const [first = '', name = first, ...more] = path.split('.')
  const known = allParams().get(name)
  if (known === undefined || more.length > 0) return null
  const isPlace = first === name || known.sections.some((section) => section === first)
  return isPlace ? { name, label: known.param.label } : null
}

/** How many settings a run would use otherwise than the preset, or the base of an environment. */
export function selectNChangedSettings(
  state: Pick<AppState, 'configuration' | 'environment'>,
): number {
  return selectSettings(state).flatMap(({ settings }) => settings.filter((one) => one.isChanged))
    .length
}

/** Whether a value may be written there; `expects` of the setting says in words what may. */
export function isAllowed(section: Section, name: string, value: unknown): boolean {
  return validateSetting(section, name, value).ok
}
