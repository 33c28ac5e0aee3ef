import * as v from 'valibot'

/** Building blocks for the value schemas of the specs: typed arrays cross threads as they are. */
export const float64: v.GenericSchema<unknown, Float64Array> = v.instance(Float64Array)
export const int32: v.GenericSchema<unknown, Int32Array> = v.instance(Int32Array)
export const uint8: v.GenericSchema<unknown, Uint8Array> = v.instance(Uint8Array)
export const text = v.string()
export const texts = v.pipe(v.array(v.string()), v.readonly())
export const real = v.number()
export const maybe = <T>(schema: v.GenericSchema<unknown, T>) => v.nullable(schema)
export const list = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(schema), v.readonly())

export const column = v.variant('type', [
  v.object({ type: v.literal('number'), name: text, values: float64 }),
  v.object({
    type: v.picklist(['text', 'boolean', 'date']),
    name: text,
    codes: int32,
    levels: texts,
  }),
])

/** A store that is not placed, or placed with a flag, and which asset said so. */
export const exclusion = v.object({ storeId: text, asset: text, reason: text })
export type Exclusion = v.InferOutput<typeof exclusion>

/** One row per store, sorted by store id (code units); columns aligned with `storeIds`. */
export const storeTable = v.object({
  storeIds: texts,
  columns: list(column),
  /** Names of columns kept for display only, never used as features. */
  labels: texts,
  excluded: list(exclusion),
})
export type StoreTable = v.InferOutput<typeof storeTable>

/**
 * What came of one override. `applied`: stores moved, or were left out. `no_effect`: all was so
 * already. The others say why it does not hold, wholly or in part.
 */
const overrideOutcome = v.object({
  /** Of the entry in the log. */
  id: text,
  kind: v.picklist(['lock', 'must_link', 'cannot_link', 'exclude']),
  status: v.picklist(['applied', 'no_effect', 'conflict', 'unknown_store', 'unknown_cluster']),
  /** The stores that it moved or left out, sorted by id (code units). */
  stores: texts,
  /** Added inertia: sum over the moved stores of d(new centre)^2 - d(old centre)^2. */
  cost: real,
  message: text,
})
export type OverrideOutcome = v.InferOutput<typeof overrideOutcome>

/** The outcomes of one partition, in the order of the log. */
export const overrideOutcomes = list(overrideOutcome)
