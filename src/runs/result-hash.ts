import { outlierLabel } from '../assets/model-training/outlier-policy'
import { external, internal, published } from '../assets/specs'
import { compareText } from '../table/compare-text'
import { canonicalJson } from './canonical-json'
import type { AssetRecord } from './contract'
import { type ReadValue, valuesMade } from './values-made'
import type { Hash } from './version'

type Row = readonly [store: string, category: string, ...labels: readonly string[]]

/**
 * SHA-256 over the sorted (store, category, labels) of the published clusters, or of each branch's
 * clusters where a run has no merge: the same for every machine, file order and number of workers.
 * @returns null when the run placed no store
 */
export async function resultHashOf(
  assets: readonly AssetRecord[],
  read: ReadValue,
  hash: Hash,
): Promise<string | null> {
  const merged = await mergedRows(assets, read)
  const rows = merged.length > 0 ? merged : await branchRows(assets, read)
  if (rows.length === 0) return null
  return hash(
    rows
      .map((row) => canonicalJson(row))
      .toSorted(compareText)
      .join('\n'),
  )
}

async function mergedRows(
  assets: readonly AssetRecord[],
  read: ReadValue,
): Promise<readonly Row[]> {
  const made = await valuesMade({ assets }, published, read)
  return made.flatMap(({ value }) => [
    ...value.storeIds.map((store, i): Row => {
      const labels = [value.internal[i], value.external[i], value.merged[i], value.rebalanced[i]]
      return [store, value.categories[i] ?? '', ...labels.map(String)]
    }),
    ...value.separate.map(({ storeId, category, internal: own, external: other }): Row => {
      const labels = [own ?? outlierLabel, other ?? outlierLabel, outlierLabel, outlierLabel]
      return [storeId, category, ...labels.map(String)]
    }),
  ])
}

async function branchRows(
  assets: readonly AssetRecord[],
  read: ReadValue,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const spec of [internal.assigned, external.assigned])
    for (const { partition, value } of await valuesMade({ assets }, spec, read)) {
      value.storeIds.forEach((store, i) => {
        rows.push([store, partition ?? '', spec.key, String(value.clusters[i])])
      })
      for (const { storeId } of value.separate)
        rows.push([storeId, partition ?? '', spec.key, outlierLabel])
    }
  return rows
}
