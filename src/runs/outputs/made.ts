import type { AssetSpec } from '../../assets/spec'
import type { AssetRecord, RunRecord } from '../contract'

/** Gives the value behind a record; `null` where it is no longer kept. */
export type ReadValue = (record: AssetRecord) => Promise<unknown>

export type Made<V> = { readonly partition: string | null; readonly value: V }

/** All that is needed to find the values of an asset and know their type. */
export type SpecOf<V> = Pick<AssetSpec<V>, 'key' | 'value'>

/**
 * The values of one asset that a run has, in the order of its record. They were checked by the
 * schema of their spec when they were made; this is the one place that takes their type on trust.
 */
export async function valuesMade<V>(
  run: RunRecord,
  spec: SpecOf<V>,
  read: ReadValue,
): Promise<readonly Made<V>[]> {
  const made: Made<V>[] = []
  for (const record of run.assets) {
    if (record.key !== spec.key || record.status !== 'success') continue
    const value = await read(record)
    if (value !== null) made.push({ partition: record.partition, value: value as V })
  }
  return made
}

/** The category column of a file: `all` where an asset is not cut by category. */
export function categoryOf(partition: string | null): string {
  return partition ?? 'all'
}
