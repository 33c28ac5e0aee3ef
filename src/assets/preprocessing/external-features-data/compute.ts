import { compareText } from '../../../table/compare-text'
import { mergeRows, sortColumns } from '../../merge-rows'
import { AssetError } from '../../failure'
import type { SourceReader } from '../../source'
import type { ComputeContext, ParamsOf } from '../../spec'
import {
  countDuplicates,
  countRows,
  dropIdenticalRows,
  groupByStore,
  refuseDuplicates,
  withoutStores,
} from '../../store-rows'
import { idColumn, readWhole, requireName } from '../open-source'
import { joinFiles, type StoreFile } from './join-files'
import type { ExternalFeatures, externalFeaturesData } from './spec'

type ExternalParams = ParamsOf<typeof externalFeaturesData>

/**
 * Every external file made one row per store, then joined on the store (full outer join). Files are
 * taken by name: the order of adding them does not matter.
 * Errors: `missing_role`, `missing_column`, `column_type`, `duplicate_stores`.
 */
export async function compute(
  _inputs: object,
  params: ExternalParams,
  context: ComputeContext,
): Promise<ExternalFeatures> {
  const sources = [...context.sources('external')].sort((a, b) => compareText(a.name, b.name))
  if (sources.length === 0) throw noFiles()
  const files: FileReading[] = []
  for (const [done, source] of sources.entries()) {
    context.report(done, sources.length)
    files.push(await readFile(source, params))
  }
  const joined = joinFiles(files)
  tellColumns(joined, context)
  const leftOut = [...new Set(files.flatMap((file) => file.leftOut))].sort(compareText)
  return {
    storeIds: joined.storeIds,
    columns: sortColumns(joined.columns),
    labels: [],
    excluded: leftOut.map((storeId) => ({
      storeId,
      asset: 'external_features_data',
      reason: 'left out by exclude_stores',
    })),
    files: countStores(files, joined.nFilesOf),
    nInAll: joined.nFilesOf.filter((n) => n === files.length).length,
    nInSome: joined.nFilesOf.filter((n) => n < files.length).length,
    collapsed: joined.collapsed,
    suffixed: joined.suffixed,
    nIdenticalRows: files.reduce((sum, file) => sum + file.nIdenticalRows, 0),
  }
}

function tellColumns(
  { collapsed, suffixed }: ReturnType<typeof joinFiles>,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  if (collapsed.length > 0)
    log('info', `Equal in several files and taken once: ${collapsed.join(', ')}.`)
  if (suffixed.length > 0)
    log('info', `Different in several files and kept under two names: ${suffixed.join(', ')}.`)
}

type FileReading = StoreFile & {
  readonly nRows: number
  readonly nWithoutStore: number
  readonly nIdenticalRows: number
  readonly nExcludedRows: number
  readonly nRepeatedRows: number
  readonly leftOut: readonly string[]
}

/** Refusing comes first: any second row of a store asks for a rule, also one that is the same. */
async function readFile(source: SourceReader, params: ExternalParams): Promise<FileReading> {
  const table = await readWhole(source)
  const ids = idColumn(table, source, requireName(source, 'store'))
  const grouped = groupByStore(ids)
  const { kept, leftOut } = withoutStores(grouped, params.exclude_stores)
  const rule = params.duplicate_stores
  if (rule === 'refuse') refuseDuplicates(kept, source.name)
  const { stores, nDropped } = dropIdenticalRows(table, kept)
  const features = table.columns.filter((column) => column !== ids)
  return {
    name: source.name,
    storeIds: stores.storeIds,
    columns: mergeRows(features, stores, rule === 'refuse' ? 'first' : rule),
    nRows: table.nRows,
    nWithoutStore: table.nRows - countRows(grouped),
    nIdenticalRows: nDropped,
    nExcludedRows: countRows(grouped) - countRows(kept),
    nRepeatedRows: countDuplicates(kept),
    leftOut,
  }
}

/** `nFilesOf`: per store id, in how many files it is. */
function countStores(
  files: readonly FileReading[],
  nFilesOf: readonly number[],
): ExternalFeatures['files'] {
  const ids = [...new Set(files.flatMap(({ storeIds }) => storeIds))].sort(compareText)
  const nFiles = new Map(ids.map((id, i) => [id, nFilesOf[i]]))
  return files.map((file) => ({
    name: file.name,
    rows: file.nRows,
    stores: file.storeIds.length,
    onlyHere: file.storeIds.filter((id) => nFiles.get(id) === 1).length,
    withoutStore: file.nWithoutStore,
    excluded: file.nExcludedRows,
    repeated: file.nRepeatedRows,
  }))
}

function noFiles(): AssetError {
  return new AssetError({
    code: 'missing_role',
    message: 'No file has the role external.',
    path: 'external',
    hint: 'Add a file and give it the role external.',
  })
}
