import { external, internal, published } from '../assets/specs'
import { canonicalJson } from './canonical-json'
import type { AssetRecord } from './contract'
import { readValueOf } from './read-value'
import type { Hash } from './version'

type Row = readonly [store: string, category: string, ...labels: readonly string[]]

/**
 * SHA-256 over the sorted (store, category, labels) of the published clusters, or of each branch's
 * clusters where a run has no merge: the same for every machine, file order and number of workers.
 * @returns null when the run placed no store
 */
export async function resultHashOf(
  assets: readonly AssetRecord[],
  read: (address: string) => Promise<unknown>,
  hash: Hash,
): Promise<string | null> {
  const merged = await mergedRows(assets, read)
  const rows = merged.length > 0 ? merged : await branchRows(assets, read)
  if (rows.length === 0) return null
  return hash(
    rows
      .map((row) => canonicalJson(row))
      .toSorted(byCodeUnits)
      .join('\n'),
  )
}

async function mergedRows(
  assets: readonly AssetRecord[],
  read: (address: string) => Promise<unknown>,
): Promise<readonly Row[]> {
  const [at] = madeOf(assets, published.key)
  const value = at === undefined ? null : await readValueOf(published, at, read)
  if (value === null) return []
  return value.storeIds.map((store, i): Row => {
    const labels = [value.internal[i], value.external[i], value.merged[i], value.rebalanced[i]]
    return [store, value.categories[i] ?? '', ...labels.map(String)]
  })
}

async function branchRows(
  assets: readonly AssetRecord[],
  read: (address: string) => Promise<unknown>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const spec of [internal.assigned, external.assigned])
    for (const at of madeOf(assets, spec.key)) {
      const value = await readValueOf(spec, at, read)
      value?.storeIds.forEach((store, i) => {
        rows.push([store, at.partition ?? '', spec.key, String(value.clusters[i])])
      })
    }
  return rows
}

function madeOf(assets: readonly AssetRecord[], key: string) {
  return assets.flatMap(({ key: own, partition, dataVersion }) =>
    own === key && dataVersion !== null ? [{ partition, dataVersion }] : [],
  )
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
