import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Role } from '../assets/source'
import { applySettings } from '../config/apply-setting'
import { type Configuration, emptyConfiguration, presetNames } from '../config/configuration'
import { findContradictions } from '../config/contradictions'
import { applyEnvironment } from '../config/environments'
import { type Checked, type Fault, invalidValue } from '../config/fault'
import type { ImportedKey } from '../config/imported-key'
import { openConfiguration, type OpenedConfiguration } from '../config/open-configuration'
import { InputError } from './input-error'
import type { RoleFlags } from './open-sources'
import { type RoleSettings, splitRoleSettings } from './role-settings'

/** The options of the command line that make a configuration. */
export type ConfigurationFlags = {
  readonly config?: string | undefined
  readonly env?: string | undefined
  readonly preset?: string | undefined
  readonly set?: readonly string[] | undefined
}

export type LoadedConfiguration = {
  readonly configuration: Configuration
  /** Folder that the paths of the readers start from. */
  readonly folder: string
  /** What became of each key of a file of the Python system; null for one of ours. */
  readonly imported: readonly ImportedKey[] | null
  /** Read options of `--set`, stronger than those of a reader. */
  readonly roleSettings: RoleSettings
  /** Columns of `--set` by need, stronger than those of a reader. */
  readonly roleColumns: RoleSettings
}

/**
 * Lays the layers of a configuration: defaults < preset < file < `--env` < `--set`.
 * @throws {InputError} with every fault of the first layer that has one
 */
export async function loadConfiguration(
  flags: ConfigurationFlags & RoleFlags,
  cwd: string,
): Promise<LoadedConfiguration> {
  const path = flags.config === undefined ? null : resolve(cwd, flags.config)
  const { configuration: file, imported } =
    path === null ? nothing : await readConfigurationFile(path)
  const preset = flags.preset === undefined ? file.preset : presetNamed(flags.preset)
  const based = { ...file, preset }
  const laid = flags.env === undefined ? based : valueOf(applyEnvironment(based, flags.env))
  const { ofRoles, columnsOfRoles, others, faults } = splitRoleSettings(flags.set ?? [])
  if (faults.length > 0) throw new InputError(faults)
  const configuration = valueOf(applySettings(laid, others))
  const contradictions = findContradictions(configuration, rolesAsked(flags, configuration))
  if (contradictions.length > 0) throw new InputError(contradictions)
  const folder = path === null ? cwd : dirname(path)
  return { configuration, folder, imported, roleSettings: ofRoles, roleColumns: columnsOfRoles }
}

/** What there will be files for, known before one of them is read. */
function rolesAsked(flags: RoleFlags, { readers }: Configuration): ReadonlySet<Role> {
  const flagged: readonly (readonly [Role, readonly string[] | undefined])[] = [
    ['sales', flags.sales],
    ['product_map', flags['product-map']],
    ['store_metrics', flags['store-metrics']],
    ['external', flags.external],
  ]
  return new Set([
    ...flagged.flatMap(([role, paths = []]) => (paths.length > 0 ? [role] : [])),
    ...readers.map(({ role }) => role),
  ])
}

const nothing: OpenedConfiguration = { configuration: emptyConfiguration, imported: null }

export function presetNamed(name: string) {
  const preset = presetNames.find((known) => known === name)
  if (preset !== undefined) return preset
  throw new InputError([invalidValue('preset', name, `one of ${presetNames.join(', ')}`)])
}

async function readConfigurationFile(path: string): Promise<OpenedConfiguration> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new InputError([unreadable(path, error)])
  })
  const opened = openConfiguration(text.replace(/^\uFEFF/, ''), (name) => process.env[name])
  if (opened.ok) return opened.value
  throw new InputError(opened.faults.map((fault) => ({ ...fault, path: placeOf(fault, path) })))
}

/** `config.yaml:12:5 external.max_clusters`, as editors and terminals follow it. */
function placeOf({ path, line, column }: Fault, file: string): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return path === '' ? place : `${place} ${path}`
}

function unreadable(path: string, error: unknown) {
  return {
    code: 'unreadable_file',
    message: `The configuration cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    path,
    hint: 'Check the path given to --config.',
  }
}

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw new InputError(checked.faults)
}
