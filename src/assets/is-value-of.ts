import * as v from 'valibot'
import type { AnySpec } from './spec'

/** Whether a stored value has the shape that its spec says: one of an earlier version may not. */
export function isValueOf({ value: schema }: AnySpec, value: unknown): boolean {
  return v.is(schema, value)
}
