import { openZip, type Zip } from '../../files/zip-reader'
import { exportCsv } from '../../files/export-csv'
import { parseCsv } from '../../files/parse-csv'
import { assetId } from '../address'
import type { RunRecord } from '../contract'
import type { TableFile } from '../outputs/output-file'
import { publishedFiles } from '../outputs/published-files'
import { type ReadAt, readerOf, type ReadValue } from '../values-made'
import type { BundledRun, Comparison, Difference } from './bundle'
import { compareCopies } from './compare-copies'
import { compareRecords } from './compare-records'
import { compareTables, labelColumns } from './compare-tables'
import { firstDifference } from './compare-values'
import { assignmentsName, entryNames, modelName } from './entry-names'
import { readValue } from './lend-baseline'
import { isModel } from './models'
import { notABundle, textIn } from './read-bundle'
import { readRunJson } from './read-run-json'

/**
 * Everything in which the run that was made anew is not the run of the bundle: files, versions,
 * result hash, then every table store by store and every model.
 * @param made the re-run, with every asset of the run in the bundle
 * @throws {AssetError | FileError} a bundle that cannot be read
 */
export async function compareBundle(
  blob: Blob,
  made: RunRecord,
  readAt: ReadAt,
): Promise<Comparison> {
  const zip = await openZip(blob)
  const json = await textIn(zip, entryNames.run)
  if (json === null) throw notABundle()
  const run = readRunJson(json)
  const again = onlyAssetsOf(run, made)
  const read = readerOf(readAt)
  const files = await publishedFiles(again, read)
  const tables = files.flatMap((file) => (file.kind === 'table' ? [file] : []))
  const differences = [
    ...compareRecords(run, again),
    ...(await compareCopies(zip, run)),
    ...(await compareAllTables(zip, tables)),
    ...(await compareModels(zip, { again, inBundle: run.assets }, read)),
  ]
  return { differences, nAssets: run.assets.length, nStores: countStores(tables) }
}

/** A re-run may have made more than the run was about. */
export function onlyAssetsOf({ assets }: Pick<BundledRun, 'assets'>, made: RunRecord): RunRecord {
  const inBundle = new Set(assets.map(assetId))
  return { ...made, assets: made.assets.filter((asset) => inBundle.has(assetId(asset))) }
}

async function compareAllTables(
  zip: Zip,
  tables: readonly TableFile[],
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  const known = new Set(tables.map(({ name }) => assignmentsName(name)))
  for (const table of tables) {
    const csv = await textIn(zip, assignmentsName(table.name))
    if (csv === null) differences.push(missing(table.name, 'missing', 'made'))
    // Equal texts are equal tables: nothing has to be taken apart.
    else if (csv !== exportCsv(table.columns, table.rows))
      differences.push(...compareTables(parseCsv(csv), table))
  }
  for (const name of zip.members.keys())
    if (name.startsWith(assignmentsName('')) && !known.has(name))
      differences.push(missing(name, 'there', 'not made'))
  return differences
}

async function compareModels(
  zip: Zip,
  { again, inBundle }: { readonly again: RunRecord; readonly inBundle: BundledRun['assets'] },
  read: ReadValue,
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  for (const record of again.assets) {
    if (!isModel(record) || record.dataVersion === null) continue
    const name = modelName(record, inBundle)
    const json = await textIn(zip, name)
    if (json === null) {
      differences.push(missing(assetId(record), 'no model', 'made'))
      continue
    }
    const found = firstDifference(readValue(json, name), await read(record))
    if (found === null) continue
    const { path, before, after } = found
    const where = assetId(record)
    differences.push({ where, what: `model, first at ${path}`, inBundle: before, here: after })
  }
  return differences
}

function missing(where: string, inBundle: string, here: string): Difference {
  return { where, what: 'file', inBundle, here }
}

function countStores(tables: readonly TableFile[]): number {
  const stores = new Set<unknown>()
  for (const { columns, rows } of tables)
    if (columns[0] === 'store_nbr' && columns.some((column) => labelColumns.has(column)))
      for (const [store] of rows) stores.add(store)
  return stores.size
}
