import type { Control } from '../assets/schema'
import type { AnySpec } from '../assets/spec'
import { type Configuration, emptyConfiguration, type Section } from '../config/configuration'
import { allParams, type KnownParam, resolveParam } from '../config/params-for'
import { validateSetting } from '../config/validate-setting'
import type { AppState } from './app-state'
import { remember } from './remember'

/** One place where a setting can be written, and what it is worth there. */
export type SettingCell = {
  readonly section: Section
  readonly value: unknown
  /** Written in this very section; else the value is inherited. */
  readonly isOwn: boolean
}

export type Setting = {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly expects: string
  readonly control: Control
  readonly nullable: boolean
  /** What the preset or the default says: where a reset leads. */
  readonly presetValue: unknown
  /** For both branches, or for all there is. */
  readonly main: SettingCell
  readonly internal: SettingCell | null
  readonly external: SettingCell | null
  readonly isChanged: boolean
}

export type SettingGroup = { readonly title: string; readonly settings: readonly Setting[] }

/** Every parameter there is, grouped by stage in the order of the pipeline. */
export function selectSettings(state: AppState): readonly SettingGroup[] {
  return groupsOf(state.configuration)
}

const groupsOf = remember((configuration: Configuration): readonly SettingGroup[] => {
  const groups = new Map<string, Setting[]>(titles.map((title) => [title, []]))
  for (const known of allParams().values())
    groups.get(titleOf(known))?.push(settingOf(known, configuration))
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

function settingOf(known: KnownParam, configuration: Configuration): Setting {
  const { name, param, sections } = known
  const isMerging = sections.includes('merging')
  const inBoth = sections.includes('internal') && sections.includes('external')
  const cell = (section: Section): SettingCell => ({
    section,
    value: resolveParam(known, section, configuration).value,
    isOwn: Object.hasOwn(configuration[section], name),
  })
  const main = cell(isMerging ? 'merging' : 'job_params')
  const internal = inBoth ? cell('internal') : null
  const external = inBoth ? cell('external') : null
  const preset = { ...emptyConfiguration, preset: configuration.preset }
  return {
    name,
    label: param.label,
    help: param.help,
    expects: param.expects,
    control: param.control,
    nullable: param.nullable,
    presetValue: resolveParam(known, main.section, preset).value,
    main,
    internal,
    external,
    isChanged: [main, internal, external].some((one) => one?.isOwn),
  }
}

/** Whether a value may be written there; `expects` of the setting says in words what may. */
export function isAllowed(section: Section, name: string, value: unknown): boolean {
  return validateSetting(section, name, value).ok
}
