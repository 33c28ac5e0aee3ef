import type { StageSpecs } from '../../assets/branch'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import { internalRawSalesData } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { internalSalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import { preprocessedExternalData } from '../../assets/preprocessing/preprocessed-external-data/spec'
import { crossed, external, internal, published, reassigned } from '../../assets/specs'
import { safeName } from '../../files/safe-name'
import type { AssetRef } from '../contract'
import {
  crossedTable,
  matrixTable,
  outlierTable,
  reassignedTable,
  salesTable,
  sharesTable,
  storeTableOf,
} from './asset-tables'
import type { TableCells } from './asset-tables'
import { branchAssignments } from './branch-assignments'
import { type SpecOf, valueOf } from '../values-made'
import { mergedAssignments } from './merged-assignments'
import type { OutputFile } from './output-file'
import { valueJson } from './value-json'

type Writer = (value: unknown, ref: AssetRef) => TableCells

/** Assets that are a table or matrix over stores; every other one is a model or a report. */
const writers: ReadonlyMap<string, Writer> = new Map([
  writes(internalRawSalesData, salesTable),
  writes(internalSalesByCategory, sharesTable),
  writes(internalStoreMetrics, storeTableOf),
  writes(externalFeaturesData, storeTableOf),
  writes(preprocessedExternalData, storeTableOf),
  ...branchWriters(internal),
  ...branchWriters(external),
  writes(crossed, crossedTable),
  writes(reassigned, reassignedTable),
  writes(published, mergedAssignments),
])

function branchWriters(stages: StageSpecs): readonly [string, Writer][] {
  const { filtered, imputed, normalized, outliers, reduced, assigned } = stages
  const assignments = (value: AssignedClusters, { partition }: AssetRef) =>
    branchAssignments(stages === internal ? 'internal' : 'external', [{ partition, value }])
  return [
    writes(filtered, storeTableOf),
    writes(imputed, (value) => matrixTable({ ...value, names: value.featureNames })),
    writes(normalized, (value) => matrixTable({ ...value, names: value.featureNames })),
    writes(outliers, outlierTable),
    writes(reduced, (value) => matrixTable({ ...value, names: value.componentNames })),
    writes(assigned, assignments),
  ]
}

/** Ties a writer to the spec whose value it takes, so that the two cannot differ. */
function writes<V>(
  spec: SpecOf<V>,
  tableOf: (value: V, ref: AssetRef) => TableCells,
): [string, Writer] {
  return [spec.key, (value, ref) => tableOf(valueOf(spec, value), ref)]
}

/**
 * The value of one asset as a file: a table whose first column is `store_nbr`, else JSON. With
 * `format` json always JSON, with everything that the value holds.
 */
export function assetFile(
  ref: AssetRef,
  value: unknown,
  format: 'csv' | 'json' = 'csv',
): OutputFile {
  const writer = format === 'csv' ? writers.get(ref.key) : undefined
  if (writer === undefined)
    return { kind: 'text', name: `${baseNameOf(ref)}.json`, text: valueJson(value) }
  const { columns, rows } = writer(value, ref)
  return { kind: 'table', name: `${baseNameOf(ref)}.csv`, columns, rows }
}

/** A category may hold signs that a file system does not take. */
function baseNameOf({ key, partition }: AssetRef): string {
  return partition === null ? key : `${key}[${safeName(partition)}]`
}
