import type { AnySpec, ValueOf } from '../assets/spec'
import { addressOf } from './address'

/**
 * Reads a value by its version, as its spec types it. The one place where a stored value gets its
 * type back: the version law says that what lies at this address was made by this spec.
 */
export async function readValueOf<S extends AnySpec>(
  spec: S,
  at: { readonly partition: string | null; readonly dataVersion: string },
  read: (address: string) => Promise<unknown>,
): Promise<ValueOf<S> | null> {
  const value = await read(addressOf({ key: spec.key, partition: at.partition }, at.dataVersion))
  return value === null || value === undefined ? null : (value as ValueOf<S>)
}
