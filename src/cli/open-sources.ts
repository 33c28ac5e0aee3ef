import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import { type Need, needs, type Role, type SourceColumns } from '../assets/source'
import { type Configuration, emptyConfiguration, type Settings } from '../config/configuration'
import { unknownKey } from '../config/fault'
import { guessRole } from '../assets/guess-role'
import { storesByOverlap } from '../assets/store-column'
import { guessValue } from '../assets/value-column'
import type { SourceProfile } from '../files/source-profile'
import type { Source } from '../runs/contract'
import { profileInRoles } from '../runs/profile-in-roles'
import { InputError } from './input-error'
import { inspectPath } from './inspect-path'
import type { Io } from './io'
import type { LoadedConfiguration } from './load-configuration'
import { columnsHere, columnsNowhere } from './role-columns'

/** Files with their role on the command line; they replace the readers of that role. */
export type RoleFlags = {
  readonly sales?: readonly string[] | undefined
  readonly 'product-map'?: readonly string[] | undefined
  readonly 'store-metrics'?: readonly string[] | undefined
  readonly external?: readonly string[] | undefined
}

/** A file that a configuration or a flag names, before it is read. */
type Wanted = {
  readonly id: string
  readonly role: Role
  readonly path: string
  readonly options: Settings
  readonly columns: Settings
}

/**
 * Reads every file that the flags or the readers of the configuration name.
 * @throws {InputError} with the faults of all files, not only of the first
 */
export async function openSources(
  flags: RoleFlags,
  from: Omit<LoadedConfiguration, 'imported'>,
  io: Io,
): Promise<readonly Source[]> {
  const faults: AssetFailure[] = []
  const sources: Source[] = []
  for (const wanted of wantedFiles(flags, from, io.cwd)) {
    io.log(`reading ${wanted.path}`)
    const inspected = await inspectPath(wanted.path, {
      ...wanted.options,
      ...from.roleSettings.get(wanted.role),
    })
    if (!inspected.ok) {
      faults.push(inspected.failure)
      continue
    }
    const { profile } = inspected
    faults.push(...unknownColumns(wanted, profile))
    const ofRole = columnsHere(from.roleColumns.get(wanted.role), profile)
    const named = { ...wanted, columns: { ...wanted.columns, ...ofRole } }
    const source = sourceOf(named, profile)
    for (const note of profileInRoles(source).notes) io.log(note)
    const { mtimeMs } = await stat(wanted.path)
    sources.push({ ...source, modifiedAt: mtimeMs })
  }
  if (faults.length === 0) faults.push(...columnsNowhere(from.roleColumns, sources))
  if (faults.length > 0) throw new InputError(faults)
  return withStoresByOverlap(sources)
}

/** A store column that nobody chose is the one that holds stores of the other files. */
function withStoresByOverlap(sources: readonly Source[]): readonly Source[] {
  const stores = storesByOverlap(sources)
  return sources.map((source, i) =>
    source.chosen?.includes('store') === true
      ? source
      : { ...source, columns: { ...source.columns, store: stores[i] ?? null } },
  )
}

/** The paths of the files that a run would read; of the flags alone where there is no configuration. */
export function pathsOfSources(
  flags: RoleFlags,
  from: { readonly configuration: Configuration; readonly folder: string } | null,
  cwd: string,
): readonly string[] {
  const known = from ?? { configuration: emptyConfiguration, folder: cwd }
  return wantedFiles(flags, known, cwd).map(({ path }) => path)
}

function wantedFiles(
  flags: RoleFlags,
  { configuration, folder }: { readonly configuration: Configuration; readonly folder: string },
  cwd: string,
): readonly Wanted[] {
  const byFlag = (role: Role, paths: readonly string[] = []): readonly Wanted[] =>
    paths.map((path) => ({ id: path, role, path: resolve(cwd, path), options: {}, columns: {} }))
  const flagged = [
    ...byFlag('sales', flags.sales),
    ...byFlag('product_map', flags['product-map']),
    ...byFlag('store_metrics', flags['store-metrics']),
    ...byFlag('external', flags.external),
  ]
  const replaced = new Set(flagged.map(({ role }) => role))
  const readers = configuration.readers
    .filter(({ role }) => !replaced.has(role))
    .map(({ name, path, ...reader }) => ({ ...reader, id: name, path: resolve(folder, path) }))
  return [...flagged, ...readers]
}

function sourceOf(wanted: Wanted, profile: SourceProfile): Source {
  const { id, role, path } = wanted
  const name = basename(path)
  const file = { kind: 'path', name, path } as const
  const chosen = needs.filter((need) => wanted.columns[need] !== undefined)
  return { id, role, name, file, profile, columns: columnsOf(wanted, profile), chosen }
}

/** What the configuration says, else what the names of the columns say. */
function columnsOf({ path, role, columns }: Wanted, profile: SourceProfile): SourceColumns {
  const guessed = guessRole(basename(path), profile.columns, profile.nRows).columns
  const chosen = (need: Need) => {
    const column = columns[need]
    return typeof column === 'string' || column === null ? column : guessed[need]
  }
  const [store, product, category] = [chosen('store'), chosen('product'), chosen('category')]
  const value = chosen('value')
  const isGuessed = role === 'sales' && value === null && columns['value'] === undefined
  return {
    store,
    product,
    category,
    // A file whose names do not say that it is of sales has sales nevertheless.
    value: isGuessed
      ? guessValue(profile.columns, [store, product, category], profile.nRows).name
      : value,
    group: chosen('group'),
  }
}

function unknownColumns(
  { id, columns, path }: Wanted,
  profile: SourceProfile,
): readonly AssetFailure[] {
  const known = profile.columns.map(({ name }) => name)
  return needs.flatMap((need) => {
    const column = columns[need]
    if (typeof column !== 'string' || known.includes(column)) return []
    const { hint } = unknownKey(column, known)
    return [
      {
        code: 'unknown_column',
        message: `${path} has no column "${column}".`,
        path: `readers.${id}.columns.${need}`,
        hint,
      },
    ]
  })
}
