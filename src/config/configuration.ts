import type { OverrideEntry } from '../assets/override'
import type { Role } from '../assets/source'

/** Where a setting is written: for both branches, or over them for one. */
export type Section = 'job_params' | 'internal' | 'external' | 'merging'

export const sections: readonly Section[] = ['job_params', 'internal', 'external', 'merging']

export const presetNames = ['recommended', 'python-package', 'production-scripts'] as const
export type PresetName = (typeof presetNames)[number]

/** Settings of one section: only what differs from the defaults and the preset. */
export type Settings = Readonly<Record<string, unknown>>

/** A file and its role as the YAML names it; in the browser filled by dropping files. */
export type Reader = {
  readonly name: string
  readonly role: Role
  readonly path: string
  /** Read options fixed by hand: delimiter, encoding ... */
  readonly options: Settings
  /** Column names per need: store, product, category, value, group. */
  readonly columns: Settings
}

/**
 * A validated draft or stored configuration. Precedence of a parameter: spec default < preset <
 * `job_params` < section of its branch (or `merging`). Environments are overlays already validated.
 */
export type Configuration = {
  readonly version: 1
  readonly preset: PresetName | null
  readonly job_params: Settings
  readonly internal: Settings
  readonly external: Settings
  readonly merging: Settings
  readonly readers: readonly Reader[]
  readonly environments: Readonly<Record<string, Settings>>
  /** What people decided about stores and clusters: append-only, replayed on every run. */
  readonly overrides: readonly OverrideEntry[]
}

export const emptyConfiguration: Configuration = {
  version: 1,
  preset: null,
  job_params: {},
  internal: {},
  external: {},
  merging: {},
  readers: [],
  environments: {},
  overrides: [],
}
