import type { AssetFailure } from '../assets/failure'
import { firstFew } from '../assets/first-few'
import type { Settings } from '../config/configuration'
import { unknownKey } from '../config/fault'
import type { SourceProfile } from '../files/source-profile'
import type { Source } from '../runs/contract'
import type { RoleSettings } from './role-settings'

/** The columns of `--set` that are in this file: it may hold for several files. */
export function columnsHere(columns: Settings | undefined, profile: SourceProfile): Settings {
  const names: readonly unknown[] = profile.columns.map(({ name }) => name)
  return Object.fromEntries(
    Object.entries(columns ?? {}).filter(([, column]) => column === null || names.includes(column)),
  )
}

/** Columns of `--set` that no file of their role has. */
export function columnsNowhere(
  roleColumns: RoleSettings,
  sources: readonly Source[],
): readonly AssetFailure[] {
  return [...roleColumns].flatMap(([role, columns]) => {
    const files = sources.filter((source) => source.role === role)
    const known = namesIn(files)
    return Object.entries(columns).flatMap(([need, column]) =>
      typeof column !== 'string' || known.includes(column)
        ? []
        : [nowhere(`${role}.columns.${need}`, column, files)],
    )
  })
}

/** A fault of the setting at `path`, which names this column. */
function nowhere(path: string, column: string, files: readonly Source[]): AssetFailure {
  const names = firstFew(files.map(({ name }) => name))
  return names === null
    ? {
        code: 'missing_role',
        message: `${path} names a column, and there is no file of that role.`,
        path,
        hint: 'Add the file, or leave the setting out.',
      }
    : {
        code: 'unknown_column',
        message: `No column of ${names} is called "${column}".`,
        path,
        hint: unknownKey(column, namesIn(files)).hint,
      }
}

function namesIn(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ profile }) => profile.columns.map(({ name }) => name))
}
