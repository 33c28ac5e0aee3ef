import { compareText } from '../../../table/compare-text'
import { rulesOf } from '../../../table/id-rules'
import { tellMatched } from '../../id-matching'
import { sortColumns } from '../../merge-rows'
import { AssetError } from '../../failure'
import type { ComputeContext, ParamsOf } from '../../spec'
import { tellUnused } from '../missing-means'
import { joinFiles } from './join-files'
import {
  featuresOf,
  type FileReading,
  openFile,
  type OpenedFile,
  readFile,
  sharedOfNamed,
} from './read-file'
import { createSharedIds } from './shared-ids'
import type { ExternalFeatures, externalFeaturesData } from './spec'

type ExternalParams = ParamsOf<typeof externalFeaturesData>

/**
 * Every external file made one row per store, then joined on the store (full outer join). Files come
 * by name, those of one name by their bytes: the order of adding them does not matter. A store goes by
 * the id of the first file that has it.
 * Errors: `missing_role`, `missing_column`, `column_type`, `duplicate_stores`.
 */
export async function compute(
  _inputs: object,
  params: ExternalParams,
  context: ComputeContext,
): Promise<ExternalFeatures> {
  const sources = [...context.sources('external')].sort((a, b) => compareText(a.name, b.name))
  if (sources.length === 0) throw noFiles()
  const ids = createSharedIds(rulesOf(params.id_match))
  const opened: OpenedFile[] = []
  for (const [done, source] of sources.entries()) {
    context.report(done, sources.length)
    opened.push(await openFile(source, ids))
  }
  const unwanted = sharedOfNamed(params.exclude_stores, opened)
  const files = opened.map((file) => readFile(file, unwanted, params))
  const joined = joinFiles(files)
  const matched = ids.report()
  tellColumns(joined, context)
  tellMatched(matched.matchedByRule, context.log)
  tellUnused(params.missing_means_of, opened.flatMap(featuresOf), context)
  const leftOut = [...new Set(files.flatMap((file) => file.leftOut))].sort(compareText)
  return {
    storeIds: joined.storeIds,
    columns: sortColumns(joined.columns),
    labels: joined.rowNumbers,
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
    filled: files.flatMap(({ filled }) => filled),
    zeros: joined.zeros,
    unreadable: opened.flatMap(({ unreadable }) => unreadable),
    filters: countsOf(joined.storeIds.length, leftOut.length, params),
    ...matched,
  }
}

function countsOf(nKept: number, nLeftOut: number, { exclude_stores }: ExternalParams) {
  if (exclude_stores.length === 0) return []
  return [{ name: 'exclude_stores', before: nKept + nLeftOut, after: nKept }]
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
