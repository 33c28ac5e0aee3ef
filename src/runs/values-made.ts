import { isValueOf } from '../assets/is-value-of'
import type { AssetSpec } from '../assets/spec'
import { specs } from '../assets/specs'
import { addressOf } from './address'
import type { ValueCache } from './cache/value-cache'
import type { AssetRecord } from './contract'

/**
 * Gives the value behind a record; `null` where there is none, or it is no longer kept. `only` as in
 * `ValueCache.read`.
 */
export type ReadValue = (record: AssetRecord, only?: readonly string[]) => Promise<unknown>

/** Gives the value at an address; null where there is none. */
export type ReadAt = (address: string, only?: readonly string[]) => Promise<unknown>

export type Made<V> = { readonly partition: string | null; readonly value: V }

/** All that is needed to find the values of an asset and know their type. */
export type SpecOf<V> = Pick<AssetSpec<V>, 'key' | 'value'>

/** The values of a cache, without what was found when they were made. */
export function valuesIn(cache: Pick<ValueCache, 'read'>): ReadAt {
  return async (address, only) => (await cache.read(address, only))?.value ?? null
}

/**
 * The values of records, given how to read one by its address. Nothing is read of what another code
 * version made in another shape: what reads it knows today's.
 */
export function readerOf(readAt: ReadAt): ReadValue {
  return async (record, only) => {
    if (record.dataVersion === null) return null
    const value = (await readAt(addressOf(record, record.dataVersion), only)) ?? null
    return value !== null && isReadable(record, value) ? value : null
  }
}

/** The same without the parts of a value that is kept in parts: for facts that its head tells. */
export function headsOnly(read: ReadValue): ReadValue {
  return (record) => read(record, [])
}

const specOfKey = new Map(specs.map((spec) => [spec.key, spec]))

function isReadable({ key, codeVersion }: AssetRecord, value: unknown): boolean {
  const spec = specOfKey.get(key)
  return spec === undefined || spec.codeVersion === codeVersion || isValueOf(spec, value)
}

/** The values of one asset that a run has, in the order of its records. */
export async function valuesMade<V>(
  run: { readonly assets: readonly AssetRecord[] },
  spec: SpecOf<V>,
  read: ReadValue,
): Promise<readonly Made<V>[]> {
  const made: Made<V>[] = []
  for (const record of run.assets) {
    if (record.key !== spec.key || record.status !== 'success') continue
    const value = await read(record)
    if (value !== null) made.push({ partition: record.partition, value: valueOf(spec, value) })
  }
  return made
}

/**
 * A stored value with the type of its spec. The one place that takes it on trust: by the version law
 * what lies at an address was made by the spec that the address names.
 */
export function valueOf<V>(_spec: SpecOf<V>, value: unknown): V {
  return value as V
}
