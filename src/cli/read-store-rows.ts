import { basename } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import { squash } from '../assets/column-words'
import { guessRole } from '../assets/guess-role'
import { categoryNames } from '../assets/role-names'
import { groupByStore } from '../assets/store-rows'
import type { Settings } from '../config/configuration'
import { unknownKey } from '../config/fault'
import { readTable } from '../files/read-table'
import type { SourceProfile } from '../files/source-profile'
import { selectRows } from '../table/select-rows'
import { cellText, columnNamed, type LevelColumn, type Table } from '../table/table'
import { FileBlob } from './file-blob'
import { InputError } from './input-error'
import { type ModelColumns, profileFor } from './model-columns'

export type RowsAsked = {
  readonly columns: ModelColumns
  /** How the file is read, as for `read`. */
  readonly options: Settings
  /** The column that names the store; guessed where it is not given. */
  readonly store: string | undefined
  /** Only the rows of this category. */
  readonly category: string | undefined
}

/** One row a store, sorted by store id (code units). */
export type StoresRead = {
  readonly storeIds: readonly string[]
  readonly table: Table
  readonly nWithoutStore: number
  /** How the file was read. */
  readonly profile: SourceProfile
  /** Columns of the model that the file does not have. */
  readonly missing: readonly string[]
}

/**
 * The stores of a file, with the types that the columns of a model need.
 * @throws {InputError} where the file cannot be read, names no store, has not one of the columns, or
 * has a store twice
 */
export async function readStoreRows(path: string, asked: RowsAsked): Promise<StoresRead> {
  const profile = await profileFor(path, asked.columns, asked.options)
  const names = profile.columns.map(({ name }) => name)
  const missing = [...asked.columns.keys()].filter((name) => !names.includes(name))
  if (missing.length === asked.columns.size) throw noColumn(path, missing)
  const keys = keysOf(path, profile, asked)
  const ids = [keys.store, ...(keys.category === null ? [] : [keys.category])]
  const table = await readTable(new FileBlob(path), profile, ids)
  const isHere = inCategory(table, keys.category, asked.category)
  const rows = Array.from({ length: table.nRows }, (_, row) => row).filter(isHere)
  const stores = groupByStore(textColumn(table, keys.store), isHere)
  refuseTwice(path, stores)
  const taken = stores.rows.flat()
  return {
    storeIds: stores.storeIds,
    table: selectRows(table, taken),
    nWithoutStore: rows.length - taken.length,
    profile,
    missing,
  }
}

/** The columns that say whose row it is: never one that the model reads, unless it is asked for. */
function keysOf(path: string, profile: SourceProfile, asked: RowsAsked) {
  const free = profile.columns.filter(({ name }) => !asked.columns.has(name))
  const guessed = guessRole(basename(path), free, profile.nRows).columns
  const store = asked.store ?? guessed.store
  const names = profile.columns.map(({ name }) => name)
  if (store === null)
    throw fault('no_store_column', `${path} has no column that names the stores.`, path, {
      hint: `Name it with --store. Its columns: ${names.join(', ')}.`,
    })
  if (!names.includes(store))
    throw fault('unknown_column', `${path} has no column "${store}".`, '--store', {
      hint: unknownKey(store, names).hint,
    })
  const category = asked.category === undefined ? null : categoryIn(free)
  if (asked.category !== undefined && category === null)
    throw fault('no_category_column', `${path} has no column of categories.`, '--category', {
      hint: 'Leave --category out: the file has one row per store.',
    })
  return { store, category }
}

function categoryIn(columns: SourceProfile['columns']): string | null {
  const isOne = (name: string) => categoryNames.some((pattern) => pattern.test(squash(name)))
  return columns.find(({ name }) => isOne(name))?.name ?? null
}

function inCategory(table: Table, name: string | null, category: string | undefined) {
  const column = name === null ? null : columnNamed(table, name)
  return (row: number) => column === null || cellText(column, row) === category
}

/** A column that was read as ids is text. */
function textColumn(table: Table, name: string): LevelColumn {
  const column = columnNamed(table, name)
  if (column === null || column.type === 'number') throw new Error(`${name} was not read as text.`)
  return column
}

function refuseTwice(path: string, { storeIds, rows }: ReturnType<typeof groupByStore>): void {
  const twice = storeIds.filter((_, at) => (rows[at] ?? []).length > 1)
  if (twice.length === 0) return
  const first = `${twice.slice(0, 5).join(', ')}${twice.length > 5 ? ' ...' : ''}`
  const stores = twice.length === 1 ? '1 store has' : `${twice.length} stores have`
  throw fault('duplicate_stores', `${path}: ${stores} more than one row (${first}).`, path, {
    hint: 'Keep one row per store. In a file of several categories name one with --category.',
  })
}

function noColumn(path: string, missing: readonly string[]): InputError {
  const first = `${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' ...' : ''}`
  return fault('missing_columns', `${path} has none of the columns of the model: ${first}.`, path, {
    hint: 'Give the file of the branch that the model is of, with the same column names.',
  })
}

function fault(
  code: string,
  message: string,
  path: string,
  { hint }: Pick<AssetFailure, 'hint'>,
): InputError {
  return new InputError([{ code, message, path, hint }])
}
